// How French writers wish, refuse, ask, suppose and link clauses; and how a message is put together. Data only.
import type { Chapter } from '../grammar.ts';

export const asking: Chapter = {
  rules: `
@you-can
(pouvez|pourriez|pourrez) vous => 
(peux|pourrais) tu => 
(vous|tu) (pouvez|pourriez|peux|pourrais) =>
(est ce que|est ce qu') (vous pouvez|vous pourriez|tu peux|tu pourrais|quelquun peut|quelquun pourrait|on peut me) => 
(quelquun) (peut|pourrait) [il] => 
(peut on|pourrait on) me =>
(auriez vous la gentillesse de|seriez vous en mesure de) => 
@it-possible
(serait il|est il|il serait|est ce|c' est|ce serait) (possible) (de|d') =>
@wish-open
(je voudrais|je souhaite|je souhaiterais|j' aimerais|je veux|nous voudrions|nous souhaitons|nous aimerions) [bien] => 
(il faudrait|il faut|il me faudrait) =>
(merci de|merci d'|merci de bien vouloir|veuillez|prière de|pourriez vous avoir la gentillesse de|je vous prie de|je vous demande de|je demande à|je vous remercie de) =>
@need
(j' ai|j' aurais) besoin (de|d') => I need
(nous avons|nous aurions) besoin (de|d') => we need
(je voudrais|je souhaite|je souhaiterais|j' aimerais|il me faut|il me faudrait|je veux|je demande) => I would like
besoin (de|d') => I need
@needed
<access> pour <acc> => <access> for <acc>
un nouveau <word-pw> => a new <word-pw>
[(une|un|la)] (réinitialisation|reset) [(de|du)] <pw> => a reset of <pw>
[le] déblocage (de|du) <account> => to have <account> unlocked
(aide|votre aide|un coup de main|assistance) => help
<app> <device> => <app> installed <device>
<app> [<device>] installé => <app> installed <device>
@needed-plain
<access> => <access>
@polite
<you-can> <do-inf> => please <do-inf>
<you-can> <do-imp> => please <do-imp>
<it-possible> <do-inf> => please <do-inf>
<it-possible> (avoir|obtenir) <needed-plain> => can I get <needed-plain>?
(puis je|pourrais je|je peux|je pourrais|est ce que je peux|est ce que je pourrais|peut on) (avoir|obtenir|recevoir) <needed-plain> => can I get <needed-plain>?
<you-can> (m' aider|me dépanner|nous aider) => please help me
<you-can> (m' aider|me dépanner|nous aider) (avec|pour|à propos de) <some-thing> => please help me with <some-thing>
(est ce que) <account> (peut|pourrait) être (débloqué|déverrouillé|réactivé) => please unlock <account>
<account> (peut|pourrait) il être (débloqué|déverrouillé|réactivé) => please unlock <account>
(est ce que) <pw> (peut|pourrait) être (réinitialisé) => please reset <pw>
@wish
<do-imp> => please <do-imp>
<do-inf> => please <do-inf>
<wish-open> <do-inf> => please <do-inf>
<you-can> <do-inf> => please <do-inf>
(je vous demande|je demande|demande|demande de) [la] réinitialisation (de|du) <pw> => please reset <pw>
[la] réinitialisation (de|du) <pw> => please reset <pw>
(réinitialisation|reset) (mot de passe|mdp) => please reset password
[(demande de)] déblocage (de|du) <account> => please unlock <account>
(demande|demande d') <access> => I need <access>
<need> <needed-plain> pour <acc> => <need> <needed-plain> for <acc>
<need> <needed-plain> [<when>] => <need> <needed-plain> <when>
<need> <needed> [<when>] => <need> <needed> <when>
<need> <do-inf> => please <do-inf>
(je dois|je voudrais|j' aimerais|il faudrait) faire <do-inf> => please <do-inf>
(un|une) (reset|réinitialisation) (de|du) <pw> => please reset <pw>
<need> <app> <device> => <need> <app> installed <device>
<need> accéder (à|au) <target> => <need> access to <target>
<need> (avoir|obtenir|recevoir) <needed-plain> => <need> <needed-plain>
(je voudrais|j' aimerais|je souhaite|je souhaiterais) faire partie (du|de la|de l'|des) <group> => please add me to <group>
<need> (être ajouté|être ajoutée|faire partie|rejoindre) <to-group> => please add me <to-group>
(je voudrais|j' aimerais|je souhaite) être (ajouté|ajoutée|inscrit|inscrite) <to-group> => please add me <to-group>
(je voudrais|j' aimerais|je souhaite) être (retiré|retirée|enlevé|supprimé) <from-group> => please remove me <from-group>
<third> (a|aurait) besoin (de|d') <needed-plain> => <third> needs <needed-plain>
<third> [(n'|ne)] a plus besoin (de|d'|de l') <needed-plain> => <third> does not need <needed-plain> any more
<third> (doit|devrait) être (ajouté|ajoutée) <to-group> => please add <third> <to-group>
<third> (doit|devrait) être (retiré|retirée|enlevé|enlevée) <from-group> => please remove <third> <from-group>
<pw> (doit|devrait) être (réinitialisé|changé) => please reset <pw>
<account> (doit|devrait) être (débloqué|déverrouillé|réactivé) => please unlock <account>
<needed-plain> => I need <needed-plain>
(aidez moi|aide moi|à l' aide|au secours|aide) => please help me
@dont
<dont-imp> => please do not <dont-imp>
<wish-open> <dont-inf> => please do not <dont-inf>
<dont-inf> => please do not <dont-inf>
<you-can> <dont-inf> => please do not <dont-inf>
(je ne veux pas|je ne souhaite pas|je veux pas|il ne faut pas|je n' ai pas besoin de|pas besoin de) <do-inf> => I do not want to <do-inf>
(je [n'] ai pas besoin|nous [n'] avons pas besoin) (de|d'|de l') <needed-plain> => I do not need <needed-plain>
(je [n'] ai plus besoin|plus besoin) (de|d'|de l') <needed-plain> => I do not need <needed-plain> any more
(je [n'] ai pas besoin|je [n'] ai plus besoin) (de|d') un nouveau <word-pw> => I do not need a new <word-pw>
(vous ne devez pas|tu ne dois pas|vous ne devriez pas) <do-inf> => you must not <do-inf>

@how
comment => how
où => where
(quand) => when
@ask
<how> (puis je|je peux|peut on|on peut|dois je|pourrais je|je dois|je fais pour|faire pour|fait on pour|est ce que je peux|est ce qu' on peut|est ce que je dois|se fait il) <do-inf> => <how> can I <do-inf>?
<how> <do-inf> => <how> can I <do-inf>?
<how> (puis je|je peux|faire pour|est ce que je peux|je fais pour) (me connecter|accéder) (à|au) <net> => <how> can I connect to <net>?
<how> (se connecter|me connecter|accéder) (à|au) <net> => <how> do I connect to <net>?
<how> (fonctionne|marche) <net> => <how> does <net> work?
<how> (obtenir|avoir|puis je avoir|puis je obtenir|demander) <needed-plain> => <how> do I get <needed-plain>?
<how> (configurer|installer|utiliser) (le|la|l'|mon) (vpn|wifi|authentificateur|authenticator|mfa|imprimante|messagerie|double authentification) => <how> do I set this up?
(quel est|c' est quoi) <pw> => what is <pw>?
(quel est|c' est quoi) le <word-pw> => what is the <word-pw>?
(que dois je|que faut il|qu' est ce que je dois|que puis je) faire => what do I have to do?
(je fais quoi|que faire|quoi faire) => what do I do?
(puis je|est ce que je peux|peut on|est ce qu' on peut|pourrais je) <do-inf> [moi même] => can I <do-inf>?
(dois je|est ce que je dois|faut il|est ce qu' il faut) <do-inf> => do I have to <do-inf>?
pourquoi <why> => why <why>?
qui a <done> => who <done>?
(avez vous|as tu|vous avez|tu as) [déjà] <done> => have you already <done>?
(est ce que vous avez|est ce que tu as|est ce que quelquun a) [déjà] <done> => have you already <done>?
(est ce que|est ce qu') <account> est (bloqué|verrouillé) => is <account> locked?
<account> est il (bloqué|verrouillé) => is <account> locked?
(est ce que|est ce qu') <some-thing> (marche|fonctionne) => does <some-thing> work?
(est ce que|est ce qu') <some-thing> est (en panne|down|hs) => is <some-thing> down?
(y a t il|est ce qu' il y a|il y a|avez vous|as tu) (du nouveau|des nouvelles|une mise à jour) (pour|sur|concernant|de) <ticket> => is there any news on <ticket>?
(y a t il|est ce qu' il y a|il y a|avez vous|as tu) (du nouveau|des nouvelles|une mise à jour) => is there any news?
(des nouvelles|du nouveau) (de|pour|sur|concernant) <ticket> => is there any news on <ticket>?
(des nouvelles|du nouveau|une mise à jour) => is there any news?
(où en est|quel est (l' état|le statut|l' avancement) (de|du)) <ticket> => what is the status of <ticket>?
où (en êtes vous|en est on) (avec|sur) <ticket> => what is the status of <ticket>?
(quand est ce que|quand) <ticket> sera [t il] (résolu|traité|terminé) => when will <ticket> be done?
(qui s' occupe de|qui traite) <ticket> => who works on <ticket>?
(statut|état) (de|du) <ticket> => status of <ticket>?
(est ce que) <third> a <needed-plain> => does <third> have <needed-plain>?
est ce que je suis <in-group> => am I <in-group>?
est ce que <third> est <in-group> => is <third> <in-group>?
(est ce que|est ce) (c' est|ce mail est|ce message est|que ce mail est) [(un|du)] (phishing|spam|fiable) => is this phishing?
quand (commence|arrive) <#name> => when does <#name> start?
quand <pw> expire [t il] => when does <pw> expire?
@ask-marked
(je peux|on peut) <do-inf> [moi même] => can I <do-inf>?
(je dois|on doit) <do-inf> => do I have to <do-inf>?
@why
<account> (est|a été|est il) (bloqué|verrouillé) => is <account> locked
<some-thing> <works-not> => is it that <some-thing> <works-not>
(dois je|est ce que je dois|je dois) [(toujours|encore)] <do-inf> => do I have to <do-inf>
<pw> a été (réinitialisé|changé) => was <pw> reset
(je [ne] peux pas|je [n'] arrive pas à) me connecter => can I not sign in

@ticket
(mon|ma|le|la|notre) (ticket|demande|incident|dossier) [(numéro|n°)] [<#ticket>] => my ticket <#ticket>
[le] ticket <#ticket> => ticket <#ticket>
<#code> => <#code>

@suppose
(si|s'|au cas où|dans le cas où|lorsque|lorsqu'|quand|dès que) => if
@supposed
[j'] oublie <pw> [(un jour|encore|à nouveau)] => I forget <pw>
[j'] oubliais <pw> [un jour] => I forgot <pw>
<account> est (bloqué|verrouillé) [(encore|à nouveau)] => <account> is locked
<account> se bloque [(encore|à nouveau)] => <account> is locked
je [ne] (peux|arrive) (pas|plus) [à] me connecter => I cannot sign in
je (perds|perdais) mon <phone> => I lose my phone
<pw> expire => <pw> expires
<some-thing> <works-not> => <some-thing> <works-not>
<one> oublie son <word-pw> => <one> forgets their <word-pw>
(c' est|il est) possible => it is possible
(vous pouvez|tu peux) <do-inf> => you can <do-inf>
@because
<own-state> => <own-state>
<own-phone> => <own-phone>
<other-state> => <other-state>
@after-if
(réinitialisez|réinitialise) (le|moi) => then please reset it
(débloquez|débloque) (le|moi) => then please unlock it
(je vous recontacte|je reviens vers vous|je vous préviens) => I will get back to you
@it
<you-can> (le|me le) réinitialiser => please reset it
<you-can> (le|me le) (débloquer|déverrouiller) => please unlock it
(pouvez|pourriez) vous m' aider => please help me
(merci de|veuillez) (le|me le) (réinitialiser) => please reset it
(merci de|veuillez) (le|me le) (débloquer|déverrouiller) => please unlock it

@clause
<dont> => <dont>
<wish> => <wish>
<polite> => <polite>
<it> => <it>
<say> => <say>
<thanks> => <thanks>
<bye> => <bye>
<hello> => <hello>
@link
, => ,
et => and
, et => and
(mais|, mais) => , but
(car|, car) => because
@sentence
<clause> => <clause>
<ask> => <ask>
<clause> <link> <sentence> => <clause> <link> <sentence>
<suppose> <supposed> , [alors] <sentence> => if <supposed>, <sentence>
<suppose> <supposed> , [alors] <after-if> => if <supposed>, <after-if>
<clause> [,] <suppose> <supposed> => <clause> if <supposed>
<clause> [,] parce (que|qu') <because> => <clause> because <because>
<hello> <sentence> => <hello>, <sentence>
<thanks> [(et|,)] <bye> => <thanks>, <bye>
<sentence-thanked> <thanks> => <sentence-thanked>, <thanks>
@sentence-thanked
<wish> => <wish>
@question
<ask> => <ask>
<ask-marked> => <ask-marked>
<polite> => <polite>
<it> => <it>
<hello> [,] <question> => <hello>, <question>
<say> <link> <question> => <say> <link> <question>
<thanks> <link> <question> => <thanks> <link> <question>
<suppose> <supposed> , [alors] <ask> => if <supposed>, <ask>
<ask> [,] <suppose> <supposed> => if <supposed>, <ask>
<polite> [,] <thanks> => <polite>, <thanks>
<polite> [,] (car|parce que|parce qu') <because> => <polite> because <because>
<polite> , <say> => <polite>, <say>
`,
};
