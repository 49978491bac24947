// What German words say of the gist of a message: classes of words, and which of them together ask for which deed. Data only.
import type { GistLanguage } from '../gist-words.ts';
import { wordSet } from '../language.ts';

const CLASSES = `
me: ich mir wir uns
myself: mich
my: mein meine meinen meinem meiner meines unser unsere unseren unserem unserer
their: sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres deren dessen
they: er ihm ihn
kin: kolleg* arbeitskolleg* mitarbeit* chef* vorgesetzt* praktikant* azubi* auszubildend* assistent* teamleit* aushilf* 
title: herr herrn frau dr benutzer benutzerin user nutzer nutzerin
hello: hallo hi hey servus moin gruezi huhu guten hallihallo liebe lieber liebes geehrte geehrter geehrtes hoi salue
bye: gruss gruesse gruessle mfg lg vg bg gruessen
can: koenn* kann kannst wuerd* duerft* moeglich* magst mag duerfte darf duerfen kuemmer* geht
want: waere will moecht* wollen haett* moecht wuensch* soll sollte sollen solle muss muesst* muessen gehoer* darf muesse
need: brauch* braeucht* benoetig* bitten softwarewunsch wunsch antrag ersuch* bitten beantrage beantragen
please: bitte bitten pls plz please biite
no: nicht kein keine keinen keinem keiner nie niemals nichts weder nich ned net nicht
without: ohne
wiped: geloescht leer
art: der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem
get: haben bekommen kriegen erhalten bekomm bekaeme krieg kriege hol erhaelt bekommt
give: gib gebt gebe geben erteil* gewaehr* zuteil* zuweis* zuzuweis* vergeb* vergib bereitstell* beantrag* spendier* schick* zukommen verschaff* bestell* zuweisen
pw: passwort passworts passwortes kennwort kennworts kennwortes pw pwd passwd password zugangspasswort anmeldepasswort windowspasswort benutzerpasswort loginpasswort computerpasswort passwortreset passwortruecksetzung passwortzuruecksetzung passwortruecksetzen zugangsdaten anmeldedaten logindaten passwortaenderung einmalkennwort einmalpasswort startpasswort startkennwort computerkennwort windowskennwort zugangskennwort mailpasswort
reset: zuruecksetz* zurueckgsetz* zuruecksetzt zurueckzusetzen resett* reset ruecksetz* neusetz* passwortreset passwortruecksetz* passwortzuruecksetz* zurueckstell* rueckstell* zurueckstellen neuvergeben ruecksetzen resettet zurueckgesetz zruecksetze
back: zurueck zurueckstell*
set: setz* stell* mach* generier* vergeb* gesetzt machst setzt
new: neu neue neues neuen neuer neuem frisches temporaeres uebergangspasswort einmalpasswort anderes
change: aender* erneuer* passwortaenderung
forgot: unbekannt vergessen vergesse vergass vergiss entfallen verlegt verloren verschwitzt verschusselt verbummelt verpeilt entschwunden weg vergesen fergessen entfallen futsch kopf unbekannt vergessn
expired: abgelaufen abgelaufenes ungueltig laeuft erneuert
know: weiss kenne erinner* erinnere einfall* faellt kennt erinnert weis wissen bekannt
accept: akzeptiert angenommen annehm* nimmt akzeptier* erkannt erkennt gueltig
works: geht funktioniert funktionieren klappt klappen tut gehen stimmt passt
wrong: falsch* falsches verkehrt vertippt falsche inkorrekt
account: konto kontos account accounts benutzerkonto benutzerkontos benutzeraccount useraccount userkonto nutzerkonto login windowskonto mitarbeiterkonto kennung benutzerkennung profil benutzer
unlock: entsperr* freischalt* freizuschalten entblock* unlock* aufsperr* freigeb* freigib entsperrung freischaltung aufheb* aufmach* reinlass* aufheb* freizugeb* freizuschalt* entsperrt freigegeben loesen aufmachen aufmacht aufschliess* freischaltest schaltest entsperrst freischaltet
unlocking: frei
locked: gesperrt blockiert geblockt gelockt ausgesperrt locked lockout kontosperr* ausgeschlossen gesperrtes gesperrter gesperrten gesperrtem sperre geblocked ausgsperrt kontosperre kontosperrung rausgeflogen gesperrtem vertippt
lock: sperren sperrt sperr deaktivier* schliessen stilllegen dichtmachen zumachen abschalt* stilleg* stilllegen lahmleg* abdreh* zudreh* schliesst abschalten dicht dichtmach* sperre stillzulegen
entry: anmeld* einlogg* einzulogg* reinkomm* einwaehl* anzumeld* hineinkomm* zugreifen
tries: versuch* fehlversuch* eingab* eingegeben eingetippt getippt
mfa: mfa 2fa authenticator authentifikator* zwei-faktor* zweifaktor* authentifizier* otp zwei faktor authenticator-app bestaetigungscode multifaktor* mehrfaktor* code-app zweifaktor-app anmeldecode* sicherheitscode* token tokens authentisierung anmeldemethode anmeldemethoden zweiten
device: laptop laptops notebook rechner pc computer geraet arbeitsplatz arbeitsrechner dienstlaptop tablet macbook arbeitslaptop
phone: handy handys telefon smartphone iphone diensthandy mobiltelefon natel firmenhandy handynummer mobile mobil iphone display
group: gruppe gruppen verteiler verteilers verteilerliste liste mailingliste mailverteiler team emailverteiler gruppenmitgliedschaft mitglied mitgliedschaft kreis verteilerkreis teams gruppenmitglied mailverteilerliste
add: hinzufueg* hinzuzufueg* hinzu aufnehm* aufzunehm* eintrag* einzutrag* dazu* reinnehm* reinsetz* zufueg* ergaenz* aufnahme reintun reinpack* hinein rein fueg* einfueg* beitret* beizutret* eintragt tragt aufnimmt dazugeben zusaetzlich gruppenaenderung
take: nehm* nimm nimmt pack* tu tut tun trag* trage setz*
up: auf ein 
into: in ins zur zum auf
from: aus vom
out: raus heraus rausnehm* herausnehm* entfern* austrag* auszutrag* rauswerf* rausschmeiss* streich* loesch* rausgenommen runter herauszunehm* abmeld*
access: zugriff* zugang zugangs berechtig* rechte lizenz* freischaltung zugriffsrecht* zugriffsberechtig* nutzungsrecht* zugaenge zugriffe einsicht berechtigung softwarewunsch antrag patientenakten
revoke: entzieh* wegnehm* entzug entziehung wegnimm* entzogen wegzunehm* sperren abdreh* abnehm* abschalt*
open: oeffnen starten aufmachen nutzen benutzen aufrufen arbeiten verwenden oeffne rein zugreifen sehen
install: installier* installation aufspiel* draufmach* draufspiel* aufzuspiel* einricht* drauf draufpack* raufspiel* neuinstall* draufzumach* nachinstall* installiert drauftun raufmach* raufspielen drauftu* aufspielen hochzieh* draufspiel* aufspiel* spielt spiel spiele bringt
uninstall: deinstallier* runterwerf* entfern* loesch* runternehm* runterschmeiss* deinstallation
update: aktualisier* uralt update* updaten veraltet update-bedarf
prints: druckt drucken druck reagiert ausdruck ausdrucke gedruckt kommt
stuck: haengt haengen klemmt papierstau stau streikt spinnt eingeklemmt verklemmt aufgehaengt haengengeblieben warteschlange druckerwarteschlange druckwarteschlange spooler blinkt stoerung offline stecken druckauftrag druckauftraege druckjobs auftraege feststeckt festhaengt still hakt spuckt leuchtet tot raus papier gestreikt nix reagiert ruehrt steht streikt
restart: neustart* start* neuzustart* durchstart*  durchstart* neustart
printing: drucker druckers
starts: faengt anfaengt startet beginnt anfangen beginn eintritt dienstbeginn arbeitsbeginn start beginnen startdatum eintrittsdatum
newcomer: neuzugang neueinstellung neueintritt onboarding mitarbeiterin mitarbeiter kollege kollegin praktikant praktikantin azubi aushilfe neuer-mitarbeiter neue-mitarbeiterin eintritt verstaerkung aerztin neuen neue neuer
create: anleg* anzuleg* erstell* einricht* einzuricht* anlage
leaves: verlaesst scheidet ausscheid* aufhoert gekuendigt kuendigt austritt offboarding offboard* ausgeschieden letzter verlassen austreten arbeitstag aufgehoert kuendigung ausscheidet abgaenge abgang hoert tag offboarding abschied
trouble: arbeiten weiter reinkomm* komm* komme rein anmeld* einlogg* starten oeffnen drucken weiss ganz mehr sicher
elsewhere: wlan wifi router webseite website portal webshop alarmanlage tresor tuer onlinebanking banking gmail icloud netflix gaeste
done: zurueckgesetzt geaendert freigeschaltet hinzugefuegt aufgenommen geloescht eingerichtet eingetragen ausgetragen rausgenommen gegeben erteilt angelegt freigegeben
past: hatte hatten war waren letzte letzten letztes damals frueher neulich vorhin
if: falls wenn sofern sobald
missing: fehlt fehlen
belong: fuer von vom bei beim in im an am auf zu zum zur des der mit aus unter als
around: nach wegen seit vor bis waehrend trotz durch nachdem heute gestern laut fuer gemaess mangels
and: und sowie oder
says: gesagt sagt sagte meint meinte fragt fragte bittet
small: und auch noch mal schon jetzt nun dann da hier dort so sehr ganz gerade eben kurz schnell dringend leider wieder immer irgendwie einfach halt doch ja okay ok also denn dass damit ob aber weil oder sonst als wie habe hab hat haben habt hast bin bist ist sind seid war wird werden werde es sie man du ihr euch ihnen dir dich sich an am im bei beim fuer mit nach von zu durch um ueber unter vor wegen seit bis selbst nochmal nochmals einmal mehr zweimal dreimal mehrmals oft viele zu vielen sie ab alle alles etwas was bisschen moeglichst bald baldmoeglichst umgehend sofort asap heute morgen gestern zeitnah gern gerne wochen woche tage tagen monate stunden minuten wochenlang jahre elternzeit mutterschutz krankheit krank urlaubs mittagspause pause praxis kanzlei mails mail fehlermeldung computer neuesten neuste neusten stand sodass damals kuenftig zukuenftig ausserdem dazu wurde dauerhaft voruebergehend zeitweise gut nett lieber toll vielleicht evtl eventuell jemand jemandem wer freundlich* freundlicherweise lieb nett team it support helpdesk leute zusammen allerseits kollegen danke dank vielen besten herzlichen voraus schonmal vorab hilfe helfen helft hilf problem probleme fehler meldung meldet sagt zeigt anzeigt kommt steht windows outlook pc-anmeldung firma firmen dienstlich* arbeit name heisst namens genannt nummer buero ploetzlich staendig dauernd echt total komplett aktuell momentan derzeit gleich nur bloss wirklich urlaub ferien wochenende urgent dringende dringender dringendes anliegen bitte anfrage ticket tag dazugehoerig* folgende folgenden folgendes aktuelle aktuellen naechste naechsten neueste version programm software app anwendung tool programms kostenlos* & + endlich natuerlich bekommen drei zwei fuenf vier mal erneut darauf daran darin dafuer davon hierfuer hierzu druckt zugeordnet unterwegs homeoffice zuhause wurde worden worden muss musste will wollte moechte soll sollte seh sehe sieht fragt is kuemmern grad fuers sowie habe wohl denke glaube glaub zur info laut per via ueber darum kann obwohl dafuer jener moment momentchen wobei bzw inkl eigentlich mitarbeitern mfg schluss arbeitsbeginn lassen lasst hiermit nun hm gut sieht ganze ganzen beide beiden alten alte altes zwischen monatsende freitag montag dienstag mittwoch donnerstag samstag sonntag / wichtig wichtige besten nen ne ner einen- halbe halben stunde tippe durch umgehende schoenen schoener abend abends damit daher deshalb deswegen hiermit hotline
`;

