// What French writers tell: greetings, thanks, what happened to them, to others or to things, what no longer matters. Data only.
import type { Chapter } from '../grammar.ts';

export const telling: Chapter = {
  rules: `
@not
(pas|jamais|plus|surtout pas|en aucun cas) =>
@ne
[(ne|n')] =>
@hello
(bonjour|bonsoir|salut|coucou|hello|hi|bjr) [(à tous|à toutes et à tous|tout le monde|l' équipe|madame|monsieur|messieurs|chers collègues|le support)] => hello
(bonjour|bonsoir|salut|cher|chère) [(madame|monsieur|mme)] <#name> => hello <#name>
(madame|monsieur|madame , monsieur) => hello
@bye
(cordialement|bien cordialement|cdt|cdlt|bien à vous|salutations|amicalement|meilleures salutations|bien à toi) [[,] <#name>] => kind regards <#name>
(bonne journée|bonne soirée|bon week-end|bonne fin de journée|à bientôt) => have a nice day
@thanks
(merci|mercii) [(beaucoup|bien|infiniment|à vous|à tous|à toi)] => thanks
(merci|merci beaucoup) (d' avance|par avance) => thanks in advance
(d' avance|par avance) merci => thanks in advance
(merci|merci beaucoup) pour (votre aide|ton aide|l' aide|votre retour|votre réponse|la réinitialisation) => thanks for the help
merci , <#name> => thanks, <#name>
(parfait|super|génial|top|très bien|excellent) => great

@cant
(ne|n') => 
@works-not
[(ne|n')] (marche|marchent|fonctionne|fonctionnent|imprime|répond|charge|démarre|s' allume|s' ouvre) [<since>] (pas|plus|pas du tout) [<since/2>] => does not work <since> <since/2>
(est|sont) [<since>] (en panne|cassé|cassée|hs|hors service|down|mort|morte|bloquée|injoignable|indisponible|coupé|coupée) [<since/2>] => is broken <since> <since/2>
[(ne|n')] (marche|fonctionne) (pas|plus) (dans|sur|avec) <#product> [<since>] => does not work in <#product> <since>
(est|reste) [<since>] noir [<since/2>] => is black <since> <since/2>
(est|reste) [<since>] (bloqué|figé|gelé) [<since/2>] => is frozen <since> <since/2>
(plante|bugue|bug|rame) [<since>] => has problems <since>
se (bloque|fige) [<since>] => freezes <since>
(est|sont) [<since>] (lent|lente|lents) [<since/2>] => is slow <since> <since/2>
@thing-word
souris => mouse
clavier => keyboard
écran => screen
casque => headset
(caméra|webcam) => camera
micro => microphone
batterie => battery
@some-thing
<pw> => <pw>
<account> => <account>
<mfa> => <mfa>
<own-device> => <own-device>
<net> => <net>
<printer> => <printer>
[(mon|ma|le|la|l')] <#product> => <#product>
(mon|ma|le|la|l') <thing-word> => my <thing-word>
(ça|cela|ca|tout) => it

@own-state
<account> (est|a été|est de nouveau|est à nouveau) [<since>] (bloqué|verrouillé|bloquée|verrouillée|suspendu) [<since/2>] => <account> is locked <since> <since/2>
<account> (était) [<ago>] (bloqué|verrouillé) [<ago/2>] => <account> was locked <ago> <ago/2>
<account> (bloqué|verrouillé|bloquée|verrouillée) => <account> locked
je (suis) [<since>] (bloqué|bloquée|verrouillé) => I am locked out <since>
[j'] ai [<since>] (oublié|oublie) <pw> => I forgot <pw>
<pw> oublié => forgot <pw>
(oubli|perte) (de|du) <pw> => forgot <pw>
[j'] ai perdu <pw> => I forgot <pw>
je [(ne|n')] me (souviens|rappelle) plus (de|du) <pw> => I do not remember <pw>
je [ne] connais plus <pw> => I do not remember <pw>
je [ne] sais plus <pw> => I do not remember <pw>
<pw> (est|a) [<since>] expiré => <pw> has expired
<pw> expiré => <pw> expired
<pw> (va bientôt expirer|expire bientôt) => <pw> expires soon
<pw> expire <day> => <pw> expires <day>
<pw> [n'] est [<since>] (pas|plus) (accepté|valide|reconnu|bon) => <pw> is not accepted <since>
<pw> est (refusé|incorrect|faux|invalide) [<since>] => <pw> is not accepted <since>
je [(ne|n')] (peux|arrive|parviens) [<since>] (pas|plus) [à] (me connecter|m' identifier|me loguer|entrer|accéder à mon compte|ouvrir ma session|me connecter à ma session) [<since/2>] => I cannot sign in <since> <since/2>
je [(ne|n')] (peux|arrive) [<since>] (pas|plus) [à] (me connecter|accéder) (à|au|sur) <#thing> [<since/2>] => I cannot sign in to <#thing> <since> <since/2>
je [(ne|n')] (peux|arrive) [<since>] (pas|plus) [à] (me connecter|accéder) (à|au|sur) <net> [<since/2>] => I cannot connect to <net> <since> <since/2>
impossible de me connecter [<since>] => I cannot sign in <since>
impossible (d'|de) imprimer [<since>] => I cannot print <since>
impossible de me connecter (à|au) <net> => I cannot connect to <net>
je [(ne|n')] (peux|arrive) [<since>] (pas|plus) [à] imprimer [<since/2>] => I cannot print <since> <since/2>
je [(n'|ne)] ai (pas|plus) [(de|d'|accès au|accès à)] <net-word> [<since>] => I have no <net-word> <since>
je [(n'|ne)] ai (pas|plus) [(d'|l')] <access-word> (à|au|aux|sur) <target> [<since>] => I do not have <access-word> to <target> <since>
(plus|pas) (de|d') (wifi|réseau|internet|vpn|connexion) [(en télétravail|au bureau|à la maison)] [<since>] => no network connection <since>

@own-phone
[j'] ai [(acheté|reçu|eu)] un nouveau <phone> => I have a new phone
(nouveau|changement de) <phone> => new phone
[j'] ai changé de <phone> [<ago>] => I have a new phone
[j'] ai perdu mon <phone> [<ago>] => I lost my phone
(on m' a volé mon|je me suis fait voler mon) <phone> [<ago>] => my phone was stolen
mon <phone> (a été|est) (volé|perdu|cassé) [<ago>] => my phone is lost or broken

@printer-state
<printer> [(n'|ne)] imprime [<since>] (pas|plus|rien|plus rien) [<since/2>] => <printer> does not print <since> <since/2>
<printer> [(n'|ne)] (marche|fonctionne|répond) [<since>] (pas|plus) [<since/2>] => <printer> does not print <since> <since/2>
<printer> est [<since>] (bloquée|bloqué|coincée|en panne|hors service|hs) [<since/2>] => <printer> is stuck <since> <since/2>
(la|notre) file d' attente (de l'|d') imprimante est (bloquée|coincée) => the print queue is stuck
<printer> (bloquée|en panne|hs|coincée|hors service|hors ligne) => <printer> is stuck
<printer> a un bourrage [papier] => <printer> has a paper jam
(il y a un|un) bourrage [papier] (dans|sur|à) <printer> => <printer> has a paper jam
(il y a un|un) bourrage [papier] => there is a paper jam in the printer
bourrage papier [(dans|sur|à) <printer>] => paper jam <printer>
(mon|le|une) (impression|document|travail d' impression) (est|reste) (bloqué|bloquée|coincé|coincée) [dans la file d' attente] => my print job is stuck

@security
[j'] ai (reçu|vu|remarqué|constaté) [<ago>] une (connexion|tentative de connexion) (suspecte|inhabituelle|étrange) [sur mon compte] => I noticed a suspicious sign-in on my account
(connexion|tentative de connexion) (suspecte|inhabituelle|étrange|bizarre) [sur mon compte] => suspicious sign-in on my account
il y a eu [<ago>] une (connexion|tentative de connexion) (suspecte|inhabituelle|étrange|bizarre) [sur mon compte] => there was a suspicious sign-in on my account
quelquun s' est connecté à mon compte => somebody else signed in to my account
(mon compte|ma messagerie|ma boîte mail) (a été|est) (piraté|piratée|compromis|hacké) [<ago>] => my account was hacked
(je pense que|je crois que) mon compte a été (piraté|hacké|compromis) => I think my account was hacked
[j'] ai cliqué sur un lien [(suspect|de phishing|frauduleux|d' hameçonnage)] [dans un mail] => I clicked on a suspicious link
[j'] ai (reçu|eu) [<ago>] un (mail|email|message) (suspect|bizarre|frauduleux|de phishing|étrange|d' hameçonnage) => I received a suspicious phishing mail

@her-pw
son <word-pw> => <word-pw>
@other-state
<she> a [<ago>] oublié <her-pw> => <she> forgot her <her-pw>
<he> a [<ago>] oublié <her-pw> => <he> forgot his <her-pw>
<one> a [<ago>] oublié <her-pw> => <one> forgot their <her-pw>
<third> [(n'|ne)] (arrive|peut|parvient) [<since>] (pas|plus) [à] se connecter [<since/2>] => <third> cannot sign in <since> <since/2>
<third> est [<since>] (bloqué|bloquée) => <third> is locked out <since>
<third> a (perdu son <phone>) => <third> lost their phone
<third> a un nouveau <phone> => <third> has a new phone

@title-word
comptable => accountant
(assistant|assistante) => assistant
(développeur|développeuse) => developer
(chef de projet|cheffe de projet) => project manager
(commercial|commerciale) => sales representative
stagiaire => intern
(technicien|technicienne) => technician
(consultant|consultante) => consultant
(ingénieur|ingénieure) => engineer
(réceptionniste) => receptionist
(graphiste) => designer
(apprenti|apprentie|alternant|alternante) => apprentice
@hire-more
[,] (comme|en tant que|au poste de|en qualité de) <title-word> => as a <title-word>
[,] [(son|sa|le|la)] (responsable|manager|chef|cheffe) (est|sera) <#name> => , manager <#name>
, (responsable|manager) [,] <#name> => , manager <#name>
(dans mon équipe) => in my team
(dans notre équipe|chez nous) => 
@hire-extra
<hire-more> => <hire-more>
<hire-more> <hire-more/2> => <hire-more> <hire-more/2>
@hday
<day> => <day>
<start> => <start>
@hire
[(notre|la|le) (nouvelle|nouveau) (collègue|employé|employée|collaborateur|collaboratrice|salarié|salariée) [,]] <#name> [,] (commence|arrive|débute|démarre|rejoint l' équipe|nous rejoint) [<hday>] [<hire-extra>] => new colleague <#name> starts <hday> <hire-extra>
(nouvelle|nouveau|nouvel) (collègue|employé|employée|collaborateur|collaboratrice|arrivant|arrivante|salarié) , <#name> , [<title-word> ,] [(début|arrivée|à partir|commence)] [<hday>] => new colleague <#name>, <title-word>, starts <hday>
(elle|il) (commence|débute|arrive) <hday> [<hire-extra>] => start date <hday> <hire-extra>
nous avons (un|une) (nouveau|nouvelle|nouvel) (collègue|collaborateur|collaboratrice|employé|employée) <hday> , <#name> [<hire-extra>] => new colleague <#name> starts <hday> <hire-extra>
nous accueillons <hday> [(notre|une|un) (nouvelle|nouveau) (collègue|collaborateur|collaboratrice) [,]] <#name> [<hire-extra>] => new colleague <#name> starts <hday> <hire-extra>
@leave
[(notre|mon|ma) (collègue|collaborateur|collaboratrice)] <#name> (quitte|quittera) (l' entreprise|la société|l' équipe|nous) [<hday>] => <#name> leaves the company <hday>
<#name> nous (quitte|quittera) [<hday>] => <#name> leaves the company <hday>
<#name> (part|s' en va) <hday> => <#name> leaves the company <hday>
(le dernier jour de) <#name> est <hday> => <#name> leaves the company <hday>

@settled
(c' est|tout est|le problème est|problème) (résolu|réglé|bon|ok|rentré dans l' ordre) [(maintenant)] => never mind, it is solved
(laissez tomber|laisse tomber|oubliez|finalement non|plus besoin|finalement ce n' est plus nécessaire|finalement c' est bon|non finalement) => never mind, it is not needed any more
(je [(n')] en ai plus besoin|ce [n'] est plus nécessaire|ce [n'] est plus la peine) => never mind, it is not needed any more
(vous pouvez|tu peux) (fermer|clôturer) (le|mon) ticket => please close my ticket
<some-thing> (marche|fonctionne) (à nouveau|de nouveau|maintenant|bien maintenant) => <some-thing> works again
(ça|tout) (marche|fonctionne) [(à nouveau|de nouveau|maintenant|bien)] => it works again
(ça|c' est) remarche => it works again
<some-thing> remarche => <some-thing> works again
<account> [(n'|ne)] est (pas) (bloqué|verrouillé) => <account> is not locked
<account> [(n'|ne)] est plus (bloqué|verrouillé) => <account> is not locked any more
[j'] ai retrouvé <pw> => I found <pw> again
(je peux|j' arrive à) [(de nouveau|à nouveau|maintenant)] me connecter [(de nouveau|à nouveau|maintenant)] => I can sign in again

@told-past
[j'] ai [déjà] <done> => I have already <done>
(vous avez|tu as|on m' a|on a|quelquun a) [déjà] <done> => somebody has already <done>
<third> a <done> => <third> has <done>
je [(n'|ne)] ai (pas|jamais) <done> => I have not <done>
je [(n'|ne)] ai (pas|jamais) oublié <pw> => I did not forget <pw>
<pw> a [déjà] été (réinitialisé|changé|modifié) [<ago>] => <pw> was already reset <ago>
<account> a [déjà] été (débloqué|déverrouillé|réactivé) [<ago>] => <account> was already unlocked <ago>
<one> a [déjà] été (ajouté|ajoutée) <to-group> [<ago>] => <one> was already added <to-group> <ago>
<one> a [déjà] été (retiré|retirée|supprimé|supprimée) <from-group> [<ago>] => <one> was already removed <from-group> <ago>
<account> était (bloqué|verrouillé) => <account> was locked
@say
<own-state> => <own-state>
<own-phone> => <own-phone>
<printer-state> => <printer-state>
<security> => <security>
<other-state> => <other-state>
<hire> => <hire>
<leave> => <leave>
<settled> => <settled>
<told-past> => <told-past>
<some-thing> <works-not> => <some-thing> <works-not>
<some-thing> (en panne|hs|hors service|down|cassé|cassée) => <some-thing> is broken
([j'] ai|nous avons|il y a) (un problème|des problèmes|un souci|des soucis) (avec|sur|de) <some-thing> => I have a problem with <some-thing>
(problème|souci|panne) (avec|de|d'|sur) <some-thing> => problem with <some-thing>
(ici|c' est|je suis) <#name> => this is <#name>
`,
};
