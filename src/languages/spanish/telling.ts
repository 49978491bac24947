// What Spanish writers tell: greetings, thanks, what happened to them, to others or to things, what no longer matters. Data only.
import type { Chapter } from '../grammar.ts';

export const telling: Chapter = {
  rules: `
@not
(no|nunca|jamás|ya no|de ninguna manera) =>
@hello
(hola|buenas|buenos días|buenas tardes|buenas noches|buen día|hello|hi|saludos) [(a todos|a todas|equipo|buenos días|buenas tardes|buenas|que tal|qué tal|amigos)] => hello
(hola|estimado|estimada|buenos días|buenas tardes) [(señor|señora|sr|sra)] <#name> => hello <#name>
estimados [(señores|todos|compañeros|colegas)] => hello
@bye
(saludos|saludos cordiales|un saludo|atentamente|cordialmente|un cordial saludo|un abrazo) [[,] <#name>] => kind regards <#name>
(buen día|buena tarde|feliz día|buen fin de semana|que tengan buen día) => have a nice day
@thanks
(gracias|mil gracias|muchísimas gracias|muchas gracias) [(a todos|equipo)] => thanks
(gracias|muchas gracias) (de antemano|por adelantado) => thanks in advance
de antemano (gracias|muchas gracias) => thanks in advance
(gracias|muchas gracias) por (su ayuda|tu ayuda|la ayuda|vuestra ayuda|su respuesta|todo|la rapidez) => thanks for the help
(gracias|muchas gracias) , <#name> => thanks, <#name>
(perfecto|genial|excelente|estupendo) => great

@works-not
(no|ya no) (funciona|funcionan|va|anda|imprime|responde|carga|enciende|prende|abre|se abre|arranca|sirve|conecta|se conecta) [<since>] [bien] => does not work <since>
(está|están) [<since>] (roto|rota|caído|caída|dañado|dañada|averiado|averiada|sin servicio) [<since/2>] => is broken <since> <since/2>
(está|va|anda|funciona) [<since>] (lento|lenta|lentísimo|lentísima) [<since/2>] => is slow <since> <since/2>
(está|se quedó|se queda) [<since>] (congelado|congelada|colgado|colgada|pegado|pegada|trabado|trabada) [<since/2>] => is frozen <since> <since/2>
(está|se quedó|se queda) [<since>] (negra|en negro) [<since/2>] => is black <since> <since/2>
se (cuelga|cierra|congela|traba|reinicia) [solo] [<since>] => crashes <since>
@thing-word
(ratón|mouse) => mouse
teclado => keyboard
(pantalla|monitor) => screen
(auriculares|cascos) => headset
(cámara|webcam) => camera
micrófono => microphone
batería => battery
@some-thing
<pw> => <pw>
<account> => <account>
<mfa> => <mfa>
<own-device> => <own-device>
<net> => <net>
<printer> => <printer>
[(mi|el|la)] <#product> => <#product>
(mi|el|la) <thing-word> => my <thing-word>
[el] correo => my email
(esto|eso|todo) => it

@own-state
<account> (está|se ha|se|ha sido|fue|quedó) [<since>] (bloqueado|bloqueada|bloqueó) [<since/2>] => <account> is locked <since> <since/2>
<account> estaba [<ago>] (bloqueado|bloqueada) [<ago/2>] => <account> was locked <ago> <ago/2>
<account> (bloqueado|bloqueada) => <account> locked
(estoy|me he quedado|me quedé) [<since>] (bloqueado|bloqueada|fuera) => I am locked out <since>
se me (bloqueó|ha bloqueado) (la|mi) <word-account> [<since>] => my <word-account> is locked <since>
se me (olvidó|ha olvidado) la <word-pw> => I forgot my <word-pw>
(olvidé|he olvidado) la <word-pw> => I forgot my <word-pw>
se me (olvidó|ha olvidado) <pw> => I forgot <pw>
[me] (olvidé|he olvidado|olvidado) [de] <pw> [<since>] => I forgot <pw> <since>
<pw> (olvidada|olvidado) => forgot <pw>
no (recuerdo|me acuerdo de|sé) <pw> => I do not remember <pw>
(he perdido|perdí) <pw> => I forgot <pw>
<pw> (ha|está) [<since>] (caducado|caducada|expirado|expirada|vencido|vencida) => <pw> has expired <since>
<pw> (caducó|expiró|venció) [<since>] => <pw> has expired <since>
<pw> (caducada|expirada|vencida) => <pw> expired
<pw> (caduca|vence|expira) <day> => <pw> expires <day>
(no|ya no) (me acepta|acepta|reconoce) <pw> => my password is not accepted
(no|ya no) me acepta la <word-pw> => my password is not accepted
<pw> no es (aceptada|válida|correcta) [<since>] => <pw> is not accepted <since>
<pw> es (incorrecta|inválida) [<since>] => <pw> is not accepted <since>
(no|ya no) (puedo|logro|consigo) [<since>] (entrar|acceder|iniciar sesión|ingresar|conectarme|acceder a mi cuenta|entrar en mi cuenta|entrar a mi cuenta|loguearme) [<since/2>] => I cannot sign in <since> <since/2>
(no|ya no) (puedo|logro|consigo) [<since>] (entrar|acceder|iniciar sesión|ingresar|conectarme) (a|al|en|a la) <#thing> [<since/2>] => I cannot sign in to <#thing> <since> <since/2>
(no|ya no) (puedo|logro|consigo) [<since>] (entrar|acceder|conectarme) (a|al|en|a la) <net> [<since/2>] => I cannot connect to <net> <since> <since/2>
(no|ya no) (puedo|logro|consigo) [<since>] imprimir [<since/2>] => I cannot print <since> <since/2>
(no|ya no) (puedo|logro|consigo) abrir <#thing> [<since>] => I cannot open <#thing> <since>
(no tengo|ya no tengo) <access-word> (a|al|en|a la) <target> [<since>] => I do not have <access-word> to <target> <since>
se (bloqueó|ha bloqueado) <account> [<since>] => <account> is locked <since>
(no tengo|no hay|sin) <net-word> [en la oficina] [<since>] => I have no <net-word> <since>
(no tengo|no hay|sin) conexión [a] <net> [<since>] => I have no connection to <net> <since>

@own-phone
(tengo|me compré|compré|he comprado|me dieron|estrené) [un] (nuevo) <phone> => I have a new phone
tengo [un] <phone> nuevo => I have a new phone
(nuevo <phone>|<phone> nuevo|cambio de <phone>) => new phone
(cambié|he cambiado) de <phone> [<ago>] => I have a new phone
(perdí|he perdido) (mi|el) <phone> [<ago>] => I lost my phone
se me (perdió|ha perdido) (mi|el) <phone> => I lost my phone
me (robaron|han robado) (mi|el) <phone> [<ago>] => my phone was stolen
mi <phone> se (rompió|perdió|ha roto) => my phone is lost or broken

@printer-state
<printer> (no|ya no) imprime [nada] [<since>] => <printer> does not print <since>
<printer> (no|ya no) (funciona|va|responde|anda|sirve) [<since>] => <printer> does not print <since>
<printer> (está|se ha quedado|se quedó) [<since>] (atascada|bloqueada|trabada|parada|colgada) [<since/2>] => <printer> is stuck <since> <since/2>
<printer> (atascada|bloqueada|trabada) => <printer> is stuck
<printer> (tiene un|tiene) atasco [de papel] => <printer> has a paper jam
(hay un|hay|un) (atasco|atasco de papel) (en|de) <printer> => <printer> has a paper jam
[(hay un|hay)] atasco de papel => there is a paper jam in the printer
(mi|el) (trabajo de impresión|documento) está (atascado|parado) [en la cola] => my print job is stuck

@security
(he recibido|recibí|he visto|vi|he notado|noté) [<ago>] un (inicio de sesión|acceso) (sospechoso|extraño|raro) [en mi cuenta] => I noticed a suspicious sign-in on my account
(inicio de sesión|acceso) (sospechoso|extraño|raro) [en mi cuenta] => suspicious sign-in on my account
alguien (entró|ha entrado|accedió|inició sesión) (en|a) mi cuenta => somebody else signed in to my account
(hackearon|han hackeado|me hackearon|me han hackeado) [mi cuenta] => my account was hacked
mi cuenta (fue|ha sido|está) (hackeada|comprometida) => my account was hacked
(creo que) (hackearon|han hackeado|me hackearon) mi cuenta => I think my account was hacked
(creo que) mi cuenta (fue|ha sido) (hackeada|comprometida) => I think my account was hacked
(hice clic|he hecho clic|hice click|pinché|di clic) en un (enlace|link) [(sospechoso|de phishing|raro)] => I clicked on a suspicious link
(recibí|he recibido|me llegó|me ha llegado) [<ago>] un (correo|email|mail) (sospechoso|raro|extraño|de phishing) => I received a suspicious phishing mail

@other-state
<she> (olvidó|ha olvidado|se olvidó de) su <word-pw> => <she> forgot her <word-pw>
<he> (olvidó|ha olvidado|se olvidó de) su <word-pw> => <he> forgot his <word-pw>
<one> (olvidó|ha olvidado|se olvidó de) su <word-pw> => <one> forgot their <word-pw>
<third> (no|ya no) puede [<since>] (entrar|acceder|iniciar sesión|conectarse|ingresar) [<since/2>] => <third> cannot sign in <since> <since/2>
<third> está [<since>] (bloqueado|bloqueada) => <third> is locked out <since>
<third> (perdió|ha perdido) su <phone> => <third> lost their phone
<third> tiene un (nuevo <phone>|<phone> nuevo) => <third> has a new phone

@title-word
(contable|contador|contadora) => accountant
asistente => assistant
(desarrollador|desarrolladora) => developer
(jefe de proyecto|jefa de proyecto) => project manager
(comercial|vendedor|vendedora) => sales representative
(becario|becaria|practicante) => intern
(técnico|técnica) => technician
(consultor|consultora) => consultant
(ingeniero|ingeniera) => engineer
recepcionista => receptionist
(diseñador|diseñadora) => designer
(analista) => analyst
@hire-more
[,] como <title-word> => as a <title-word>
[,] [(su|el|la)] (responsable|jefe|jefa|gerente) (es|será) <#name> => , manager <#name>
, (responsable|jefe|jefa|gerente) [,] <#name> => , manager <#name>
en mi equipo => in my team
(en nuestro equipo|con nosotros) =>
@hire-extra
<hire-more> => <hire-more>
<hire-more> <hire-more/2> => <hire-more> <hire-more/2>
@hday
<day> => <day>
<start> => <start>
@hire
[(nuestro|nuestra|la|el) (nueva|nuevo) (compañera|compañero|empleada|empleado|colega) [,]] <#name> [,] (empieza|comienza|se incorpora|entra|inicia) [<hday>] [<hire-extra>] => new colleague <#name> starts <hday> <hire-extra>
(ella|él) (empieza|comienza|se incorpora) <hday> [<hire-extra>] => start date <hday> <hire-extra>
(tenemos|tendremos) <hday> (una|un) (nueva|nuevo) (compañera|compañero|empleada|empleado) , <#name> [<hire-extra>] => new colleague <#name> starts <hday> <hire-extra>
(nueva|nuevo) (compañera|compañero|empleada|empleado|incorporación|colega) , <#name> , [<title-word> ,] [(empieza|inicio|desde)] [<hday>] => new colleague <#name>, <title-word>, starts <hday>
<hday> (empieza|comienza|se incorpora) [(nuestro|nuestra) (nueva|nuevo) (compañera|compañero|empleada|empleado)] <#name> [<hire-extra>] => new colleague <#name> starts <hday> <hire-extra>
@leave
[(nuestro|nuestra|mi) (compañero|compañera|empleado|empleada)] <#name> (deja|dejará|se va de|abandona) (la empresa|la compañía|el equipo) [<hday>] => <#name> leaves the company <hday>
<#name> (se va|nos deja|se marcha|causa baja) [<hday>] => <#name> leaves the company <hday>
el último día de <#name> es <hday> => <#name> leaves the company <hday>

@settled
(ya está|ya se|está) (resuelto|solucionado|arreglado|resolvió|solucionó|arregló) => never mind, it is solved
(problema) (resuelto|solucionado) => never mind, it is solved
(olvídenlo|olvídalo|olvídelo|ya no hace falta|no hace falta|ya no es necesario|ya no lo necesito|al final no|mejor no|ya no) => never mind, it is not needed any more
(pueden|puede|puedes) cerrar (el|mi) ticket => please close my ticket
<some-thing> (ya funciona|vuelve a funcionar) [(otra vez|de nuevo|bien)] => <some-thing> works again
<some-thing> funciona (otra vez|de nuevo|ya|nuevamente) => <some-thing> works again
(ya|todo) (funciona|va) [(otra vez|de nuevo|bien)] => it works again
ya puedo (entrar|acceder|iniciar sesión) => I can sign in again
<account> no está (bloqueado|bloqueada) => <account> is not locked
<account> ya no está (bloqueado|bloqueada) => <account> is not locked any more
(encontré|ya encontré|ya recordé|recordé) <pw> => I found <pw> again

@told-past
(ya he|he) <done> => I have already <done>
(ya me han|me han|ya han|han|ustedes han|ya ha|ha|has) <done> => somebody has already <done>
<third> (ha|ya ha) <done> => <third> has <done>
(no he|nunca he|aún no he|todavía no he) <done> => I have not <done>
no (he olvidado|olvidé) <pw> => I did not forget <pw>
<pw> (fue|ya fue|ha sido|ya ha sido) (restablecida|cambiada|reiniciada|reseteada) [<ago>] => <pw> was already reset <ago>
<account> (fue|ya fue|ha sido|ya ha sido) (desbloqueada|desbloqueado) [<ago>] => <account> was already unlocked <ago>
<one> (fue|ya fue|ha sido|ya ha sido) (añadido|añadida|agregado|agregada) <to-group> [<ago>] => <one> was already added <to-group> <ago>
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
(no|ya no) (me funciona|funciona|me va|va|me anda|anda) <some-thing> [<since>] => <some-thing> does not work <since>
<some-thing> (caído|caída|roto|rota|averiado|averiada) => <some-thing> is broken
(tengo|tenemos|hay) (un problema|problemas) (con|en) <some-thing> => I have a problem with <some-thing>
(problema|problemas|fallo) (con|en|de) <some-thing> => problem with <some-thing>
(soy|habla) <#name> => this is <#name>
`,
};
