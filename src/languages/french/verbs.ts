// What French writers ask for, verb by verb. Data only.
import type { Chapter } from '../grammar.ts';
import { readVerbs } from '../verb-table.ts';

/** `*` a verb: imperative (vous, tu) ; infinitive ; participle ; infinitive with "me" ; imperative with "moi"; `-` where it has none. */
const TABLE = `
= RESET
- <pw> => reset <pw>
- <mfa> => reset <mfa>
= UNLOCK
- <account> => unlock <account>
= ADD
- <acc> <to-group> => add <acc> <to-group>
- <to-group> <acc> => add <acc> <to-group>
= REMOVE
- <acc> <from-group> => remove <acc> <from-group>
- <from-group> <acc> => remove <acc> <from-group>
= GIVE
- <access> <to-one> => give <to-one> <access>
- <to-one> <access> => give <to-one> <access>
= INSTALL
- <app> <device> => install <app> <device>
- <device> <app> => install <app> <device>
- <app> (pour|chez) <acc> => install <app> for <acc>
- <app> => install <app>
= NEWPW
- un nouveau <word-pw> <to-one> => give <to-one> a new <word-pw>
* réinitialisez|réinitialise ; réinitialiser ; réinitialisé|réinitialisée ; - ; -
RESET
* remettez|remets ; remettre à zéro ; remis à zéro ; - ; -
RESET
* - ; - ; - ; me réinitialiser ; réinitialisez moi|réinitialise moi
RESET
* changez|change|modifiez|modifie ; changer|modifier ; changé|modifié ; me changer ; changez moi|change moi
- <pw> => change <pw>
* donnez|donne|envoyez|envoie ; donner|envoyer|attribuer|créer|générer ; donné|envoyé ; - ; -
NEWPW
* - ; - ; - ; me donner|m' envoyer|m' attribuer|me créer|m' en donner|me générer ; donnez moi|donne moi|envoyez moi|envoie moi
- un nouveau <word-pw> => give me a new <word-pw>
- un <word-pw> temporaire => give me a temporary <word-pw>
* débloquez|débloque|déverrouillez|déverrouille|réactivez|réactive|déloquez ; débloquer|déverrouiller|réactiver ; débloqué|déverrouillé|réactivé|débloquée ; - ; -
UNLOCK
* - ; - ; - ; me débloquer|me déverrouiller ; débloquez moi|débloque moi
UNLOCK
* ajoutez|ajoute|mettez|mets|intégrez|intègre|inscrivez|inscris|incluez ; ajouter|mettre|intégrer|inscrire|inclure|rajouter ; ajouté|ajoutée|mis|intégré|inscrit|ajoutés ; - ; -
ADD
* - ; - ; - ; m' ajouter|me mettre|m' intégrer|m' inscrire|me rajouter|m' inclure ; ajoutez moi|ajoute moi|mettez moi|mets moi|inscrivez moi|rajoutez moi|inscris moi
- <to-group> => add me <to-group>
* retirez|retire|enlevez|enlève|supprimez|supprime|sortez|ôtez ; retirer|enlever|supprimer|sortir|désinscrire ; retiré|retirée|enlevé|supprimé|enlevée ; - ; -
REMOVE
* - ; - ; - ; me retirer|m' enlever|me supprimer|me sortir|me désinscrire|me désabonner ; retirez moi|retire moi|enlevez moi|enlève moi|supprimez moi|désinscrivez moi
- <from-group> => remove me <from-group>
* donnez|donne|accordez|accorde|attribuez|attribue|octroyez ; donner|accorder|attribuer|octroyer ; donné|accordé|attribué ; - ; -
GIVE
* - ; - ; - ; me donner|m' accorder|m' attribuer|m' octroyer|me fournir ; donnez moi|donne moi|accordez moi|attribuez moi|fournissez moi
- <access> => give me <access>
* ouvrez|ouvre|activez|active ; ouvrir|activer ; ouvert|activé ; - ; -
GIVE
- <access> => give me <access>
* retirez|retire|supprimez|supprime|révoquez|révoque|enlevez|enlève ; retirer|supprimer|révoquer|enlever ; retiré|supprimé|révoqué ; - ; -
- <their-access> (à|de) <one> => remove <one>'s <their-access>
- (à|a) <one> <access> => remove <one>'s <access>
- <access> (à|a|de) <one> => remove <one>'s <access>
- (mon|mes) <access-word> (à|au|sur) <app> => remove my <access-word> to <app>
* installez|installe ; installer ; installé ; - ; -
INSTALL
* - ; - ; - ; m' installer ; installez moi|installe moi
INSTALL
* réinstallez|réinstalle ; réinstaller ; réinstallé ; - ; -
INSTALL install reinstall
* désinstallez|désinstalle ; désinstaller ; désinstallé ; - ; -
- <app> (de|du) (mon|ma) <word-device> [<#code>] => uninstall <app> from my <word-device> <#code>
- <app> (de|du) <#code> => uninstall <app> from <#code>
- <app> <device> => uninstall <app> <device>
- <app> => uninstall <app>
* mettez à jour ; mettre à jour ; mis à jour ; - ; -
INSTALL install update
* redémarrez|redémarre|relancez|relance ; redémarrer|relancer ; redémarré ; - ; -
- <printer> => restart <printer>
- <own-device> => restart <own-device>
- le serveur [<#code>] => restart the server <#code>
* réparez|répare|dépannez ; réparer|dépanner ; réparé ; - ; -
- <printer> => fix <printer>
- <own-device> => fix <own-device>
* fermez|ferme|clôturez|clôture ; fermer|clôturer ; fermé|clôturé ; - ; -
- <ticket> => close <ticket>
* désactivez|désactive|bloquez|bloque ; désactiver|bloquer ; désactivé ; - ; -
- <account> => disable <account>
* créez|crée ; créer ; créé ; - ; -
- un <word-account> pour <acc> => create an <word-account> for <acc>
* vérifiez|vérifie ; vérifier ; vérifié ; - ; -
- <account> => check <account>
- <printer> => check <printer>
`;

export const verbs: Chapter = { verbs: readVerbs(TABLE, ['imp', 'inf', 'part', 'meinf', 'meimp']) };
