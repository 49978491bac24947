// Who and when, in French: people as subject and object, days and hours. Data only.
import type { Chapter } from '../grammar.ts';

export const people: Chapter = {
  rules: `
@f-role
(collègue|collegue) => colleague
(employée|salariée|collaboratrice) => employee
(cheffe|chef|patronne|supérieure) => boss
(responsable|manager|manageuse) => manager
(assistante) => assistant
stagiaire => intern
apprentie => apprentice
cliente => customer
(amie|copine) => friend
(femme|épouse) => wife
fille => daughter
mère => mother
(soeur|sœur) => sister
voisine => neighbour
@m-role
(collègue|collegue) => colleague
(employé|salarié|collaborateur) => employee
(chef|patron|supérieur) => boss
(responsable|manager) => manager
assistant => assistant
stagiaire => intern
apprenti => apprentice
client => customer
(ami|copain) => friend
(mari|époux) => husband
fils => son
père => father
frère => brother
voisin => neighbour
@my-our
(mon|ma) => my
notre => our
@she
<my-our> [nouvelle] <f-role> [<#name>] => <my-our> <f-role> <#name>
la <f-role> [<#name>] => the <f-role> <#name>
(mme|madame) <#name> => Ms <#name>
@he
<my-our> [nouveau|nouvel] <m-role> [<#name>] => <my-our> <m-role> <#name>
le <m-role> [<#name>] => the <m-role> <#name>
(mr|m|monsieur) <#name> => Mr <#name>
@one
(mme|madame) <#name> => Ms <#name>
(mr|m|monsieur) <#name> => Mr <#name>
<#name> => <#name>
<she> => <she>
<he> => <he>
(l' utilisateur|l' utilisatrice|utilisateur) <#name> => <#name>
@third
<one> => <one>
@acc
<one> => <one>
<one> , <acc> => <one>, <acc>
<one> et <acc> => <one> and <acc>
moi => me
nous => us
@to-one
(à|a) <acc> => <acc>
pour <acc> => <acc>
au <m-role> [<#name>] => the <m-role> <#name>
@of-one
de <one> => <one>
d' <one> => <one>
du <m-role> [<#name>] => the <m-role> <#name>
pour <one> => <one>

@weekday
lundi => Monday
mardi => Tuesday
mercredi => Wednesday
jeudi => Thursday
vendredi => Friday
samedi => Saturday
dimanche => Sunday
@date
[le] <#day> <#month> [<#year>] => <#day> <#month> <#year>
[le] <#date> => <#date>
@day
(cet après midi|cet après-midi|ce soir) => this afternoon
ce matin => this morning
(aujourdhui|aujourdhui) => today
demain matin => tomorrow morning
demain => tomorrow
(après demain|après-demain) => the day after tomorrow
[le] <weekday> <date> => on <weekday> <date>
[le] <weekday> prochain => next <weekday>
[le|ce] <weekday> => on <weekday>
<date> => on <date>
au <#day> <#month> [<#year>] => on <#day> <#month> <#year>
la semaine prochaine => next week
le mois prochain => next month
(fin du mois|à la fin du mois) => at the end of this month
@start
(à partir de|dès|à compter de|à partir du|dès le|à compter du) <weekday> [<date>] => from <weekday> <date>
(à partir de|dès|à compter de) demain => from tomorrow
(à partir de|dès|à compter de) la semaine prochaine => from next week
(à partir du|à compter du|dès le) <#day> <#month> [<#year>] => from <#day> <#month> <#year>
(à partir du|à compter du|dès le) <#date> => from <#date>
@time
(à|a) <#hour> [(h|heures|heure)] => at <#hour>
@when
<day> <time> => <day> <time>
<day> => <day>
<start> <time> => <start> <time>
<start> => <start>
<time> => <time>
(maintenant|immédiatement|tout de suite|dès maintenant|sans attendre) => now
(à nouveau|de nouveau|encore une fois) => again
(aussi|également) => too
@since
depuis hier => since yesterday
après (trois|plusieurs|trop de|de nombreuses) (tentatives|essais|erreurs) => after too many attempts
(depuis|de) ce matin => since this morning
depuis <weekday> => since <weekday>
depuis (aujourdhui) => since today
depuis (une heure|des heures) => for hours
depuis (plusieurs jours|quelques jours) => for days
ce matin => this morning
(toujours|encore) => still
(maintenant) => now
(soudainement|subitement|tout à coup|soudain) => suddenly
(tout le temps|sans arrêt|sans cesse|constamment|régulièrement) => again and again
(très|trop|vraiment|super|extrêmement|hyper) =>
@ago
hier => yesterday
avant hier => the day before yesterday
ce matin => this morning
la semaine dernière => last week
(déjà) => already
(entre temps) => meanwhile
(moi même) => myself
`,
};
