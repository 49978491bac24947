// How German writers ask, suppose and link clauses; and how a message is put together. Data only.
import type { Chapter } from '../grammar.ts';

export const asking: Chapter = {
  rules: `
@how
wie => how
(wo|wie und wo) => where
(wann) => when
(womit|mit was) => with what
@ask
<how> (kann|koennte|muss|soll|sollte|darf) (ich|man|jemand) [(selbst|selber)] <do-inf> => <how> can I <do-inf>?
<how> (kann|koennen|muessen|sollen) wir <do-inf> => <how> can we <do-inf>?
<how> (setze|setz|setzt) (ich|man) <pw> [(selbst|selber)] zurueck => <how> do I reset <pw>?
<how> (aendere|aendert|wechsle|wechselt|aender) (ich|man) <pw> [(selbst|selber)] => <how> do I change <pw>?
<how> (kann|muss|soll) (ich|man) <pw> [(selbst|selber)] (aendern|wechseln) => <how> can I change <pw>?
<how> (entsperre|entsperrt) (ich|man) <account> => <how> do I unlock <account>?
<how> (installiere|installiert|bekomme|bekommt) (ich|man) <app> [<device>] => <how> do I install <app> <device>?
<how> (bekomme|kriege|erhalte|bekommt|kriegt) (ich|man) <access> => <how> do I get <access>?
<how> (bekomme|kriege|erhalte|bekommt|kriegt|beantrage|beantragt) (ich|man) <needed> => <how> do I get <needed>?
<how> (komme|kommt) (ich|man) [(von zu hause|von zuhause|von unterwegs|im homeoffice)] (ins|in das|auf das|aufs) [<old>] (vpn|wlan|internet|netzwerk|gaeste wlan|gast wlan) => <how> do I connect to the VPN or wifi?
<how> (verbinde|verbindet) (ich|man) (mich|sich) (mit dem|mit) (vpn|wlan|netzwerk) => <how> do I connect to the VPN or wifi?
<how> (kann|muss) (ich|man) (mich|sich) (mit dem|mit) (vpn|wlan|netzwerk) verbinden => <how> can I connect to the VPN or wifi?
<how> (funktioniert|geht) (das|der|die) (vpn|wlan|vpn verbindung|einwahl|zugang) => <how> does the VPN or wifi work?
<how> (richte|richtet) (ich|man) <setup> ein => <how> do I set up <setup>?
<how> (kann|muss) (ich|man) <setup> einrichten => <how> can I set up <setup>?
<how> (lautet|ist|heisst) (das|euer|unser|mein) (wlan passwort|wlanpasswort|wlan kennwort|passwort fuer das wlan|passwort vom wlan) => what is the wifi password?
wie lautet <pw> => what is <pw>?
was ist <pw> => what is <pw>?
<how> (drucke|druckt) (ich|man) [(farbig|in farbe|beidseitig|doppelseitig)] => <how> do I print?
was (muss|soll|kann) ich [jetzt] (tun|machen) => what do I have to do?
was (mache|tue|tun|mach) ich [jetzt] => what do I do?
was tun => what do I do?
(kann|darf|koennte) (ich|man) [(selbst|selber)] <do-inf> => can I <do-inf>?
(muss|soll|sollte) (ich|man) [(selbst|selber)] <do-inf> => do I have to <do-inf>?
(kann|darf) (ich|man) <pw> [(selbst|selber)] (aendern|zuruecksetzen) => can I change <pw> myself?
(warum|wieso|weshalb) <why> => why <why>?
wer hat <done> => who <done>?
(habt ihr|haben sie|hast du) <done> => have you <done>?
(hat jemand|hat wer) <done> => has somebody <done>?
<was-it> => <was-it>
wann (wird|ist) <pw> zurueckgesetzt => when is <pw> reset?
wann (laeuft|verfaellt) <pw> ab => when does <pw> expire?
(laeuft|verfaellt) <pw> [bald] ab => does <pw> expire soon?
(ist|war) <account> [<since>] (gesperrt|blockiert|deaktiviert) => is <account> locked?
(ist|sind) <some-thing> [<since>] (kaputt|gestoert|down|offline|ausgefallen|weg) => is <some-thing> down?
(geht|funktioniert|laeuft) <some-thing> [bei euch] [<since>] (nicht|nicht mehr) => does <some-thing> not work?
(geht|funktioniert|laeuft) <some-thing> [<since>] => does <some-thing> work?
(gibt es|gibts|gabs|gab es) [(schon|bereits)] (etwas neues|was neues|neuigkeiten|neues|news|ein update|eine rueckmeldung|fortschritte) (zu|bei|von) <ticket> => is there any news on <ticket>?
(gibt es|gibts|gabs|gab es) [(schon|bereits)] (etwas neues|was neues|neuigkeiten|neues|news|ein update|eine rueckmeldung|fortschritte) => is there any news?
(wie|wie weit) ist der (stand|status) (bei|von|zu|in) <ticket> => what is the status of <ticket>?
(wie|wie weit) ist der (stand|status) (meines|meiner) (tickets|anfrage) => what is the status of my ticket?
was ist der (stand|status) (bei|von|zu|in) <ticket> => what is the status of <ticket>?
(wie steht es|wie siehts|wie sieht es) [(um|mit|bei)] <ticket> [aus] => what is the status of <ticket>?
(wie weit ist|wo steht) <ticket> => what is the status of <ticket>?
(was ist|was macht) [(mit|aus)] <ticket> => what is the status of <ticket>?
(status|stand) [(von|zu)] <ticket> => status of <ticket>?
(wann|bis wann) (wird|ist) <ticket> (bearbeitet|fertig|erledigt|geloest) => when will <ticket> be done?
(wer) (bearbeitet|hat|kuemmert sich um) <ticket> => who works on <ticket>?
(habe|hab) ich [(schon|bereits|noch)] <access> => do I have <access>?
(hat) <third> [(schon|bereits|noch)] <access> => does <third> have <access>?
bin ich [(schon|bereits|noch)] <in-group> => am I <in-group>?
ist <third> [(schon|bereits|noch)] <in-group> => is <third> <in-group>?
wer (ist|sind) <in-group> => who is <in-group>?
(was kostet|wie teuer ist|wie viel kostet) <access> => how much does <access> cost?
(ist|war) das [eine|ein] (phishing|phishing mail|phishingmail|spam|echt) => is this phishing?
(ist) (diese|die) (mail|email) (echt|phishing|spam|sicher) => is this mail phishing?
(was ist|was bedeutet) (mfa|phishing|vpn|das vpn|ein vpn|ein authenticator|zwei faktor authentifizierung) => what does that mean?
(wie oft|wie haeufig) (muss|soll) (ich|man) <pw> (aendern|wechseln|zuruecksetzen) => how often do I have to change <pw>?
(wie lang|wie lange) muss (mein|ein|das) (passwort|kennwort) sein => how long must a password be?
wann (startet|beginnt|faengt) <#name> [an] => when does <#name> start?
wann (geht|verlaesst) <#name> [uns] => when does <#name> leave?
@setup
(das|mein) (vpn|wlan|outlook) => the VPN, wifi or Outlook
(den|meinen|die|meine) (authenticator|authenticator app|mfa|mail|email) => MFA or mail
(den|meinen|einen) drucker => the printer
<mfa> => <mfa>
@why
(ist|wurde|war) <account> [<since>] (gesperrt|blockiert|deaktiviert) [worden] => is <account> locked
(geht|funktioniert|laeuft) <some-thing> [<since>] (nicht|nicht mehr) => does <some-thing> not work
(druckt) <printer> [<since>] (nicht|nicht mehr) => does <printer> not print
(kann ich|komme ich) [mich] (nicht|nicht mehr) (anmelden|einloggen|rein|drucken) => can I not sign in
muss ich [(staendig|immer|schon wieder|dauernd|immer wieder|so oft)] <do-inf> => do I have to <do-inf>
muss ich [(staendig|immer|schon wieder|dauernd|immer wieder|so oft)] <pw> aendern => do I have to change <pw>
ist <some-thing> [<since>] (so langsam|langsam|weg|kaputt) => is <some-thing> slow or broken
wird <pw> (nicht|nicht mehr) (akzeptiert|angenommen) => is <pw> not accepted
(wurde|wurden) <pw> [<ago>] (zurueckgesetzt|geaendert) => was <pw> reset
(wurde|wurden) <acc> [<ago>] <from-group> (entfernt|geloescht|ausgetragen) => was <acc> removed <from-group>

@suppose
(falls|wenn|sofern|sobald|angenommen) [,] => if
@supposed
ich <pw> [(mal|einmal|wieder|nochmal|irgendwann)] (vergesse|vergessen sollte|vergessen habe|vergass) => I forget <pw>
ich <pw> (nicht|nicht mehr) weiss => I do not remember <pw>
<account> [(nochmal|wieder|noch|einmal)] (gesperrt ist|gesperrt wird|gesperrt sein sollte|gesperrt waere) => <account> is locked
ich mich (nicht|nicht mehr) (anmelden|einloggen) kann => I cannot sign in
ich [(mal|einmal)] mein <phone> (verliere|verlieren sollte) => I lose my phone
ich [(mal|einmal)] ein neues <phone> (bekomme|habe|kaufe) => I get a new phone
<pw> (ablaeuft|abgelaufen ist|abgelaufen sein sollte) => <pw> expires
<some-thing> (nicht|nicht mehr|wieder nicht) (geht|funktioniert|laeuft) => <some-thing> does not work
<printer> (haengt|nicht druckt|nicht mehr druckt|streikt) => <printer> does not print
<third> (sein|ihr) <word-pw> (vergisst|vergessen hat|vergessen sollte) => <third> forgets the <word-pw>
<third> [<day>] (kuendigt|geht|uns verlaesst) => <third> leaves <day>
(das|es) (moeglich|machbar|noetig|notwendig) ist => it is possible
(das|es) geht => it is possible
(sie|du|ihr) zeit (haben|hast|habt) => you have time
<do-inf-that> => <do-inf-that>
@do-inf-that
(sie|du|ihr|jemand) <do-inf-finite> => you <do-inf-finite>

@because
ich <pw> [<ago>] (vergessen habe|vergessen hab) => I forgot <pw>
ich mich [<since>] (nicht|nicht mehr) (anmelden|einloggen) kann => I cannot sign in
<account> [<since>] gesperrt (ist|wurde) => <account> is locked
<pw> abgelaufen ist => <pw> has expired
ich [ein neues|ein anderes] <phone> (habe|bekommen habe) => I have a new phone
ich mein <phone> verloren habe => I lost my phone

@told-past
<account> ist nicht gesperrt => <account> is not locked
ich habe <done> => I have <done>
<was-done> => <was-done>
(sie haben|du hast|ihr habt) <done> => you have <done>
(sie haben|du hast|ihr habt) mir [<ago>] (geholfen|weitergeholfen) => you helped me
<third> hat <done> => <third> has <done>
(ich habe|wir haben) <not> <done> => I have not <done>
<not-done> => somebody has not <not-done>
ich habe <pw> (nicht|noch nicht|nie) vergessen => I did not forget <pw>
ich habe <pw> [<ago>] gewechselt => I have changed <pw> <ago>
es (geht|funktioniert|klappt) (jetzt|wieder|jetzt wieder) => it works again
(jetzt|nun) (geht|funktioniert|klappt) es [wieder] => now it works again

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
<some-thing> <slow> => <some-thing> <slow>
<some-thing> (kaputt|down|weg|defekt|offline|langsam|ausgefallen) => <some-thing> is slow or broken
(ich habe|wir haben|habe|es gibt) [<since>] [ein|einige|massive|ein paar] (probleme|problem|schwierigkeiten|trouble) (mit|bei) <trouble-with> => I have a problem with <trouble-with>
(probleme|problem|schwierigkeiten) (mit|bei) <trouble-with> => I have a problem with <trouble-with>
(hier ist|ich bin|hier spricht|mein name ist) <#name> => this is <#name>
nichts [neues|dringendes] => nothing new
@trouble-with
(dem|der|meinem|meiner|unserem) <topic-word> => the <topic-word>
<#thing> => <#thing>
<topic-word> => the <topic-word>

@greeting
<hello> => <hello>
@end-words
<thanks> => <thanks>
<bye> => <bye>
@clause
<dont> => <dont>
<wish> => <wish>
<polite> => <polite>
<say> => <say>
<end-words> => <end-words>
<greeting> => <greeting>
@link
, => ,
und => and
, und => and
, aber => , but
aber => but
, (denn|da) => , because
, (sondern) => , but
(/) => ,
@sentence
<clause> => <clause>
<ask> => <ask>
<clause> <link> <sentence> => <clause> <link> <sentence>
<state> [(,|und)] <it-inf> [<more>] => <state>, please <it-inf> <more>
<suppose> <supposed> , [(dann|so)] <sentence> => if <supposed>, <sentence>
<suppose> <supposed> , [(dann|so)] <it-inf> => if <supposed>, please <it-inf>
<suppose> <supposed> , [(dann|so)] <after-if> => if <supposed>, <after-if>
<clause> , <suppose> <supposed> => <clause>, if <supposed>
<clause> [,] (weil|da) <because> => <clause> because <because>
(weil|da) <because> , <sentence> => because <because>, <sentence>
<greeting> <sentence> => <greeting>, <sentence>
<thanks> <bye> => <thanks>. <bye>
<thanks> und <bye> => <thanks>. <bye>
<sentence-asked> , <clause> => <sentence-asked> <clause>
@state
<own-state> => <own-state>
<other-state> => <other-state>
@it-inf
(zuruecksetzen|resetten) => reset it
(entsperren|freischalten) => unlock it
um (hilfe|unterstuetzung) => help
@more
<link> <sentence> => <link> <sentence>
@sentence-asked
<ask> => <ask>
@after-if
(kann|darf|koennte) ich <do-inf> => can I <do-inf>?
(melde ich mich|melde ich mich bei euch|melde ich mich wieder|sage ich bescheid|schreibe ich) => I will get back to you
(setzen sie|setze|setzt) es [bitte] zurueck => then please reset it
@question
<ask> => <ask>
<polite> => <polite>
<greeting> [,] <question> => <greeting>, <question>
<say> <link> <question> => <say> <link> <question>
<thanks> <link> <question> => <thanks> <link> <question>
<suppose> <supposed> , [dann] <ask> => if <supposed>, <ask>
<polite> (,|und) <question> => <polite> and <question>
<polite> , <end-words> => <polite>, <end-words>
<ask> , <end-words> => <ask> <end-words>
<ask> , <suppose> <supposed> => if <supposed>, <ask>
<polite> [,] (weil|da) <because> => <polite> because <because>
<polite> , <say> => <polite>, <say>
`,
};
