// What German writers tell of others and of the past: a colleague's trouble, new hires, leavers, withdrawals. Data only.
import type { Chapter } from '../grammar.ts';

export const others: Chapter = {
  rules: `
@her-his
(ihr|ihre|ihren|ihrem) => her
(sein|seine|seinen|seinem) => his
@other-state
<third> hat [<ago>] <her-his> [<old>] <word-pw> [<ago/2>] vergessen => <third> forgot <her-his> <word-pw>
<third> hat [<ago>] das <word-pw> [<ago/2>] vergessen => <third> forgot the <word-pw>
<third> hat [<ago>] [<her-his>] <phone> [<ago/2>] verloren => <third> lost <her-his> <phone>
<third> hat [<since>] ein neues <phone> [bekommen] => <third> has a new phone
<third> kann sich [<since>] (nicht|nicht mehr) (anmelden|einloggen) => <third> cannot sign in <since>
<third> kommt [<since>] (nicht|nicht mehr) (rein|in <her-his> konto) => <third> cannot get in <since>
<third> ist [<since>] (gesperrt|ausgesperrt) => <third> is locked out <since>
<third> hat sich [<since>] (ausgesperrt|gesperrt) => <third> is locked out <since>
<third> weiss <her-his> <word-pw> (nicht|nicht mehr) => <third> does not remember <her-his> <word-pw>
das <word-account> von <one-dat> ist [<since>] (gesperrt|blockiert) => the <word-account> of <one-dat> is locked <since>
das <word-pw> von <one-dat> ist [<since>] abgelaufen => the <word-pw> of <one-dat> has expired <since>

@title-word
(vertriebsmitarbeiterin|vertriebsmitarbeiter|vertriebler) => sales representative
(buchhalterin|buchhalter) => accountant
(assistentin|assistent|sachbearbeiterin|sachbearbeiter) => assistant
(entwicklerin|entwickler|softwareentwicklerin|softwareentwickler) => developer
(projektleiterin|projektleiter|projektmanagerin|projektmanager) => project manager
(praktikantin|praktikant) => intern
(auszubildende|auszubildender|azubi) => trainee
(technikerin|techniker) => technician
(verkaeuferin|verkaeufer) => sales assistant
(lageristin|lagerist) => warehouse clerk
(empfangsmitarbeiterin|rezeptionistin) => receptionist
(beraterin|berater) => consultant
(analystin|analyst) => analyst
(designerin|designer) => designer
(ingenieurin|ingenieur) => engineer
(teamleiterin|teamleiter) => team lead
(marketing managerin|marketing manager|marketingmanagerin|marketingmanager) => marketing manager
@hire-more
als <title-word> => as a <title-word>
[,] [(ihr|sein|die|der|ihre|seine)] (vorgesetzter|vorgesetzte|chef|chefin|manager|managerin|teamleiter|teamleiterin) (ist|wird) <#name> => , manager <#name>
[,] (vorgesetzter|vorgesetzte|chef|chefin|manager|managerin) [,] <#name> => , manager <#name>
bei uns =>
in unserem team => in our team
in meinem team => in my team
(in der|im) <department> => in <department>
@department
buchhaltung => accounting
vertrieb => sales
einkauf => purchasing
(personalabteilung|personal) => human resources
marketing => marketing
lager => the warehouse
@hire-extra
<hire-more> => <hire-more>
<hire-more> <hire-more/2> => <hire-more> <hire-more/2>
<hire-more> , <hire-more/2> => <hire-more> <hire-more/2>
@hire
<#name> (faengt|startet|beginnt) <hday> [<hire-extra>] [an] <hire-more/3> => <#name> starts <hday> <hire-extra> <hire-more/3>
(sie|er) (faengt|startet|beginnt) <hday> [<hire-extra>] [(an|bei uns an)] => start date <hday> <hire-extra>
wir (haben|bekommen) <hday> (eine|einen) (neue|neuen) (mitarbeiterin|mitarbeiter|kollegin|kollegen) [,] <#name> [,] [<hire-extra>] => new colleague <#name> starts <hday> <hire-extra>
<#name> (faengt|startet|beginnt) [<hday>] [<hire-extra>] [(an|bei uns)] => <#name> starts <hday> <hire-extra>
<#name> (faengt|startet|beginnt) [<hire-extra>] [<hday>] [an] => <#name> starts <hday> <hire-extra>
<hday> (faengt|startet|beginnt|kommt) [(unser|unsere|eine|ein) (neue|neuer) (mitarbeiter|mitarbeiterin|kollegin|kollege) [,]] <#name> [<hire-extra>] [(an|bei uns an)] => <#name> starts <hday> <hire-extra>
(unser|unsere) (neue|neuer) (kollegin|kollege|mitarbeiter|mitarbeiterin) <#name> (faengt|startet|beginnt) [<hday>] [<hire-extra>] [an] => our new colleague <#name> starts <hday> <hire-extra>
(neue|neuer) (kollegin|kollege|mitarbeiter|mitarbeiterin) [,] <#name> [,] [<title-comma>] [(startet|beginnt|start|ab)] [<hday>] [,] [<hire-extra>] => new colleague <#name> starts <hday> <title-comma> <hire-extra>
wir (haben|bekommen) (eine|einen) (neue|neuen) (mitarbeiterin|mitarbeiter|kollegin|kollegen) [,] <#name> [,] [(sie|er)] (startet|beginnt|faengt) <hday> [<hire-extra>] [an] => new colleague <#name> starts <hday> <hire-extra>
wir bekommen <hday> [eine|einen] (neue|neuen) (kollegin|kollegen|mitarbeiter|mitarbeiterin) [,] <#name> [,] [<hire-extra>] => new colleague <#name> starts <hday> <hire-extra>
(start|starttermin|eintritt) [ist] <hday> => start date <hday>
@title-comma
<title-word> [,] => as a <title-word>
@hday
<day> => <day>
<start> => <start>
<date> => on <date>
@leave
<hday> verlaesst uns <leaver> => <leaver> leaves the company <hday>
<hday> (geht|scheidet) <leaver> [aus] => <leaver> leaves the company <hday>
<leaver> verlaesst [<hday>] (uns|das unternehmen|die firma) [<hday/2>] => <leaver> leaves the company <hday> <hday/2>
<leaver> (scheidet|hoert|geht) [<hday>] (aus|auf|von bord) => <leaver> leaves the company <hday>
<leaver> scheidet <hday> (aus dem unternehmen|bei uns) aus => <leaver> leaves the company <hday>
<leaver> hat [<hday>] (seinen|ihren) letzten (arbeitstag|tag) [<hday/2>] => <leaver> leaves the company <hday> <hday/2>
der letzte (arbeitstag|tag) von <#name> ist (der|am) <date> => <#name> leaves the company on <date>
der letzte (arbeitstag|tag) von <#name> ist <day> => <#name> leaves the company <day>
<leaver> arbeitet (ab <date>|nach dem <date>) nicht mehr (bei|fuer) uns => <leaver> leaves the company on <date> and no longer works for us
@leaver
<#name> => <#name>
(mein|meine|unser|unsere) (kollegin|kollege|mitarbeiterin|mitarbeiter) <#name> => our colleague <#name>
(herr|frau) <#name> => <#name>

@settled
(es|das|mein anliegen|mein problem|die sache|das problem|mein ticket|das thema|die anfrage|meine anfrage) hat sich [(inzwischen|schon|bereits|gerade|mittlerweile)] erledigt => never mind, it is no longer needed
(hat sich|schon) [(schon|bereits|inzwischen)] erledigt => never mind, it is no longer needed
erledigt => never mind, it is no longer needed
[(es|das|alles)] hat (geklappt|funktioniert) => it works again
(doch nicht|nein doch nicht|bitte doch nicht|vergessen sie es|vergiss es|vergesst es|ist nicht mehr noetig|nicht mehr noetig|brauche ich nicht mehr|brauche ich doch nicht|ich brauche es nicht mehr|brauche es nicht mehr|brauche ich doch nicht mehr|ich brauche es doch nicht|das brauche ich nicht mehr|das brauche ich doch nicht mehr) => never mind, it is not needed any more
(ticket|das ticket|mein ticket|die anfrage) (kann|koennen sie|kannst du) (geschlossen werden|schliessen) => please close my ticket
(alles gut|alles klar|alles bestens|passt) => all good
(das problem ist|das ist|ist|es ist) (geloest|behoben|schon erledigt) => it is solved
<own-any> (geht|funktioniert|laeuft|klappt) (wieder|jetzt|jetzt wieder|nun wieder|inzwischen wieder|wieder einwandfrei|wieder gut) => <own-any> works again
(geht|funktioniert|laeuft|klappt) (wieder|jetzt|jetzt wieder|nun wieder|inzwischen wieder) => it works again
(es|alles|jetzt) (geht|funktioniert|laeuft|klappt|passt) (wieder|jetzt|jetzt wieder|nun wieder|inzwischen wieder|alles) => it works again
ich kann mich (wieder|jetzt wieder) (anmelden|einloggen) => I can sign in again
ich (bin|komme) (wieder|jetzt wieder) (drin|rein) => I can sign in again
<account> ist (wieder|nicht mehr|jetzt wieder) (frei|entsperrt|offen|gesperrt) => <account> is not locked any more
ich habe <pw> (wieder|wiedergefunden|doch noch) [gefunden] => I found <pw> again
mir ist <pw> wieder eingefallen => I remember <pw> again
@own-any
<pw> => <pw>
<account> => <account>
<own-device> => <own-device>
<printer> => <printer>
<net> => <net>
<#product> => <#product>
(mein|meine) <#product> => my <#product>
`,
};