const FRAMES = `
reset_password wish: pw reset => please reset {my} password {of}
reset_password wish: pw back set|please|can => please reset {my} password {of}
reset_password wish: pw change !give => please reset {my} password {of}
reset_password wish: pw set new|can|please => please reset {my} password {of}
reset_password wish: pw new need|give|set|can|want|get|please => please reset {my} password {of}
reset_password state: pw forgot => {my} password {of} is forgotten
reset_password state: pw without !reset !change !new => {my} password {of} is forgotten
reset_password state: pw expired => {my} password {of} has expired
reset_password state: pw no know => {my} password {of} is not known any more
reset_password state: pw no accept => {my} password {of} is not accepted
reset_password state: pw no works => {my} password {of} does not work
reset_password state: pw wrong => {my} password {of} is not accepted
unlock wish: account|locked unlock !#app => please unlock {my} account {of}
unlock wish: account|locked give|up can|please => please unlock {my} account {of}
unlock wish: me|myself|#person unlock locked? !#app => please unlock {my} account {of}
unlock wish: access unlock !#app !group !#group => please unlock {my} account {of}
unlock state: account|access locked => {my} account {of} is locked
unlock state: me|myself|#person locked => {my} account {of} is locked
mfa wish: mfa reset|new|change => please reset {my} MFA {of}
mfa wish: mfa back set => please reset {my} MFA {of}
mfa wish: mfa out please|can|need => please reset {my} MFA {of}
mfa wish: mfa create|install => please reset {my} MFA {of}
mfa state: mfa wiped done? => please reset {my} MFA {of}
mfa state: mfa phone new|forgot|change => please reset {my} MFA {of}
join wish: #group add|up can|want|please|need|take|add !out !from => please add {me} to the {group} group
join wish: #group take up|add|into !out !from => please add {me} to the {group} group
join wish: #group into want|need !out !from !access => please add {me} to the {group} group
join wish: #group access need|give|want|can|please !out !from => please add {me} to the {group} group
join wish: #group group can|want into !out !from !no => please add {me} to the {group} group
join wish: #group #person|myself please into !out !from => please add {me} to the {group} group
join wish: #group group #person !out !from => please add {me} to the {group} group
join wish: #group missing|need !out !from => please add {me} to the {group} group
join wish: #group unlock me|#person => please add {me} to the {group} group
leave wish: #group out => please remove {me} from the {group} group
leave wish: #group from take => please remove {me} from the {group} group
access wish: #app access need|give|get|want|can|please !revoke !out => please give {me} access to {app}
access wish: #app need|missing !revoke !out !no => please give {me} access to {app}
access wish: #app unlock !revoke !out => please give {me} access to {app}
access wish: #app get can|want => please give {me} access to {app}
access wish: #app access create|install => please give {me} access to {app}
access state: #app no access => please give {me} access to {app}
revoke wish: #app access revoke|out|uninstall|lock => please revoke {whose} access to {app}
revoke wish: #app lock => please revoke {whose} access to {app}
revoke wish: #app revoke|out => please revoke {whose} access to {app}
revoke wish: #app need no access? trouble => please revoke {whose} access to {app}
access wish: #app access #person|me !revoke !out !no => please give {me} access to {app}
access state: #app no into trouble => please give {me} access to {app}
access wish: #licence access? need|give|get|want|can|please => please give {me} the {licence} licence
install wish: #software device|#device please|can|need|want !no !uninstall !out !update => please install {software} {on}
install state: #software no device|#device => please install {software} {on}
install wish: #software install !uninstall => please install {software} {on}
install wish: #software need|get|give|please|missing !uninstall !update => please install {software} {on}
uninstall wish: #software uninstall => please uninstall {software} {on}
update wish: #software update|new => please update {software} {on}
printer state: #printer no prints|works|accept * => the printer {printer} does not print
printer state: #printer stuck no? prints? * => the printer {printer} is stuck
printer wish: #printer restart|stuck|reset * => please restart the print queue of {printer}
printer state: printing no prints|works|accept * => our printer does not print
printer state: printing stuck no? prints? * => our printer is stuck
leave_company wish: #person lock => please disable the account {of} {when}
leave_company wish: account|access lock !#app => please disable the account {of} {when}
onboard wish: #stranger newcomer|starts starts|create|account|newcomer => new employee {stranger} starts {when}. Please create an account
leave_company state: #person leaves * => {Person} leaves {when}. Please offboard {Person}
reset_password echo: reset =>
reset_password echo: back set =>
reset_password echo: need|give|get|want|please|can new !stuck !restart =>
printer echo: restart|stuck can|please =>
unlock echo: unlock =>
join|leave echo: add =>
`;

