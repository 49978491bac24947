// What requests are about, in French: passwords, accounts, second factors, groups, access, programs, devices. Data only.
import type { Chapter } from '../grammar.ts';

export const things: Chapter = {
  rules: `
@word-pw
(mot de passe|mots de passe|mdp|motdepasse|password|pw|pwd) => password
(mot de passe|mdp) windows => Windows password
(mot de passe|mdp) (email|mail|de messagerie|outlook) => email password
(mot de passe|mdp) (wifi|du wifi) => wifi password
(mot de passe|mdp) <#thing> => <#thing> password
(mot de passe|mdp) (de session|de connexion|d' entreprise) => password
@own
(mon|ma|mes) => my
(notre|nos) => our
@their
(son|sa|leur) => their
@foreign
(alarme|système d' alarme) => alarm system
porte => door
coffre => safe
(machine à café|cafetière) => coffee machine
(site|site web|site internet) => website
(base de données) => database
(routeur|box) => router
imprimante => printer
caisse => till
banque => bank
(chauffage|climatisation) => heating
serveur => server
(caméra|caméras) => camera
(téléphone|portable) => phone
fichier => file
télévision => television
@pw
<own> [(nouveau|ancien)] <word-pw> => <own> <word-pw>
<their> <word-pw> => <their> <word-pw>
[le] <word-pw> (de ma|de notre|de mon|de ma) <f-role> [<#name>] => the <word-pw> of my <f-role> <#name>
[le] <word-pw> (de mon|de notre) <m-role> [<#name>] => the <word-pw> of my <m-role> <#name>
[le] <word-pw> (de l'|de la|du|de|pour la|pour le|pour l') <foreign> => the <word-pw> of the <foreign>
[le] <word-pw> <of-one> => the <word-pw> of <of-one>
[le] <word-pw> (pour|de) <#product> => the <#product> <word-pw>
le <word-pw> => the <word-pw>
<word-pw> => password
@word-account
(compte|comptes|compte utilisateur|session|profil|accès réseau|login|accès) => account
compte windows => Windows account
compte (email|mail|de messagerie) => email account
compte vpn => VPN account
compte <#thing> => <#thing> account
@account
<own> [(nouveau|ancien)] <word-account> => <own> <word-account>
<their> <word-account> => <their> <word-account>
[le] <word-account> <of-one> => the <word-account> of <of-one>
le <word-account> => the account
<word-account> => account
@word-mfa
(mfa|authentificateur|authenticator|appli authenticator|application authenticator|microsoft authenticator|google authenticator|token) => MFA
(authentification|double authentification|authentification multifacteur|authentification à deux facteurs|authentification double facteur|double facteur) => MFA
@mfa
<own> <word-mfa> => <own> <word-mfa>
<their> <word-mfa> => <their> <word-mfa>
[(la|le|l')] <word-mfa> <of-one> => the <word-mfa> of <of-one>
(la|le|l') <word-mfa> => the <word-mfa>
<word-mfa> => MFA
@phone
(téléphone|portable|smartphone|mobile|iphone|téléphone portable|téléphone professionnel) => phone
@word-group
(groupe|groupes|groupe de sécurité) => group
(liste de diffusion|liste|liste de distribution|mailing list|liste mail) => distribution list
(boîte partagée|boîte mail partagée|boite partagée|boîte aux lettres partagée) => shared mailbox
(boîte mail|boîte aux lettres|boîte|messagerie) => mailbox
(équipe) => team
(canal|channel) => channel
@group
<word-group> <#thing> => the <word-group> <#thing>
<#thing> => the group <#thing>
@to-group
(au|à la|à l'|aux|dans le|dans la|dans l'|sur la|sur le|à|dans) <group> => to <group>
@from-group
(du|de la|de l'|des|de|d') <group> => from <group>
@in-group
(dans le|dans la|dans l'|sur la|dans|membre du|membre de la) <group> => in <group>
@app
[(le|la|l'|les)] <#thing> => <#thing>
(le logiciel|l' application|l' appli|l' outil|le programme|logiciel|application) <#thing> => <#thing>
<#thing> et <app> => <#thing> and <app>
(la|le) (boîte mail|boîte|boîte partagée|boîte aux lettres|boîte mail partagée|messagerie) <#thing> => the mailbox <#thing>
(le dossier|le répertoire|le lecteur|le partage) <#thing> => the folder <#thing>
@target
<#address> => the mailbox <#address>
[(le|la|l'|les)] <#thing> => the application <#thing>
<app> => <app>
@access
[(l'|un|les|mes|des)] <access-word> (à|au|aux|à la|à l'|sur|pour|a) <target> => <access-word> to <target>

[(une|la|ma)] [nouvelle] licence [(pour|de|d')] <app> => a licence for <app>
@access-word
(accès|acces|droits|droits d' accès|droit d' accès|autorisation|autorisations) => access
(accès en lecture|droits de lecture) => read access
(accès en écriture|droits d' écriture) => write access
@their-access
(l'|son|ses|les) <access-word> (à|au|aux|à la|à l'|sur) <target> => access to <target>
@word-device
(portable|ordinateur portable|pc portable) => laptop
(ordinateur|pc|ordi|poste|machine|poste de travail) => computer
mac => Mac
tablette => tablet
@device
(sur|à) (mon|ma|notre) [nouveau|nouvel] <word-device> [<#code>] => on my <word-device> <#code>
sur (le|la|l') <word-device> [<#code>] => on the <word-device> <#code>
sur (le|la|l') <word-device> <of-one> => on the <word-device> of <of-one>
sur <#code> => on <#code>
@own-device
(mon|ma) <word-device> [<#code>] => my <word-device> <#code>
(le|la|l') <word-device> <of-one> => the <word-device> of <of-one>
(le|la|l') <word-device> [<#code>] => the <word-device> <#code>
@printer
[(l'|mon|notre|cette|une)] (imprimante|photocopieuse|copieur|photocopieur) [<#code>] [<place>] => the printer <#code> <place>
[(la|le)] (photocopieuse|copieur|photocopieur) [<#code>] [<place>] => the printer <#code> <place>
<#code> => the printer <#code>
@place
(du|au) (premier|1er) étage => on the first floor
(du|au) (deuxième|2e) étage => on the second floor
(du|au) <#day> étage => on floor <#day>
(du|au) rez de chaussée => on the ground floor
(du bureau|au bureau|de l' accueil|à l' accueil|du secrétariat) => in the office
@net-word
(wifi|wi fi) => wifi
internet => internet
vpn => VPN
réseau => network
connexion => connection
@net
[(le|la|l'|mon|ma|notre)] <net-word> => the <net-word>
[(la|ma)] connexion (internet|vpn|wifi) => the connection
`,
};
