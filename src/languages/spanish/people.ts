// Who and when, in Spanish: people as subject and object, days and hours. Data only.
import type { Chapter } from '../grammar.ts';

export const people: Chapter = {
  rules: `
@f-role
(compañera|companera|colega) => colleague
(empleada|trabajadora) => employee
(jefa|supervisora|gerente|responsable) => boss
asistente => assistant
(becaria|practicante) => intern
clienta => customer
amiga => friend
(mujer|esposa) => wife
hija => daughter
madre => mother
hermana => sister
vecina => neighbour
@m-role
(compañero|companero|colega) => colleague
(empleado|trabajador) => employee
(jefe|supervisor|gerente|responsable) => boss
asistente => assistant
(becario|practicante) => intern
cliente => customer
amigo => friend
(marido|esposo) => husband
hijo => son
padre => father
hermano => brother
vecino => neighbour
@my-our
mi => my
(nuestro|nuestra) => our
@she
<my-our> [nueva] <f-role> [<#name>] => <my-our> <f-role> <#name>
la <f-role> [<#name>] => the <f-role> <#name>
[la] (señora|sra) <#name> => Ms <#name>
@he
<my-our> [nuevo] <m-role> [<#name>] => <my-our> <m-role> <#name>
el <m-role> [<#name>] => the <m-role> <#name>
[el] (señor|sr) <#name> => Mr <#name>
@one
<#name> => <#name>
<she> => <she>
<he> => <he>
[(el|la)] (usuario|usuaria) <#name> => <#name>
@third
<one> => <one>
@acc
<one> => <one>
<one> , <acc> => <one>, <acc>
<one> (y|e) [a] <acc> => <one> and <acc>
@to-one
(a|para) <acc> => <acc>
al <m-role> [<#name>] => the <m-role> <#name>
@of-one
(de|para) <one> => <one>
del <m-role> [<#name>] => the <m-role> <#name>

@weekday
lunes => Monday
martes => Tuesday
miércoles => Wednesday
jueves => Thursday
viernes => Friday
sábado => Saturday
domingo => Sunday
@date
[(el|día|el día)] <#day> de <#month> [(de|del) <#year>] => <#day> <#month> <#year>
[(el|día|el día)] <#date> => <#date>
@day
(esta tarde|esta noche) => this afternoon
esta mañana => this morning
hoy => today
mañana por la mañana => tomorrow morning
mañana => tomorrow
pasado mañana => the day after tomorrow
[(el|este)] <weekday> [,] <date> => on <weekday> <date>
el próximo <weekday> => next <weekday>
[(el|este)] <weekday> => on <weekday>
<date> => on <date>
la (próxima semana|semana que viene|semana próxima) => next week
el (próximo mes|mes que viene) => next month
a (fin|fines|final) de mes => at the end of this month
@start
(desde|a partir de|a partir del|desde el) [el] <weekday> [<date>] => from <weekday> <date>
(desde|a partir de|a partir del|desde el) <date> => from <date>
(desde|a partir de) mañana => from tomorrow
@time
(a las|a la|las) <#hour> [(h|horas)] => at <#hour>
@when
<day> <time> => <day> <time>
<day> => <day>
<start> <time> => <start> <time>
<start> => <start>
<time> => <time>
(ahora|ahora mismo|ya mismo|inmediatamente|de inmediato|desde ya|enseguida) => now
(otra vez|de nuevo|nuevamente) => again
también => too
@since
desde ayer => since yesterday
(tras|después de|por) (tres|varios|demasiados|muchos) intentos [fallidos] => after too many attempts
desde hoy => since today
desde (esta mañana|hoy por la mañana) => since this morning
desde [el] <weekday> => since <weekday>
desde hace (horas|una hora|varias horas) => for hours
desde hace (días|varios días|unos días) => for days
(todavía|aún) => still
(otra vez|de nuevo|nuevamente) => again
(ahora) => now
(de repente) => suddenly
(constantemente|todo el tiempo|a cada rato) => again and again
hoy => today
(muy|demasiado|super|súper|bastante) =>
@ago
ayer => yesterday
anteayer => the day before yesterday
esta mañana => this morning
la semana pasada => last week
ya => already
(yo mismo|yo misma) => myself
`,
};
