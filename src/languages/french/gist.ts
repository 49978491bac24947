// What French words say of the gist of a message: classes of words, and which of them together ask for which deed. Data only; words
// stand without accents, as its `fold` leaves them.
import type { GistLanguage } from '../gist-words.ts';
import { wordSet } from '../language.ts';

const CLASSES = `
me: je j' me m' moi nous
myself: moi-meme
my: mon ma mes notre nos mien mienne
their: son sa ses leur leurs
they: il elle ils elles lui eux
kin: collegue collegues stagiaire assistante assistant chef responsable apprenti apprentie interimaire secretaire dentiste hygieniste associe associee remplacante remplacant consoeur confrere
title: monsieur madame mme mr m mlle docteur dr maitre me-
hello: slt cc bonjour bonsoir salut coucou hello hi cher chere chers cheres hey
bye: cordialement cdt cdlt salutations amicalement bien-a-vous sinceres bises
can: peux peut pouvez pouvons pourriez pourrais pourrait pourriez-vous possible puis saurait auriez aurais voulez moyen
want: veux voudrais voudrait souhaite souhaiterais souhaiterait souhaitons aimerais aimerait aimerions desire doit dois devons devrait devrais voudrions veut
need: besoin necessite demande demandes faut requiert requete demander demandons reclame
please: svp stp veuillez merci priere prie
no: impossible pas plus jamais rien aucun aucune non ni guere nullement
without: sans
art: le la les l' un une des du de d' ce cet cette ces au aux
get: avoir obtenir recevoir recois recoit aie ai disposer avoir-
give: donner donnez donne attribuer attribuez attribue accorder accordez accorde octroyer fournir fournissez envoyer envoyez envoie renvoyer renvoyez generer generez genere delivrer affecter affectez autoriser autorisez activer activez redonner redonnez attribution affectation refiler filer
pw: mdp mdps password passwords pwd passe pass passphrase identifiants
reset: reinitialis* reinit* reset* remett* reset-
set: mettre mettez definir fixer
new: nouveau nouvel nouvelle nouveaux nouvelles autre provisoire temporaire neuf
change: chang* modifi* renouvel* remplac* refair*
forgot: oubli* perdu perdue egare* zappe zappee trou envole envolee
expired: expir* perime perimee echu
know: sais sait souvien* souvenir rappelle rappel retrouve retrouver connais
accept: accepte acceptee acceptes reconnu reconnait reconnus prend passe
works: marche marchent fonctionne fonctionnent marchait va
wrong: incorrect incorrecte errone erronee faux invalide mauvais refuse refusee
account: compte comptes session profil login identifiant acct
unlock: debloqu* deverrouill* reactiv* rouvr* deblocage deverrouillage liber*
locked: bloque bloquee bloques verrouille verrouillee verrouilles suspendu suspendue blocage enferme verrou lock
lock: bloquer bloquez desactiv* fermer fermez couper coupez suspendre suspendez cloturer cloturez coupure fermeture verrouiller
mfa: mfa 2fa a2f authenticator authentificateur authentification facteur facteurs double-authentification otp
phone: telephone telephones portable mobile smartphone iphone gsm natel tel samsung android
gone: perdu perdue vole volee casse cassee neuf nouveau nouvel mort morte tombe change tombee noye remplace hs efface supprime desinstalle efface lache
device: ordinateur ordi pc laptop poste portable machine tablette mac macbook
group: groupe groupes liste listes diffusion equipe distribution membre membres canal
add: ajout* rajout* inscri* inclu* integr* mett* mets met rejoindre ajouter rattach* partie
into: dans au aux a sur en
out: retir* enlev* supprim* sortir sortez desinscri* ot* oter exclu* vir* desabonn*
access: acces acceder accede accedent droit droits autorisation autorisations licence licences permission permissions habilitation habilitations entree
revoke: retir* enlev* supprim* revoqu* coup* ot* suppression retrait fermer
open: ouvrir utiliser acceder consulter voir entrer rentrer ouvre ouvrir consulter connecter connecte
install: install* reinstall* deploy*
uninstall: desinstall* 
update: maj actualis* obsolete 
missing: manque manquent absent absente
prints: imprim* sort reagit repond bouge
stuck: bloque bloquee coince coincee bourrage file spouleur spooler hs panne plante plantee plus fige attente clignote erreur muette reagit
restart: redemarr* relanc* vider videz vide purger purge
printing: imprimante imprimantes
starts: commence commencera debut debute debutera arrive arrivera rejoint rejoindra prend demarre demarrera integre
newcomer: arrivant arrivante collaborateur collaboratrice stagiaire recrue embauche embauchee embauchons onboarding apprenti apprentie arrivee alternant alternante employe employee salarie salariee entree interimaire assistante assistant nouvelle nouveau
create: creer creez cree creation preparer preparez
leaves: quitte quittera quittent part partira depart demissionne demission offboarding sortie licencie licenciee
trouble: connecter connecte connexion acceder entrer rentrer ouvrir arrive arrivons imprimer envoyer voir travailler recevoir recois
elsewhere: site wifi routeur banque bancaire gmail icloud netflix alarme porte portail fournisseur coffre boutique livebox facebook instagram impots mutuelle
done: fait faite
past: avait avaient etait etaient hier dernier derniere derniers autrefois
if: quand lorsque lorsqu' des jamais-si
belong: pour de d' du des sur dans a au aux en par chez avec
around: apres depuis avant pendant suite durant car
and: et ou ainsi
says: dit disent demandait indique pense affirme raconte
small: mercii merciii rates ratees moment-la lire voir imprimer suivre gerer preparer travailler saisir planifier remplir signer necessaire faire consultation essais tentative conge maternite maladie arret compter hors anciens ancien ancienne remplacement avance collegue's et ou mais donc car alors bien tres trop peu encore toujours deja juste vraiment totalement completement svp vous tu te t' on y en que qu' qui ne n' se s' c' ca cela ceci est sont suis es etre ete ai as a avez avons ont aura aurait serait sera soit fait faire faites fais va vais aller bonne journee soiree matin soir midi jour jours semaine semaines mois lundi mardi mercredi jeudi vendredi samedi dimanche aujourdhui demain maintenant urgent urgence urgente vite rapidement rapide tot tard asap avance remercie remerciements quelquun qqn equipe-it support informatique service it helpdesk monde tous toutes tout toute merci bcp beaucoup mille svp- avec pour par chez sur dans chaque fois trois deux cinq plusieurs tentatives essais essai essaye tente afin ici la-bas aussi egalement nom nomme appelle objet ticket demande-de suivant suivante suivants application appli logiciel programme outil version derniere logiciels travail bureau cabinet entreprise societe windows outlook pro professionnel professionnelle messagerie conges vacances weekend reunion apres avant depuis ce matin-la probleme souci aide aider aidez petit petite truc chose quelque heures heure minutes minute gentil gentille gentillesse sympa super cool bien vouloir voici voila bonne dossier dossiers dossiers-la planning comptabilite facture factures seulement temporairement definitivement durablement immediatement immediat desormais prochain prochaine svp autant dire part apparemment visiblement malheureusement systematiquement bete comme lors retour rentree dois doit devons parce puisque tellement hein oups desole desolee mea culpa zut help plait regards
`;

