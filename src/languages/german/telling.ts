// What German writers tell: greetings, thanks, what happened to them or to others, what no longer matters. Data only.
import type { Chapter } from '../grammar.ts';

export const telling: Chapter = {
  rules: `
@not
nicht => 
(nie|niemals|keinesfalls|keineswegs|auf keinen fall|auf gar keinen fall|bloss nicht|nicht mehr|noch nicht|ja nicht|nicht einfach|nicht wieder|gar nicht|lieber nicht|besser nicht) => 

@hello
(hallo|hi|hey|servus|moin|moin moin|gruezi|mahlzeit|gruess gott|hello|huhu) => hi
(guten|gutn) (morgen|tag|abend) => hello
(guten morgen|morgen|tag|gudn tag) => hello
(sehr geehrte damen und herren|sehr geehrtes team|liebes team|liebes it team|liebes support team|liebe it|liebe kollegen|liebe kolleginnen und kollegen|werte kollegen) => hello
(sehr geehrter|sehr geehrte|lieber|liebe) [(herr|frau)] <#name> => hello <#name>
<hello-word> <hello-to> => <hello-word> <hello-to>
@hello-word
(hallo|hi|hey|servus|moin) => hi
guten (morgen|tag|abend) => hello
@hello-to
(zusammen|team|it|it team|support|leute|allerseits|ihr lieben|kollegen|liebe kollegen|liebes team|liebes it team|an alle|miteinander|helpdesk|servicedesk) => all
[(herr|frau)] <#name> => <#name>
@bye
(viele|liebe|beste|freundliche|schoene|herzliche) (gruesse|gruess) [[,] <#name>] => kind regards <#name>
mit (freundlichen|besten|vielen) gruessen [[,] <#name>] => kind regards <#name>
mit freundlichem gruss [[,] <#name>] => kind regards <#name>
(lg|vg|mfg|bg|gruss|gruesse|gruessle) [[,] <#name>] => kind regards <#name>
(schoenen|schoenes) (tag|wochenende|abend|feierabend) [noch] => have a nice day
@thanks
(danke|dankeschoen|merci|dank|dankesehr|thx|thanks) [(schoen|sehr|vielmals|dir|ihnen|euch)] => thanks
(vielen|besten|herzlichen|tausend|lieben) dank [(dir|ihnen|euch)] => thanks
(danke|vielen dank|lieben dank|besten dank) [und] [,] <bye> => thanks, <bye>
(danke|vielen dank) , <#name> => thanks, <#name>
danke (schon mal|schonmal|im voraus|vorab|schon einmal|schon im voraus) => thanks in advance
(vielen|besten|herzlichen) dank (im voraus|vorab|schon mal|schonmal) => thanks in advance
(danke|vielen dank|besten dank) fuer (die|deine|ihre|eure|die schnelle|die tolle) (hilfe|unterstuetzung|rueckmeldung|antwort) => thanks for the help
(danke|vielen dank) fuers (zuruecksetzen|entsperren|helfen) => thanks for the help
(super|perfekt|prima|toll|klasse|top|alles klar|wunderbar|ausgezeichnet|spitze) => great

@works
(geht|funktioniert|laeuft|klappt|tut|passt) => works
@works-not
(geht|funktioniert|laeuft|klappt|tut|druckt|verbindet|verbindet sich) [<since>] (nicht|nicht mehr|gar nicht|gar nicht mehr|ueberhaupt nicht) [mehr] [richtig] => does not work <since>
(ist|sind) [<since>] (kaputt|defekt|ausgefallen|down|weg|tot|gestoert|nicht erreichbar|nicht verfuegbar|offline) => is broken <since>
(macht|hat) [<since>] (probleme|aerger|stoerungen|eine stoerung) => has problems <since>
(spinnt|streikt) [<since>] => has problems <since>
<stuck> => <stuck>
(geht|funktioniert|laeuft) [<since>] (in|bei|mit) <#product> (nicht|nicht mehr) => does not work in <#product> <since>
@stuck
(haengt|stuerzt) sich [<since>] auf => freezes <since>
(haengt|klemmt|hakt) [<since>] => is stuck <since>
(ist|hat sich) [<since>] (aufgehaengt|eingefroren|abgestuerzt|haengengeblieben) => is frozen <since>
(stuerzt) [<since>] ab => crashes <since>
@slow
ist [<since>] (langsam|lahm|traege|extrem langsam|sehr langsam|so langsam|total langsam|furchtbar langsam|super langsam) => is slow <since>
(startet|bootet|oeffnet|oeffnet sich) [<since>] (nicht|nicht mehr) => does not start <since>
(faehrt) [<since>] (nicht|nicht mehr) hoch => does not start <since>
(laedt) [<since>] (nicht|nicht mehr) => does not charge <since>
geht [<since>] nicht an => does not start <since>
bleibt [<since>] schwarz => stays black <since>
ist [<since>] schwarz => is black <since>
flackert [<since>] => flickers <since>
@some-thing
<pw> => <pw>
<account> => <account>
<mfa> => <mfa>
<own-device> => <own-device>
<net> [(im|in dem) (buero|homeoffice)] => <net>
(mein|meine|unser) <#product> => my <#product>
(mein|meine) <thing-word> => my <thing-word>
es => it
(das|alles) => it
<#product> => <#product>
@thing-word
maus => mouse
tastatur => keyboard
(bildschirm|monitor) => screen
headset => headset
(kamera|webcam) => camera
(mikrofon|mikro) => microphone

@own-state
<account> war [<ago>] (gesperrt|blockiert) => <account> was locked <ago>
(gestern|vorgestern|letzte woche) war <account> (gesperrt|blockiert) => <account> was locked some time ago
ich war [<ago>] (gesperrt|ausgesperrt) => I was locked out <ago>
<account> (ist|wurde|ist jetzt) [<since>] (gesperrt|blockiert|geblockt|gelockt|locked|ausgesperrt) [worden] => <account> is locked <since>
<account> gesperrt => <account> locked
(kontosperrung|kontosperre|account lockout) => account locked
<account> hat sich gesperrt => <account> is locked
[ich] (bin|wurde|werde) [<since>] [<since/2>] (ausgesperrt|gesperrt) [worden] => I am locked out <since> <since/2>
ich habe mich [<since>] [(selbst|selber)] (ausgesperrt|gesperrt) => I locked myself out <since>
ich habe [<since>] <pw> [<since/2>] (vergessen|vergesen|verlegt|verschwitzt|verschusselt|verschludert|verbummelt) => I forgot <pw>
ich habe [<since>] <account> [<since/2>] gesperrt => I locked <account>
ich hab [<since>] <pw> [<since/2>] vergessen => I forgot <pw>
hab [<since>] <pw> vergessen => I forgot <pw>
habe [<since>] <pw> vergessen => I forgot <pw>
<pw> [<since>] vergessen => forgot <pw>
[ich] (kenne|weiss) [<since>] <pw> (nicht mehr|nicht) => I do not remember <pw>
(ich erinnere mich|ich kann mich) nicht [mehr] an <pw> [erinnern] => I do not remember <pw>
mir ist <pw> entfallen => I forgot <pw>
<pw> ist mir entfallen => I forgot <pw>
<pw> war [<ago>] (abgelaufen|ungueltig) => <pw> had expired <ago>
<pw> ist [<since>] (abgelaufen|ungueltig|nicht mehr gueltig) => <pw> has expired
<pw> abgelaufen => <pw> expired
<pw> laeuft <day> ab => <pw> expires <day>
<pw> laeuft [bald] ab => <pw> expires soon
<pw> (wird|wurde) [<since>] (nicht|nicht mehr) (akzeptiert|angenommen|erkannt) => <pw> is not accepted <since>
(das system|das programm|windows|outlook|der rechner|der laptop|der pc|<#product>) (nimmt|akzeptiert) [<since>] <pw> (nicht|nicht mehr) [an] => <pw> is not accepted <since>
[ich] komme [<since>] (nicht|nicht mehr) (an|auf) <app> [(ran|heran)] => I cannot open <app> <since>
(ich habe|habe) [<since>] (keinen|keine) <access> [mehr] [<since/2>] => I do not have <access> <since> <since/2>
[ich] kann [<since>] <#thing> (nicht|nicht mehr) (oeffnen|starten|aufrufen|benutzen) => I cannot open <#thing> <since>
<pw> (stimmt|passt|gilt) [<since>] (nicht|nicht mehr) => <pw> is not accepted <since>
<pw> ist [<since>] (falsch|unbekannt) => <pw> is wrong <since>
nach (zu vielen|mehreren|zu viel|drei) (fehlversuchen|falschen eingaben|fehleingaben|versuchen) (ist|wurde) <account> gesperrt [worden] => <account> is locked after too many attempts
[ich] habe mich [<#count>] [zu oft] vertippt => I mistyped it <#count> times
[ich] kann mich [<since>] (nicht|nicht mehr) (anmelden|einloggen|einwaehlen) => I cannot sign in <since>
[ich] kann mich [<since>] <in-app> (nicht|nicht mehr) (anmelden|einloggen) => I cannot sign in <in-app> <since>
[ich] komme [<since>] (nicht|nicht mehr) (rein|in mein konto|in meinen account|an meine mails|an mein konto|an meine emails) => I cannot get into my account <since>
[ich] komme [<since>] [(von zu hause|von zuhause|im homeoffice|von unterwegs)] (nicht|nicht mehr) (ins|in das|in) <net-word> => I cannot connect to the <net-word> <since>
[ich] komme [<since>] (nicht|nicht mehr) in <#thing> [rein] => I cannot get into <#thing> <since>
[ich] kann [<since>] (nicht|nicht mehr) [<from>] drucken => I cannot print <since>
[ich] habe [<since>] kein <net-word> [mehr] => I have no <net-word> <since>
kein <net-word> (im|in dem) (homeoffice|buero) => no <net-word> connection
kein <net-word> => no <net-word> connection
(die|meine) anmeldung (klappt|funktioniert|geht) [<since>] (nicht|nicht mehr) => I cannot sign in <since>
@in-app
(bei|in|an) <#thing> => to <#thing>
(am|an meinem) (pc|rechner|laptop|computer) => on my computer
(bei|in|am) windows => to Windows
(im|mit dem) vpn => to the VPN
@from
(von|aus) <#thing> => from <#thing>
@net-word
(wlan|wifi) => wifi
internet => internet
(vpn|vpnverbindung|vpnzugang|vpnclient) => VPN
(netz|netzwerk|netzwerkzugriff) => network

@own-phone
[ich] habe [<since>] (ein neues|mein neues|das neue) <phone> [bekommen] => I have a new phone
(neues|neue) <phone> => new phone
[ich] habe [<since>] [(mein|das)] <phone> [<ago>] (verloren|verlegt|gewechselt) => I lost my phone
<phone> verloren => I lost my phone
(mein|mir wurde mein|mir wurde das) <phone> (wurde|ist) [<ago>] (gestohlen|geklaut) [worden] => my phone was stolen
(mir wurde mein|mir wurde das) <phone> (gestohlen|geklaut) => my phone was stolen
mein [altes] <phone> ist [<since>] (weg|kaputt|defekt|verloren gegangen) => my phone is lost or broken

@printer-state
<printer> (haengt|klemmt|hakt) [<since>] => <printer> is stuck <since>
<printer> druckt [<since>] (nicht|nicht mehr|nichts|nichts mehr|gar nichts) [mehr] => <printer> does not print <since>
<printer> (geht|funktioniert|reagiert|tut) [<since>] (nicht|nicht mehr) => <printer> does not print <since>
<printer> ist [<since>] (kaputt|defekt|offline|blockiert|verstopft|nicht erreichbar) => <printer> is stuck <since>
<printer> hat [<since>] [einen] (papierstau|stau) => <printer> has a paper jam <since>
<printer> (offline|defekt|kaputt|blockiert|gestoert) => <printer> is stuck
<printer> zieht [<since>] kein papier [mehr] [ein] => <printer> does not print, it takes no paper <since>
(die|unsere) warteschlange (vom|von dem|des) (drucker|druckers) haengt [<since>] => the print queue is stuck <since>
<printer> hat sich aufgehaengt => <printer> is stuck
<printer> streikt [<since>] => <printer> does not print <since>
(der|mein) (druckauftrag|druckjob|ausdruck) (haengt|klemmt) [<since>] [(in der warteschlange|fest|an <printer>)] => my print job is stuck <since>
(die|unsere) (druckerwarteschlange|druckwarteschlange|warteschlange) haengt [<since>] => the print queue is stuck <since>
(druckerstau|papierstau|druckerprobleme|druckerproblem) [(an|bei|am) <printer>] => <printer> paper jam

@security
ich habe [<ago>] [eine] (verdaechtige|seltsame|komische|ungewoehnliche|fremde) (anmeldung|anmeldungen|login|einwahl) [(an|auf|in) meinem konto] (bemerkt|gesehen|erhalten|bekommen) => I noticed a suspicious sign-in on my account
(verdaechtige|ungewoehnliche|fremde|seltsame) (anmeldung|anmeldungen) [(an|auf|in|bei) (meinem konto|meinem account)] => suspicious sign-in on my account
(es gab|da war|es war) [<ago>] [(eine|ein|einen)] (komischer|komischen|verdaechtiger|verdaechtigen|seltsamer|fremder|komische|verdaechtige|seltsame|ungewoehnliche|fremde) (login|anmeldung|anmeldungen|anmeldeversuch) [(an|auf|in|bei) (meinem konto|meinem account)] => there was a suspicious sign-in on my account
jemand hat sich [<ago>] (in|an|bei|mit) (mein konto|meinem konto|meinem account|meinen account|meinen zugangsdaten) (eingeloggt|angemeldet) => somebody else signed in to my account
(mein konto|mein account|mein postfach) (wurde|ist) [<ago>] (gehackt|kompromittiert|uebernommen) [worden] => my account was hacked
ich (wurde|bin) [<ago>] gehackt [worden] => my account was hacked
ich glaube [,] (mein konto|mein account|ich) (wurde|wurde wohl) gehackt => I think my account was hacked
ich glaube [,] dass (mein konto|mein account|ich) gehackt wurde => I think my account was hacked
ich habe [<ago>] (auf einen|einen) [verdaechtigen] (link|phishing link|phishinglink) (geklickt|angeklickt) => I clicked on a phishing link
ich habe [<ago>] auf einen (link|phishing link|phishinglink) in einer (phishing mail|phishingmail|spam mail|mail|phishing email) geklickt => I clicked on a link in a phishing mail
ich habe [<ago>] [eine|mehrere] [(verdaechtige|seltsame|komische)] (phishing mail|phishingmail|phishing email|spam mail|mail|email|phishing) (bekommen|erhalten) => I received a suspicious phishing mail
`,
};
