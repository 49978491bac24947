// How Spanish writers wish, refuse, ask, suppose and link clauses; and how a message is put together. Data only.
import type { Chapter } from '../grammar.ts';

export const asking: Chapter = {
  rules: `
@can
(pueden|podrían|puede|podría|puedes|podrías|podéis|podríais) [(usted|ustedes|alguien)] =>
alguien (puede|podría) =>
@you-can
<can> =>
(sería|es|será) posible =>
(serían tan amables de|sería tan amable de|me harían el favor de) =>
@wish-open
(quiero|quisiera|querría|me gustaría|deseo|necesito|necesitaría|necesitamos|queremos|quisiéramos) =>
(hay que|se debe|habría que) =>
(les pido|le pido|solicito|ruego) =>
@need
(necesito|necesitaría|me hace falta) => I need
(necesitamos) => we need
(quiero|quisiera|querría|me gustaría tener|solicito|pido) => I would like
@needed-plain
<access> => <access>
@needed
<access> para <acc> => <access> for <acc>
una nueva <word-pw> => a new <word-pw>
una <word-pw> nueva => a new <word-pw>
[un] (restablecimiento|reinicio|reseteo|reset) de <pw> => a reset of <pw>
[(el|un)] desbloqueo de <account> => to have <account> unlocked
(ayuda|su ayuda|tu ayuda|asistencia) => help
<app> <device> => <app> installed <device>
<app> instalado <device> => <app> installed <device>
@polite
<you-can> <do-inf> => please <do-inf>
me <can> <me-inf> => please <me-inf>
(puedo|podría|puede que) (tener|obtener|recibir) <needed-plain> => can I get <needed-plain>?
(sería|es) posible (tener|obtener) <needed-plain> => can I get <needed-plain>?
<can> ayudarme => please help me
me <can> ayudar => please help me
me <can> ayudar con <some-thing> => please help me with <some-thing>
<can> ayudarme con <some-thing> => please help me with <some-thing>
@wish
<do-imp> => please <do-imp>
<do-inf> => please <do-inf>
<wish-open> <do-inf> => please <do-inf>
<you-can> <do-inf> => please <do-inf>
me <can> <me-inf> => please <me-inf>
<wish-open> que [me] <do-subj> => please <do-subj>
[(solicito|pido|solicitud de)] [el] (restablecimiento|reinicio|reseteo|reset) de <pw> => please reset <pw>
[(solicito|pido|solicitud de)] [el] desbloqueo de <account> => please unlock <account>
(solicitud de|petición de) <access> => I need <access>
<need> <needed-plain> [<when>] => <need> <needed-plain> <when>
[(un|el)] (restablecimiento|reset|reseteo) de <pw> => please reset <pw>
<need> <needed> [<when>] => <need> <needed> <when>
<need> (acceder|entrar|tener acceso) (a|al|en) <target> => <need> access to <target>
(quiero|quisiera|necesito|me gustaría) (estar|ser añadido|ser añadida|ser agregado) <to-group> => please add me <to-group>
(quiero|quisiera|necesito|me gustaría) (salir|ser eliminado|ser eliminada) <from-group> => please remove me <from-group>
<third> (necesita|necesitaría) <needed-plain> => <third> needs <needed-plain>
<third> ya no necesita <needed-plain> => <third> does not need <needed-plain> any more
<third> (debe|debería|tiene que) estar <to-group> => please add <third> <to-group>
<needed-plain> => I need <needed-plain>
(ayuda|ayúdenme|ayúdame|ayúdeme|auxilio) => please help me
(añadir|agregar|dar de alta) a <acc> <to-group> => please add <acc> <to-group>
@do-subj
<do-imp> => <do-imp>
@refuse
<dont> => please do not <dont>
no me <no-me> => please do not <no-me>
(no quiero|no queremos|no deseo|no necesito|no hace falta|no hay que) <do-inf> => I do not want to <do-inf>
(no quiero|no queremos|no deseo) que [me] <do-imp> => I do not want you to <do-imp>
<can> no <do-inf> => please do not <do-inf>
no (necesito|necesitamos) <needed-plain> => I do not need <needed-plain>
ya no (necesito|necesitamos) <needed-plain> => I do not need <needed-plain> any more
(no|ya no) necesito (una nueva <word-pw>|una <word-pw> nueva) => I do not need a new password
(no deben|no debe|no debes) <do-inf> => you must not <do-inf>

@no-me
(añadan|añada|añadas|agreguen|agregue|agregues|pongan) <to-group> => add me <to-group>
(quiten|quite|quites|saquen|saque|saques|eliminen|elimine) <from-group> => remove me <from-group>
(restablezcan|restablezca|restablezcas|cambien|cambie|cambies) (la|mi) <word-pw> => reset my <word-pw>

@how
(cómo|como) => how
(dónde|donde) => where
(cuándo|cuando) => when
@ask
<how> (puedo|podemos|se puede|podría|debo|tengo que|hago para|se hace para) <do-inf> => <how> can I <do-inf>?
<how> <do-inf> => <how> can I <do-inf>?
<how> (restablezco|reinicio|reseteo) <pw> => <how> do I reset <pw>?
<how> cambio <pw> => <how> do I change <pw>?
<how> desbloqueo <account> => <how> do I unlock <account>?
<how> instalo <app> [<device>] => <how> do I install <app> <device>?
<how> (me conecto|puedo conectarme|puedo acceder|accedo|conectarse|me puedo conectar) (a|al|a la) <net> => <how> do I connect to <net>?
<how> (funciona) <net> => <how> does <net> work?
<how> (obtengo|consigo|puedo obtener|puedo tener|solicito|pido) <needed-plain> => <how> do I get <needed-plain>?
(cuál|cual) es <pw> => what is <pw>?
(qué|que) (debo hacer|tengo que hacer|hago|puedo hacer) => what do I have to do?
(por qué|porque|porqué|por que) <why> => why <why>?
(quién|quien) ha <done> => who <done>?
(han|ha|has|ya han|ya has|habéis|alguien ha) <done> => have you already <done>?
(está|esta) <account> (bloqueado|bloqueada) => is <account> locked?
(está|esta) (bloqueado|bloqueada) <account> => is <account> locked?
<account> está (bloqueado|bloqueada) => is <account> locked?
(funciona) <some-thing> => does <some-thing> work?
(está|esta) <some-thing> (caído|caída) => is <some-thing> down?
(hay|tienen|tienes|alguna) (novedades|noticias|alguna novedad|novedad|alguna noticia|actualizaciones) (de|sobre|con|del) <ticket> => is there any news on <ticket>?
(hay|tienen|tienes|alguna) (novedades|noticias|alguna novedad|novedad|alguna noticia|actualizaciones) => is there any news?
(cuál es|cual es) el estado (de|del) <ticket> => what is the status of <ticket>?
(cómo|como) va <ticket> => what is the status of <ticket>?
(en qué|en que) (estado|punto) está <ticket> => what is the status of <ticket>?
(qué|que) pasa con <ticket> => what is the status of <ticket>?
(cuándo|cuando) (estará listo|se resolverá|resuelven) <ticket> => when will <ticket> be done?
(quién|quien) (lleva|atiende|tiene) <ticket> => who works on <ticket>?
estado (de|del) <ticket> => status of <ticket>?
tiene <third> <needed-plain> => does <third> have <needed-plain>?
(está|esta) <third> <in-group> => is <third> <in-group>?
(estoy) <in-group> => am I <in-group>?
(es|esto es|este correo es|es este correo) (phishing|spam|fiable|seguro) => is this phishing?
(cuándo|cuando) (empieza|se incorpora) <#name> => when does <#name> start?
(cuándo|cuando) se va <#name> => when does <#name> leave?
(cuándo|cuando) (caduca|vence|expira) <pw> => when does <pw> expire?
@ask-marked
(puedo|se puede|podría yo) <do-inf> [(yo mismo|yo misma)] => can I <do-inf>?
(debo|tengo que|hay que) <do-inf> => do I have to <do-inf>?
@why
(está|esta) (bloqueado|bloqueada) <account> => is <account> locked
(está|esta) <account> (bloqueado|bloqueada) => is <account> locked
<account> está (bloqueado|bloqueada) => is <account> locked
(no|ya no) (funciona|va|imprime) <some-thing> => does <some-thing> not work
<some-thing> <works-not> => is it that <some-thing> <works-not>
(tengo que|debo) <do-inf> => do I have to <do-inf>
no puedo (entrar|acceder|iniciar sesión) => can I not sign in
(fue restablecida|ha sido restablecida|han restablecido|restablecieron|cambiaron) <pw> => was <pw> reset

@ticket
(mi|el|la|nuestro) (ticket|solicitud|incidencia|caso|petición) [(número|nº)] [<#ticket>] => my ticket <#ticket>
ticket <#ticket> => ticket <#ticket>
<#code> => <#code>

@suppose
(si|en caso de que|cuando) => if
@supposed
(olvido|olvidara|llego a olvidar) <pw> => I forget <pw>
me olvido de <pw> => I forget <pw>
<account> (está|se bloquea|estuviera) [(otra vez|de nuevo)] [(bloqueado|bloqueada)] => <account> is locked
(no|ya no) puedo (entrar|acceder|iniciar sesión) => I cannot sign in
pierdo (mi|el) <phone> => I lose my phone
<pw> (caduca|vence|expira) => <pw> expires
<some-thing> <works-not> => <some-thing> <works-not>
<one> olvida su <word-pw> => <one> forgets their <word-pw>
(es|fuera) posible => it is possible
@because
<own-state> => <own-state>
<own-phone> => <own-phone>
<other-state> => <other-state>
@it
<you-can> (restablecerla|reiniciarla|resetearla) => please reset it
<you-can> (desbloquearla|desbloquearlo) => please unlock it
(me la|la) <can> (restablecer|resetear) => please reset it
(me la|la) <can> desbloquear => please unlock it
(restablézcanla|restablécela|restablézcala) => please reset it
(desbloquéenla|desbloquéala) => please unlock it

@clause
<refuse> => <refuse>
<wish> => <wish>
<polite> => <polite>
<it> => <it>
<say> => <say>
<thanks> => <thanks>
<bye> => <bye>
<hello> => <hello>
@link
, => ,
(y|e) => and
, y => and
(pero|, pero) => , but
(porque|, porque|, ya que|ya que) => because
@sentence
<clause> => <clause>
<ask> => <ask>
<clause> <link> <sentence> => <clause> <link> <sentence>
<suppose> <supposed> , <sentence> => if <supposed>, <sentence>
<clause> [,] <suppose> <supposed> => <clause> if <supposed>
<hello> <sentence> => <hello>, <sentence>
<thanks> [(y|,)] <bye> => <thanks>, <bye>
<wish> <thanks> => <wish>, <thanks>
@question
<ask> => <ask>
<ask-marked> => <ask-marked>
<polite> => <polite>
<it> => <it>
<hello> [,] <question> => <hello>, <question>
<say> <link> <question> => <say> <link> <question>
<thanks> <link> <question> => <thanks> <link> <question>
<suppose> <supposed> , <ask> => if <supposed>, <ask>
<ask> [,] <suppose> <supposed> => if <supposed>, <ask>
<polite> [,] <thanks> => <polite>, <thanks>
<polite> [,] (porque|ya que) <because> => <polite> because <because>
<polite> , <say> => <polite>, <say>
`,
};