const FRAMES = `
reset_password wish: pw reset => please reset {my} password {of}
reset_password wish: pw change please|can|need|want !give => please reset {my} password {of}
reset_password wish: pw new need|give|set|can|want|get|please => please reset {my} password {of}
reset_password state: pw forgot => {my} password {of} is forgotten
reset_password state: pw expired no? => {my} password {of} has expired
reset_password state: pw no know => {my} password {of} is not known any more
reset_password state: pw no accept => {my} password {of} is not accepted
reset_password state: pw no works => {my} password {of} does not work
reset_password state: pw wrong => {my} password {of} is not accepted
reset_password state: pw without !reset !change !new => {my} password {of} is forgotten
unlock wish: account unlock !#app => please unlock {my} account {of}
unlock wish: me|#person unlock locked? !#app !#printer => please unlock {my} account {of}
unlock state: account locked !lock => {my} account {of} is locked
unlock state: me|#person locked !#printer !lock => {my} account {of} is locked
mfa wish: mfa reset|new|change|unlock => please reset {my} MFA {of}
mfa wish: mfa out please|can|need => please reset {my} MFA {of}
mfa wish: mfa create|install please|can|need => please reset {my} MFA {of}
mfa state: mfa phone gone|forgot|new => please reset {my} MFA {of}
join wish: #group add !out !no => please add {me} to the {group} group
join wish: #group access need|give|want|can|please|get !out !no => please add {me} to the {group} group
join wish: #group into want|need|can !out !access !no => please add {me} to the {group} group
join wish: #group group want|need|can|please !out !no => please add {me} to the {group} group
join wish: #group missing|need !out !no => please add {me} to the {group} group
leave wish: #group out => please remove {me} from the {group} group
access wish: #app access need|give|get|want|can|please !revoke !out !no => please give {me} access to {app}
access wish: #app need|missing|give !revoke !out !no !device !#device => please give {me} access to {app}
access wish: #app open|get can|want|need !revoke !out !no !device !#device => please give {me} access to {app}
access wish: #app access create|install|add !revoke !out !no => please give {me} access to {app}
access wish: #app access #person|me !revoke !out !no => please give {me} access to {app}
access wish: #app please #person|me !out !revoke !uninstall !update !device !#device !no => please give {me} access to {app}
access wish: #app add me|#person !revoke !out !no => please give {me} access to {app}
access state: #app no access|open => please give {me} access to {app}
revoke wish: #app access revoke|out|lock => please revoke {whose} access to {app}
revoke wish: #app need no access => please revoke {whose} access to {app}
access wish: #licence access? need|give|get|want|can|please !revoke !out !no => please give {me} the {licence} licence
install wish: #software install !uninstall !no => please install {software} {on}
install wish: #software need|get|give|please|missing|want|can device|#device !uninstall !update !out !no => please install {software} {on}
install wish: #software need|please|missing !uninstall !update !out !no => please install {software} {on}
install state: #software no|missing device|#device => please install {software} {on}
uninstall wish: #software uninstall|out => please uninstall {software} {on}
update wish: #software update => please update {software} {on}
printer state: #printer no prints|works|accept * => the printer {printer} does not print
printer state: #printer stuck no? prints? * => the printer {printer} is stuck
printer wish: #printer restart|stuck|reset * => please restart the print queue of {printer}
printer state: printing no prints|works|accept * => our printer does not print
printer state: printing stuck no? prints? * => our printer is stuck
leave_company wish: account|access lock !#app => please disable the account {of} {when}
leave_company wish: #person lock !#app !#group => please disable the account {of} {when}
onboard wish: #stranger newcomer|starts starts|create|account|newcomer => new employee {stranger} starts {when}. Please create an account
leave_company state: #person leaves * => {Person} leaves {when}. Please offboard {Person}
reset_password|mfa echo: reset =>
reset_password echo: need|give|get|want|please|can new !stuck !restart =>
reset_password echo: change can|please =>
printer echo: restart|stuck can|please =>
unlock echo: unlock =>
join|leave echo: add =>
leave_company echo: lock =>
access|install echo: add can|please =>
`;

