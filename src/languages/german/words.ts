// German words that the book treats alike: softeners, small words that are no names, months. Data only.
import { wordSet } from '../language.ts';

/** They say nothing wherever they stand. "doch" and "noch" are none: they turn sentences round. */
export const SOFTENERS = wordSet(`
  bitte bitteschoen bitt mal eben kurz dringend dringendst schnellstmoeglich baldmoeglichst umgehend schnell rasch zeitnah
  gern gerne freundlicherweise netterweise leider gerade irgendwie einfach halt asap eilig baldigst
  hiermit ja kurzfristig okay ok oje hm hmm ach so also`);

/** Right as they are: never mended into a word of the book, never a name. */
export const REAL_WORDS = wordSet(`
  konnte konnten konntest hatte hatten hattest haette haetten waere waeren war waren wuerde wuerden wurde wurden musste mussten
  mochte durfte sollte sollten wollte wollten abmelden abmeldung anmelden anmeldung ausloggen einloggen eingeschaltet
  ausgeschaltet niemals keinesfalls keineswegs keinerlei keine kein keinen keinem keiner keines nichts niemand niemanden nie
  nirgends ohne weder noch statt anstatt ausser stattdessen stopp stop halt bloss nur nicht nein falls wenn sofern sobald
  solange bevor nachdem bis ob angeblich vielleicht eventuell vermutlich wahrscheinlich hoffentlich moeglicherweise
  gestern heute morgen uebermorgen vorgestern demnaechst bald spaeter frueher neulich letztens immer manchmal oft selten
  trotzdem dennoch deshalb daher darum dafuer dagegen damit dazu davon dabei daran darauf daraus darin darueber
  alle alles allen aller andere anderen anderer anderes beide beiden einige einigen einer eine ein einen einem eines
  jeder jede jedes jeden jedem jemand jemanden jemandem man manche mehr mehrere meist meisten viele vielen wenig wenige
  der die das den dem des dieser diese dieses diesen diesem jener jene jenes welcher welche welches welchen wer wem wen wessen
  was wie wo wann warum weshalb wieso woher wohin womit wodurch wozu und oder aber denn weil da dass sondern sowie als
  ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen mein dein sein unser euer
  meine deine seine unsere eure ihre meinen deinen seinen unseren ihren meinem deinem seinem unserem ihrem
  bin bist ist sind seid habe hast hat haben habt werde wirst wird werden kann kannst koennen koennt koennte koennten
  muss musst muessen muesste soll sollst sollen will willst wollen darf duerfen mag moechte moechten
  an auf aus bei durch fuer gegen hinter in im ins mit nach neben ueber um unter von vom vor zu zum zur zwischen seit waehrend
  wegen trotz ab hier dort jetzt nun dann wieder schon erst auch sogar sehr ganz zu genau etwa ungefaehr vorher nachher
  verbieten verbiete untersagen untersage vermeiden verhindern lassen lass lasst hoer hoeren aufhoeren unterlassen
  loeschen loesche sperren sperre deaktivieren deaktiviere widerrufen widerruf kuendigen kuendige
  hallo danke guten tag abend gruss gruesse herr frau herrn sohn tochter vater mutter bruder schwester kind freund freundin
  nachbar ehemann ehefrau mann chef chefin kunde kundin lieferant praktikant azubi`);

/** They name groups and programs too: "Team IT", "Vertrieb". */
export const IN_NAMES = wordSet(`
  team it support vertrieb buchhaltung marketing einkauf personal personalabteilung projekt projekte newsletter office admin
  admins management leitung empfang technik service kunden lager`);

export const SURNAMES = wordSet(
  'weiss klein gross lang kurz jung neu schnell stark sommer montag freitag koch richter mai ernst',
);
export const PARTICLES = wordSet('von van der de zu la di da ten vom le del');

const MONTH_NAMES =
  'Januar=January Jänner=January Februar=February März=March April=April Mai=May Juni=June Juli=July August=August September=September Oktober=October November=November Dezember=December Jan=January Feb=February Apr=April Jun=June Jul=July Aug=August Sep=September Sept=September Okt=October Nov=November Dez=December';

export function monthsOf(fold: (word: string) => string): ReadonlyMap<string, string> {
  return new Map(
    MONTH_NAMES.split(' ').map((pair) => {
      const [own = '', english = ''] = pair.split('=');
      return [fold(own), english] as const;
    }),
  );
}