export const GERMAN_GIST: GistLanguage = {
  classes: CLASSES,
  frames: FRAMES,
  spellings: [
    [/->|=>|→|>/gu, ','],
    [/\b(?:guten (?:tag|morgen|abend)|schön(?:en|er) (?:tag|abend|feierabend|gruß|gruss))\b/giu, 'hallo'],
    [/\bgrü(?:ss|ß)(?:e sie| gott| dich| euch)\b/giu, 'hallo'],
    [/\bchön(?:d|t)\b/giu, 'könnt'],
    [/\bz(?:u)?r(?:u|ü)gg/giu, 'zurück'],
    [/\bverg(?:ä|e)sse\b/giu, 'vergessen'],
    [/ s (?=Passwort|Kennwort|Konto)/giu, ' das '],
    [/\bis\b/giu, 'ist'],
    [/\b(nehmen|fügen|setzen|entfernen|geben|tragen) Sie (?:sie|ihn)\b/giu, '$1 Sie ihn'],
    [/\b(?:nimmer|nimma)\b/giu, 'nicht mehr'],
    [/\b(?:nix|nichts mehr)\b/giu, 'nichts'],
    [/\b(auf|in|mit|von|zu)m\b/giu, '$1 dem'],
    [/\b(könn|moech|möch|hab|soll|woll|geb|mach|tu|setz|richt|schalt)ts\b/giu, '$1t'],
    [/\b(?:aus versehen|versehentlich|im homeoffice|von zu ?hause)\b/giu, ' '],
    [
      /\b(?:falls|wenn) (?:(?:sie|ihr|du|es|noch|ich|weitere|dazu) )*(?:mich|fragen|rückfragen|etwas|was|infos?)[^.,;!?\n]*/giu,
      ' ',
    ],
    [/\brichte(?:n sie|t|)\b(.{3,60})\bein\b/giu, '$1 einrichten'],
    [
      /\b(?:es )?(?:wäre|waere|wär) (?:(?:echt|sehr|total|wirklich|ganz|halt) )?(?:toll|super|nett|lieb|klasse|schön|schoen|prima|gut|hilfreich|großartig|perfekt|spitze|cool)[, ]*wenn\b/giu,
      'bitte',
    ],
    [
      /\bich (?:wäre|waere|wär) (?:(?:dir|euch|ihnen|sehr|echt|ganz) )*(?:dankbar|froh|verbunden)[, ]*wenn\b/giu,
      'bitte',
    ],
    [/\bw(?:ä|ae)r(?:en sie|st du|t ihr)? so (?:nett|freundlich|lieb|gut)(?: und)?[, ]*/giu, 'bitte '],
    [/\bich würde mich (?:sehr )?freuen[, ]*wenn\b/giu, 'bitte'],
    [
      /,?\s*\b(?:wenn|falls|sofern) (?:(?:es|das|dies|ihr|du|sie|irgendwie|euch|dir) )*(?:möglich|moeglich|geht|ginge|passt|recht ist|zeit (?:habt|hast|haben|ist)|nichts ausmacht|keine umstände macht)(?: ist| wäre)?\b,?/giu,
      ' ',
    ],
    [/\b(zurück|zurueck)gesetzt (?:werden|bekommen|haben|wird)\b/giu, 'zurücksetzen bitte'],
    [/\bneu gesetzt (?:werden|bekommen)\b/giu, 'neu setzen bitte'],
    [/\b(ent|frei)(?:ge)?(sperr|schalt)(?:e)?t (?:werden|bekommen|wird)\b/giu, '$1$2en bitte'],
    [/\bgeändert (?:werden|bekommen)\b/giu, 'ändern bitte'],
    [/\b(hinzu)gefügt werden\b/giu, '$1fügen bitte'],
    [/\baufgenommen werden\b/giu, 'aufnehmen bitte'],
    [/\b(ein|aus)getragen werden\b/giu, '$1tragen bitte'],
    [/\b(?:he)?rausgenommen werden\b/giu, 'rausnehmen bitte'],
    [/\bentfernt werden\b/giu, 'entfernen bitte'],
    [/\bgelöscht werden\b/giu, 'löschen bitte'],
    [/\b(de)?installiert (?:werden|bekommen|haben)\b/giu, '$1installieren bitte'],
    [/\baktualisiert werden\b/giu, 'aktualisieren bitte'],
    [/\beingerichtet (?:werden|bekommen)\b/giu, 'einrichten bitte'],
    [/\b(?:gesperrt|deaktiviert) werden\b/giu, 'deaktivieren bitte'],
    [/\bentzogen werden\b/giu, 'entziehen bitte'],
    [
      /\b(?:was (?:soll|kann|muss) ich (?:jetzt |nun )?(?:tun|machen)|was (?:jetzt|nun)|was tun|könnt ihr (?:mir )?(?:da )?helfen|wer kann (?:mir )?helfen)\b\??/giu,
      '.',
    ],
  ],
  stops:
    /\b(?:(?:hat sich|ist|schon|bereits|alles|damit|selbst) (?:\p{L}+ )?erledigt|erledigt$|doch nicht|lieber nicht|noch nicht|nicht (?:mehr )?(?:noetig|notwendig|erforderlich)|stopp?|abbrechen|stornier\p{L}*|ignorier\p{L}*|vergesst (?:das|es|meine)|quatsch|fehlalarm|(?:geht|funktioniert|klappt|laeuft|tut) (?:\p{L}+ )?(?:jetzt|wieder|nun|einwandfrei|super|prima)|hat (?:geklappt|funktioniert)|(?:danke?|dank) (?:\p{L}+ )?(?:fuer|fuers) (?:das|die|den|deine|eure|ihre)? ?(?:schnelle \p{L}+|zuruecksetz\p{L}*|entsperr\p{L}*|freischalt\p{L}*|installi\p{L}*|aufnahme|neue|zugriff|zugang|hilfe gestern)|wieder eingefallen|wieder (?:da|drin)|gefunden|angenommen (?:,|ich|er|sie|jemand)|angeblich|erzaehlt|behauptet|(?:nichts|nix) mehr (?:machen|tun)|ist schon drauf|sohn\p{L}*|tochter|mutter|mama|papa|vaters?|bruders?|schwester|ehefrau|ehemann|meine frau|mein mann|meines mannes|meiner frau|freund|freundin|freundes|kind|kinder\p{L}*|nachbar\p{L}*|oma|opa|privat\p{L}*|schule\p{L}*|universitaet|bank|abwesenheit\p{L}*|automatische antwort|ausser haus|beispiel\p{L}*|theoretisch|neugier\p{L}*|interessehalber|anders ueberlegt|(?:glaube|denke|finde|meine) .*\bsollten?|zieh\p{L}* (?:\p{L}+ )*zurueck|zurueckzieh\p{L}*|zurueckgezogen|nur so|(?:selbst|selber) (?:\p{L}+ )?(?:aender|zurueck|mach|install)\p{L}*|vorsicht|telekom)\b/u,
  invites:
    /^(?:(?:bitte|hallo|und) )*(?!hab|seid|sind|wiss|kenn|brauch|muess|woll|werd|duerf|soll|glaub|find|mein)\p{L}+(?:t|st|en|e) (?:ihr|du|sie|es mir|mir)\b.* \?$/u,
  asks: /^(?:(?:und|also|aber|ja|hallo|hi|hey|bitte|oder) )*(?:wie|was|wer|wen|wem|wo|wann|warum|wieso|weshalb|woran|wofuer|welche\p{L}*|wozu|wohin|woher|wieviel|inwiefern)\b|^ob (?!.*(?:koenn|moeglich))|\b(?:kann|darf|koennte|muss|soll|muesste|sollte) (?:ich|man|er|sie|wir)\b(?!.*\b(?:haben|bekommen|kriegen|erhalten|installieren lassen|gruppe|verteiler|liste)\b).* \?$|\b(?:muss|soll|sollte|muesste) ich\b.*\?$|^(?:ist|sind|bin|war|hat|habt|hast|haben|habe|wird|wurde|werden|gibt es|gilt|braucht|brauche|steht|kennt|wisst|muesst|setzt man) (?!es moeglich).*\?$|\bich (?:\p{L}+ )?(?:setze|installiere|aendere|entsperre|fuege|loesche|entferne|richte)\b|\b(?:setze|installiere|aendere|entsperre|fuege|loesche|entferne|richte) ich\b|\b(?:hab\p{L}*|hat|hast|ist|wurde\p{L}*|sind|war\p{L}*|worden)\b.*\b(?:installiert|entsperrt|entfernt|deinstalliert|aktualisiert|resettet)\b|\b(?:installiert|entsperrt|entfernt|deinstalliert|aktualisiert|resettet) (?:ist|hat|habe|haben|wurde|worden|sind)\b/u,
  alarms:
    /\b(?:gehackt|gehackter|hacker|virus|trojaner|phishing|betrug|betrueger|kompromittiert|verdaechtig\p{L}*|gestohlen|geklaut|gephisht|ransomware|erpress\p{L}*)\b|\b(?:jemand|fremde\p{L}*|unbekannte\p{L}*)\b.{0,60}\b(?:geaendert|angemeldet|eingeloggt|zugegriffen|benutzt|verschickt|mails|passwort|konto)\b|\b(?:ist|war) (?:da )?(?:wer|jemand)\b.{0,40}\bkonto|\banmeldungen? aus\b|\banfragen?\b.{0,60}\b(?:authenticator|bestaetig\p{L}*)|\b(?:authenticator|mfa)\b.{0,40}\banfragen?\b|\b(?:ich war das nicht|war ich nicht|das war nicht ich|nicht von mir|komische mail|link (?:geklickt|angeklickt|geoeffnet))\b|\b(?:auf (?:einen|den) (?:\p{L}+ )?link)\b/u,
  joints: wordSet('und aber weil denn sondern oder damit dass da ob obwohl bevor nachdem'),
  topics: new Set(
    'pw reset account unlock locked lock mfa group add out access revoke install uninstall update printing newcomer leaves elsewhere create'.split(
      ' ',
    ),
  ),
  complaints: new Set(
    'get device phone trouble accept works prints know open access entry need missing mfa'.split(' '),
  ),
};