/** Verbs of deeds, without their ends. */
const DEED =
  '(?:reinitialis|debloqu|deverrouill|ajout|retir|enlev|install|desinstall|activ|attribu|mis a jour|redemarr|relanc)';

export const FRENCH_GIST: GistLanguage = {
  classes: CLASSES,
  frames: FRAMES,
  fold: (word) => word.normalize('NFD').replace(/\p{M}/gu, ''),
  spellings: [
    [/->|=>|→|>/gu, ','],
    [/\b(?:mots? de passes?|mot-de-passe|mots?\s+d'passe)\b/giu, 'mdp'],
    [
      /\b(?:code|codes) (?:de (?:vérif|verif|valid|sécur|secur|connexion)\p{L}*|sms|d'authentification|mfa)/giu,
      'mfa',
    ],
    [
      /\b(?:double[ -](?:authentification|facteur|vérification|verification)|authentification (?:à|a) (?:deux|2|double|plusieurs) facteurs?|authentification multi-?facteurs?|vérification en deux étapes|validation en deux étapes|appli(?:cation)? d'authentification)/giu,
      'mfa',
    ],
    [/\b(?:mettre|mettez|mets|met|remettre|mise?s?) (?:\p{L}+ ){0,3}?(?:à|a) jour/giu, 'maj'],
    [/\b(?:remettre|remettez|remise|remets) (?:\p{L}+ ){0,3}?(?:à|a) z[ée]ro/giu, 'réinitialiser'],
    [/\bil (?:me |m'|nous )?(?:faut|faudrait)/giu, 'besoin'],
    [/\bil (?:lui|leur) (?:faut|faudrait)/giu, 'lui besoin'],
    [/\bil (?:me |m'|nous )?manque/giu, 'manque'],
    [
      /\b(?:il y a|y a-?t-?il|il s'agit|il semble|il est|il serait|serait-il|est-il) (?:possible|que|de|d')?/giu,
      (found) => (/possible/i.test(found) ? 'possible ' : ' '),
    ],
    [/\bne (?:fais|fait|faisons|font) plus partie\b/giu, 'quitte'],
    [/\b(?:l'|l[ea] |les )(?=(?:r?ajout|inscri|retir|enlev|int[ée]gr|d[ée]sinscri|exclu)\p{L})/giu, 'lui '],
    [/(?<=(?:r?ajout|inscri|retir|enlev|int[ée]gr)\p{L}{1,4})-(?:l[ea]|les)\b/giu, ' lui'],
    [/\bpourquoi pas\b/giu, ' '],
    [
      /\bmerci (?:de (?:bien vouloir )?(?!m'avoir|nous avoir|votre|ton|ta |vos )|d'(?!avance|avoir|être))/giu,
      'svp ',
    ],
    [/\bmerci (?:d'avance|par avance)/giu, ' '],
    [
      /\b(?:lui|leur|me|nous|m') (?:re)?(?:faire|fais|faites)/giu,
      (found) => found.replace(/faire|fais|faites/i, 'donner'),
    ],
    [
      /\bsi (?:(?:c'est|cela|ça|vous|tu|vs|jamais|ce n'est pas|tout) ?)*(?:possible|pouvez|peux|avez (?:le temps|un moment|deux minutes)|as (?:le temps|deux minutes)|bon|ok|convient|vous plaît|dérange pas)[^.,;!?\n]*/giu,
      ' svp ',
    ],
    [/\bpc portable\b/giu, 'ordinateur'],
    [
      /\b(?:que (?:dois|puis|faut)[- ](?:je|il) faire|que faire|quoi faire|vous pouvez m'aider|tu peux m'aider|pouvez-vous m'aider|peux-tu m'aider|qui peut m'aider)\b\s*\??/giu,
      '.',
    ],
    [/\b(?:par erreur|sans (?:faire )?exprès|par mégarde|en télétravail)\b/giu, ' '],
  ],
  invites:
    /^(?:(?:bonjour|et|alors|donc|svp|ou|qui) )*(?:(?:pouvez|pourriez|peux|pourrais|voulez|voudriez|auriez|aurais) (?:vous|tu|on)|(?:vous|tu) (?:pouvez|pourriez|peux|pourrais)|est ce que (?:vous|tu|quelquun|qqn|on)|quelquun (?:peut|pourrait)|possible)\b/u,
  stops: new RegExp(
    [
      "c' est (?:bon|regle|resolu|ok|reparti|arrange|revenu)",
      '(?:probleme|souci) (?:est )?(?:resolu|regle)',
      'finalement',
      'laisse(?:z|r)? tomber',
      'oubliez',
      'oublie (?:ca|cela|ma demande|mon message)',
      'annul\\w* (?:ma|la|cette|mon|le|ce|notre)',
      "(?:pas|plus) (?:la peine|besoin|necessaire|utile|d' actualite)",
      'inutile',
      "(?:j' ai|ai|a) (?:\\w+ )?(?:retrouve|reussi)",
      "(?:ca|tout|cela|c' est) (?:re)?(?:marche|fonctionne|remarche)",
      '(?:remarche|refonctionne)\\w*',
      "merci (?:beaucoup |bcp |encore |infiniment )?(?:pour|d' avoir|a )",
      'fausse alerte',
      'ne (?:faites|fais|touchez|touche|changez|change) (?:rien|pas|surtout)',
      'surtout pas',
      "change(?:r|e|ent)? d' avis",
      "(?:pense|crois|trouve|dirais) (?:que|qu') .*\\bdevrai\\p{L}*",
      'reponse automatique',
      'absence du bureau',
      'actuellement absente?',
      'fils',
      'fille',
      'mere',
      'pere',
      'maman',
      'papa',
      'frere',
      'soeur',
      'mari',
      'femme',
      'epou\\w+',
      'ami|amie|copain|copine',
      'enfants?',
      'voisine?',
      'perso|personnel|personnelle|privee?',
      'ecole|universite|lycee|fac',
      'par exemple|en theorie|theorique\\w*|imaginons|supposons|hypothe\\w+',
      'curiosite|curieu\\w+',
      'il parait|parait il|rumeur',
      'tant pis|ignorez|ignore',
      'a (?:bien )?(?:marche|fonctionne)',
      'orange|sfr|free',
    ]
      .map((part) => `(?<!\\p{L})(?:${part})(?!\\p{L})`)
      .join('|'),
    'u',
  ),
  asks: new RegExp(
    [
      '(?<!\\p{L})(?:expliqu|montr|indiqu|dire|dites|savoir|rappel|precis)\\p{L}* (?:\\p{L}+ )?(?:comment|ou|qui|si|pourquoi|quand|quel\\p{L}*)(?!\\p{L})',
      "^(?:(?:et|mais|alors|donc|bonjour|au fait|sinon|svp) )*(?:comment|pourquoi|quand|combien|qui|que|quoi|quels?|quelles?|ou|qu' est ce)(?!\\p{L})",
      "^(?:(?:et|mais|alors|donc|bonjour|sinon) )*est ce (?:que|qu') (?!(?:vous|tu|quelquun|qqn|on) (?:peu|pou)|je (?:peux|pourrais) (?:avoir|obtenir|recevoir|etre)).* \\?$",
      "^(?:(?:et|mais|alors|donc|bonjour) )*(?:faut il|dois je|puis je (?!avoir|obtenir|recevoir|etre)|peut on|est il|y a t il|avez vous|as tu|savez vous|sais tu|connaissez|suis je|ai je|a t|sont ils|est elle|c' est (?:quoi|normal|vrai)).* \\?$",
      `(?<!\\p{L})(?:ai|as|a|avez|avons|ont|avait|avaient|etait|est|sont|vient d' etre|viens d' etre) (?:(?:ete|deja|bien|tout|recemment|enfin|aussi|juste|pas|encore|moi meme|lui meme) )*${DEED}e?e?s?(?!\\p{L})`,
      `(?<!\\p{L})(?:ai|as|a|avez|avons|ont|est|ete) (?:chang|modifi|renouvel)e?e?s? (?:\\p{L}+ )?(?:mdp|compte)`,
      `(?<!\\p{L})(?:je|j') (?:l' |le |la |les )?${DEED}e(?!\\p{L})`,
    ].join('|'),
    'u',
  ),
  alarms:
    /(?<!\p{L})(?:pirat\p{L}*|hack\p{L}*|phishing|hameconn\p{L}*|virus|arnaqu\p{L}*|rancon\p{L}*|suspect\p{L}*|frauduleu\p{L}*|compromis\p{L}*|intrus\p{L}*)|(?<!\p{L})(?:ai|a|ete|fait) (?:\p{L}+ )?voler?e?(?!\p{L})|(?:quelquun|inconnu\p{L}*|qqn|une personne)(?: d' autre)? (?:\p{L}+['’]? ){0,4}(?:connecte|utilise|envoye|envoie|change|modifie|acces)|(?:n' est|n' etait|etait|est) pas moi|clique (?:\p{L}+ )?(?:sur|dans) (?:un|le|ce|une)|connexions? (?:depuis|en provenance)|demandes? (?:de connexion|de validation|d' authentification|mfa)|(?:mails?|messages?) (?:bizarres?|etranges?|douteux)/u,
  joints: wordSet('et mais car donc parce puisque comme alors afin or sinon qui'),
  topics: new Set(
    'pw reset account unlock locked lock mfa group add out access revoke install uninstall update printing newcomer leaves elsewhere create'.split(
      ' ',
    ),
  ),
  complaints: new Set(
    'mfa phone device phone trouble accept works prints know open access need missing mfa get'.split(' '),
  ),
};
