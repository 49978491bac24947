// Spanish words that the book treats alike: softeners, small words that are no names, months. Data only.
import { wordSet } from '../language.ts';

/** They say nothing wherever they stand. */
export const SOFTENERS = wordSet(`
  porfavor porfa porfis urgente urgentemente rápido rápidamente amablemente lamentablemente desgraciadamente pues entonces bueno
  eh ok vale asap favor`);

/** Right as they are: never mended into a word of the book, never a name. */
export const REAL_WORDS = wordSet(`
  yo tú él ella ello nosotros nosotras ustedes vosotros usted ellos ellas me te se le les lo la los las nos os mi mis tu tus su sus nuestro
  nuestra un una unos unas el este esta esto estos estas ese esa eso esos esas aquel y e o u pero porque pues sino que qué quien quién
  cual cuál cuando cuándo donde dónde como cómo cuanto cuánto por para con sin sobre entre hasta desde según contra hacia si sí no ni
  nunca jamás nada nadie ningún ninguno ninguna tampoco excepto salvo menos evite eviten evita evitar deje dejen deja dejar pare paren parar
  alto prohibido prohibir impida impidan cancele cancelen cancelar rechace es son soy eres era fue ser sea está están estoy estaba estar
  he ha has hemos han había tengo tiene tienen puedo puede pueden podría quiero quiere debo debe hay hacer
  ya también muy más aún todavía siempre ahora hoy mañana ayer anteayer aquí luego pronto tarde temprano antes después durante
  quizá quizás tal vez acaso probablemente seguramente supuestamente ojalá todos todo todas toda cada algún alguno alguna alguien
  varios otro otra otros otras mismo misma solo sólo solamente únicamente además
  hola buenos buenas días tardes noches gracias saludos señor señora sr sra
  hijo hija padre madre hermano hermana amigo amiga vecino vecina marido mujer esposo esposa cliente clienta proveedor jefe jefa
  eliminar elimine eliminen borrar borre borren bloquear bloquee bloqueen desactivar desactive revocar revoque
  lunes martes miércoles jueves viernes sábado domingo semana mes año día
  restablecí reinicié cambié desbloqueé instalé agregué añadí`);

export const IN_NAMES = wordSet(
  'soporte equipo contabilidad ventas marketing dirección proyecto proyectos newsletter it admin servicio clientes personal todos',
);
export const SURNAMES = wordSet('blanco moreno bueno nuevo rojo bravo delgado lunes');
export const PARTICLES = wordSet('de del la los las van von di da el');

export const MONTHS: ReadonlyMap<string, string> = new Map(
  'enero=January febrero=February marzo=March abril=April mayo=May junio=June julio=July agosto=August septiembre=September setiembre=September octubre=October noviembre=November diciembre=December'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
