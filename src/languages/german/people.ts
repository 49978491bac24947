// Who and when, in German: people as subject, object and in the dative, days and hours. Data only.
import type { Chapter } from '../grammar.ts';

export const people: Chapter = {
  rules: `
@title
herr => Mr
herrn => Mr
frau => Ms
dr => Dr

@person
<#name> => <#name>
<title> <#name> => <title> <#name>

@f-role
kollegin => colleague
arbeitskollegin => colleague
mitarbeiterin => employee
chefin => boss
vorgesetzte => manager
teamleiterin => team lead
assistentin => assistant
praktikantin => intern
auszubildende => trainee
kundin => customer
freundin => friend
frau => wife
tochter => daughter
mutter => mother
schwester => sister
nachbarin => neighbour
@m-role
(kollege|kollegen) => colleague
(arbeitskollege|arbeitskollegen) => colleague
(mitarbeiter|mitarbeiters) => employee
(chef|chefs) => boss
vorgesetzter => manager
vorgesetzten => manager
teamleiter => team lead
assistent => assistant
assistenten => assistant
(praktikant|praktikanten) => intern
(azubi|azubis) => trainee
auszubildender => trainee
(kunde|kunden) => customer
freund => friend
mann => husband
sohn => son
vater => father
bruder => brother
(nachbar|nachbarn) => neighbour

@my-nom
(mein|meine) => my
(unser|unsere) => our
@my-any
(mein|meine|meinen|meinem|meiner|meines) => my
(unser|unsere|unseren|unserem|unserer|unseres) => our
@new
(neue|neuer|neuen|neues|neu) => new

@she
<my-nom> [<new>] <f-role> [<#name>] => <my-nom> <new> <f-role> <#name>
die <f-role> [<#name>] => the <f-role> <#name>
frau <#name> => Ms <#name>
@he
<my-nom> [<new>] <m-role> [<#name>] => <my-nom> <new> <m-role> <#name>
der <m-role> [<#name>] => the <m-role> <#name>
herr <#name> => Mr <#name>
@third
<she> => <she>
<he> => <he>
<person> => <person>
@acc
mich => me
uns => us
<one-acc> => <one-acc>
<one-acc> , <acc> => <one-acc>, <acc>
<one-acc> und <acc> => <one-acc> and <acc>
mich und <acc> => me and <acc>
@one-acc
ihn => him
<my-any> [<new>] <f-role> [<#name>] => <my-any> <new> <f-role> <#name>
<my-any> [<new>] <m-role> [<#name>] => <my-any> <new> <m-role> <#name>
<person> => <person>
@dat
mir => me
uns => us
<one-dat> => <one-dat>
<one-dat> und <dat> => <one-dat> and <dat>
@one-dat
ihm => him
<my-any> [<new>] <f-role> [<#name>] => <my-any> <new> <f-role> <#name>
<my-any> [<new>] <m-role> [<#name>] => <my-any> <new> <m-role> <#name>
(benutzer|user|nutzer|mitarbeiter|mitarbeiterin|benutzerin) <#name> => <#name>
(der|dem) <f-role> [<#name>] => the <f-role> <#name>
(der|dem|den) <m-role> [<#name>] => the <m-role> <#name>
<person> => <person>
@dat-whose
mir => my
uns => our
ihm => his
<one-dat> => <one-dat>'s

@weekday
montag => Monday
dienstag => Tuesday
mittwoch => Wednesday
donnerstag => Thursday
freitag => Friday
samstag => Saturday
sonnabend => Saturday
sonntag => Sunday
@date
[den|der|dem] <#day> <#month> [<#year>] => <#day> <#month> <#year>
[den|der|dem] <#date> => <#date>
@day
(heute nachmittag|heute abend) => this afternoon
heute frueh => this morning
heute morgen => this morning
heute => today
morgen frueh => tomorrow morning
morgen => tomorrow
uebermorgen => the day after tomorrow
am <weekday> [,] <date> => on <weekday> <date>
am <weekday> => on <weekday>
(kommenden|naechsten) <weekday> => next <weekday>
(am|zum|zu) <date> => on <date>
(naechste|kommende) woche => next week
(naechsten|kommenden) monat => next month
ende (des monats|dieses monats) => at the end of this month
(zum|am) monatsende => at the end of this month
(zum|am) <#day> => on the <#day>th
@start
ab <weekday> [,] <date> => from <weekday> <date>
ab <weekday> => from <weekday>
ab <date> => from <date>
ab (morgen|morgen frueh) => from tomorrow
ab heute => from today
ab (naechster|kommender) woche => from next week
@time
um <#hour> [uhr] => at <#hour>
<#hour> uhr => at <#hour>
@when
<day> [um] <time> => <day> <time>
<day> => <day>
<start> <time> => <start> <time>
<start> => <start>
<time> => <time>
(sofort|ab sofort|jetzt|per sofort|gleich|sofortig) => now
wieder => again
nochmal => again
noch einmal => again
nochmals => again
auch => too
schon wieder => again
@since
seit gestern => since yesterday
seit heute => since today
seit heute (morgen|frueh) => since this morning
seit <weekday> => since <weekday>
seit (einer stunde|stunden) => for hours
seit (tagen|einigen tagen) => for days
nach (zu vielen|mehreren|drei|zu viel) (fehlversuchen|versuchen|falschen eingaben|fehleingaben) => after too many attempts
(immer noch|noch immer|weiterhin|nach wie vor) => still
(schon wieder|wieder) => again
(jetzt|nun|gerade|aktuell|momentan|derzeit|im moment) => now
(staendig|dauernd|andauernd|immer wieder) => again and again
(ploetzlich|auf einmal) => suddenly
heute (morgen|frueh) => this morning
heute => today
auch => too
schon => already
offenbar => apparently
(total|sehr|richtig|extrem|super) =>
@ago
gestern => yesterday
vorgestern => the day before yesterday
heute (morgen|frueh) => this morning
(letzte|vorige) woche => last week
(letzten|vorigen) monat => last month
(schon|bereits) => already
(inzwischen|mittlerweile) => meanwhile
(selbst|selber) => myself
(einmal|neulich|letztens) => once
`,
};
