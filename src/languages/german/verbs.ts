// What German writers ask for, verb by verb. Data only.
import type { Chapter } from '../grammar.ts';
import { readVerbs } from '../verb-table.ts';

/**
 * `*` a verb: what opens a wish (Sie, du, ihr) ; what closes it ; infinitive ; infinitive with "zu" ; participle. `=` names
 * objects that several verbs share; `-` is an object and its English, ` | ` where words of time may stand.
 */
const TABLE = `
= RESET
- <pw> => reset <pw>
- <mfa> => reset <mfa>
- (es|das|dieses) => reset it
- mir | das <word-pw> => reset my <word-pw>
- <one-dat> | das <word-pw> => reset the <word-pw> of <one-dat>
= UNLOCK
- <account> => unlock <account>
- (es|ihn|das) => unlock it
- mich => unlock my account
- <one-acc> => unlock the account of <one-acc>
= ADD
- <acc> | <to-group> => add <acc> <to-group>
- <to-group> | <acc> => add <acc> <to-group>
- <acc> | als mitglied <to-group> => add <acc> <to-group>
= REMOVE
- <acc> | <from-group> => remove <acc> <from-group>
- <from-group> | <acc> => remove <acc> <from-group>
= GIVE
- <dat> | <access> => give <dat> <access>
- <access> | (fuer|an) <acc> => give <acc> <access>
- fuer <acc> | <access> => give <acc> <access>
- <access> => give me <access>
= OPEN
- <target> | fuer <acc> => give <acc> access to <target>
- <dat> | <target> => give <dat> access to <target>
- fuer <acc> | <target> => give <acc> access to <target>
= TAKE
- <dat-whose> | <access> => remove <dat-whose> <access>
- <dat-whose> | (den|die|das) <access> => remove <dat-whose> <access>
- (den|die|meinen|meine) | <access> => remove my <access>
= INSTALL
- <app> | <device> => install <app> <device>
- <device> | <app> => install <app> <device>
- mir | <app> <device> => install <app> <device>
- mir | <app> => install <app> for me
- <app> | bei (mir|uns) => install <app> for me
- bei mir | <app> => install <app> for me
- <app> | fuer mich => install <app> for me
- <app> | (fuer|bei) <one-dat> => install <app> for <one-dat>
- <app> => install <app>
= NEW_PW
- <dat> | ein (neues|neus) <word-pw> => give <dat> a new <word-pw>
- <dat> | [ein] temporaeres <word-pw> => give <dat> a temporary <word-pw>
- ein neues <word-pw> | fuer <acc> => give <acc> a new <word-pw>
* setzen sie|setz|setze|setzt ; zurueck ; zuruecksetzen|ruecksetzen ; zurueckzusetzen ; zurueckgesetzt
RESET
* resetten sie|resette|resettet ; ; resetten|reseten ; zu resetten ; resettet|geresettet|resetted
RESET
* setzen sie|setz|setze|setzt ; neu ; neu setzen ; neu zu setzen ; neu gesetzt
- <pw> => reset <pw>
* vergeben sie|vergib|vergebt ; neu ; neu vergeben ; neu zu vergeben ; neu vergeben
- <pw> => reset <pw>
* richten sie|richte|richtet ; neu ein ; neu einrichten ; neu einzurichten ; neu eingerichtet
- <mfa> => reset <mfa>
* aendern sie|aendere|aender|aendert ; ; aendern ; zu aendern ; geaendert
- <pw> => change <pw>
* geben sie|gib|gebt ; ; geben ; zu geben ; gegeben
NEW_PW
- <dat> | <access> => give <dat> <access>
- <access> | (fuer|an) <acc> => give <acc> <access>
* schicken sie|schick|schicke|schickt|senden sie|sende|sendet ; [zu] ; schicken|senden|zuschicken|zusenden ; zu schicken|zu senden ; geschickt|zugeschickt
NEW_PW
* vergeben sie|vergib|vergebt|erstellen sie|erstell|erstelle|erstellt ; ; vergeben|erstellen ; zu vergeben|zu erstellen ; vergeben|erstellt
NEW_PW
* entsperren sie|entsperr|entsperre|entsperrt ; ; entsperren|entsperen ; zu entsperren ; entsperrt
UNLOCK
* schalten sie|schalt|schalte|schaltet ; frei ; freischalten ; freizuschalten ; freigeschaltet
UNLOCK
GIVE
OPEN
* geben sie|gib|gebt ; frei ; freigeben ; freizugeben ; freigegeben
UNLOCK
OPEN
* heben sie|heb|hebe|hebt ; auf ; aufheben ; aufzuheben ; aufgehoben
- (die sperre|die sperrung|kontosperrung|kontosperre|die kontosperrung|die kontosperre) | [(meines|von meinem) <word-account>] => unlock my account
* fuegen sie|fueg|fuege|fuegt|nehmen sie|nimm|nehmt ; hinzu ; hinzufuegen ; hinzuzufuegen ; hinzugefuegt
ADD
* nehmen sie|nimm|nehmt ; [mit] (auf|rein) ; aufnehmen|reinnehmen|hinzunehmen ; aufzunehmen ; aufgenommen|reingenommen
ADD
* tragen sie|trag|trage|tragt ; ein ; eintragen ; einzutragen ; eingetragen
ADD
* setzen sie|setz|setze|setzt|packen sie|pack|packe|packt|tun sie|tu|tut|stecken sie|steck|steckt ; [rein] ; setzen|packen|reinpacken|reinsetzen|tun|stecken|reintun ; zu setzen ; gesetzt|gepackt
ADD
* nehmen sie|nimm|nehmt ; (raus|heraus) ; rausnehmen|herausnehmen|nehmen ; herauszunehmen|rauszunehmen ; rausgenommen|herausgenommen|genommen
REMOVE
* nehmen sie|nimm|nehmt|entfernen sie|entfern|entferne|entfernt|loeschen sie|loesch|loesche|loescht ; ; entfernen|loeschen ; zu entfernen|zu loeschen ; entfernt|geloescht
REMOVE
* tragen sie|trag|trage|tragt|werfen sie|wirf|werft|schmeiss|schmeisst ; (aus|raus) ; austragen|rauswerfen|rausschmeissen ; auszutragen|rauszuwerfen ; ausgetragen|rausgeworfen
REMOVE
* streichen sie|streich|streiche|streicht ; ; streichen ; zu streichen ; gestrichen
REMOVE
* erteilen sie|erteile|erteilt|gewaehren sie|gewaehre|gewaehrt|besorgen sie|besorg|besorge|besorgt ; ; erteilen|gewaehren|besorgen ; zu erteilen|zu gewaehren ; erteilt|gewaehrt|besorgt
GIVE
* richten sie|richte|richtet ; ein ; einrichten ; einzurichten ; eingerichtet
GIVE
OPEN
* weisen sie|weis|weise|weist|teilen sie|teil|teile|teilt ; zu ; zuweisen|zuteilen ; zuzuweisen ; zugewiesen|zugeteilt
GIVE
* entziehen sie|entzieh|entziehe|entzieht|entfernen sie|entfern|entferne|entfernt ; ; entziehen|entfernen ; zu entziehen ; entzogen|entfernt
TAKE
* nehmen sie|nimm|nehmt ; weg ; wegnehmen ; wegzunehmen ; weggenommen
TAKE
* installieren sie|installier|installiere|installiert ; ; installieren|instalieren ; zu installieren ; installiert
INSTALL
* spielen sie|spiel|spiele|spielt ; (auf|drauf) ; aufspielen|draufspielen ; aufzuspielen ; aufgespielt
INSTALL
* installieren sie|installier|installiere|installiert ; neu ; neu installieren|neuinstallieren ; neu zu installieren ; neu installiert|neuinstalliert
INSTALL install reinstall
* deinstallieren sie|deinstallier|deinstalliere|deinstalliert ; ; deinstallieren ; zu deinstallieren ; deinstalliert
INSTALL install uninstall
- <app> | (von|vom) <own-thing> <word-device> [<#code>] => uninstall <app> from <own-thing> <word-device> <#code>
- <app> | (von|vom) <#code> => uninstall <app> from <#code>
* entfernen sie|entfern|entferne|entfernt ; ; entfernen ; zu entfernen ; entfernt
- <app> | (von|vom) <own-thing> <word-device> [<#code>] => uninstall <app> from <own-thing> <word-device> <#code>
- <app> | (von|vom) <#code> => uninstall <app> from <#code>
* spielen sie|spiel|spiele|spielt ; ; spielen ; zu spielen ; gespielt
- [mir] | <app> <device> => install <app> <device>
* aktualisieren sie|aktualisier|aktualisiere|aktualisiert|updaten sie|update ; ; aktualisieren|updaten ; zu aktualisieren ; aktualisiert
INSTALL install update
* reparieren sie|reparier|repariere|repariert ; ; reparieren ; zu reparieren ; repariert
- <printer> => fix <printer>
- <own-device> => fix <own-device>
* starten sie|starte|start|startet ; neu ; neu starten|neustarten ; neu zu starten ; neu gestartet|neugestartet
- <printer> => restart <printer>
- <own-device> => restart <own-device>
- <device-server> => restart <device-server>
* schliessen sie|schliess|schliesse|schliesst ; ; schliessen ; zu schliessen ; geschlossen
- <ticket> => close <ticket>
* deaktivieren sie|deaktivier|deaktiviere|deaktiviert|sperren sie|sperr|sperre|sperrt ; ; deaktivieren|sperren ; zu deaktivieren|zu sperren ; deaktiviert|gesperrt
- <account> => disable <account>
* legen sie|leg|lege|legt ; an ; anlegen ; anzulegen ; angelegt
- [ein] [neues] <word-account> | fuer <acc> => create an <word-account> for <acc>
- fuer <acc> | [ein] [neues] <word-account> => create an <word-account> for <acc>
* erstellen sie|erstell|erstelle|erstellt|richten sie ; [ein] ; erstellen|einrichten ; zu erstellen ; erstellt|eingerichtet
- [ein] [neues] <word-account> | fuer <acc> => create an <word-account> for <acc>
- fuer <acc> | [ein] [neues] <word-account> => create an <word-account> for <acc>
* verbinden sie|verbinde|verbindet ; ; verbinden ; zu verbinden ; verbunden
- <own-device> | mit <printer> => connect <own-device> to <printer>
- <own-device> | mit (dem) <net> => connect <own-device> to <net>
* pruefen sie|pruef|pruefe|prueft|checken sie|check|checkt|ueberpruefen sie ; ; pruefen|checken|ueberpruefen ; zu pruefen ; geprueft|ueberprueft
- <account> => check <account>
- <printer> => check <printer>
- <own-device> => check <own-device>
`;

export const verbs: Chapter = {
  verbs: readVerbs(TABLE, ['imp', 'end', 'inf', 'zu', 'part']).map((verb) => ({
    ...verb,
    forms: { ...verb.forms, fin: closing(verb.forms) },
  })),
};

/** "…, dass ihr es zurücksetzt": the verb that opens a wish closes a clause, in one word with its end. */
function closing({ imp = '', end = '' }: Readonly<Record<string, string>>): string {
  const before = /[[(]/.test(end) ? '' : end.replace(' ', '');
  return imp.replace(/ sie\b/g, '').replace(/[^()|]+/g, (form) => `${before}${form}`);
}
