// French words that the book treats alike: softeners, small words that are no names, months. Data only.
import { wordSet } from '../language.ts';

/** They say nothing wherever they stand. */
export const SOFTENERS = wordSet(`
  svp stp urgent urgence urgemment rapidement vite gentiment aimablement juste malheureusement hélas apparemment donc alors voilà
  euh ok okay bref asap`);

/** Right as they are: never mended into a word of the book, never a name. */
export const REAL_WORDS = wordSet(`
  je tu il elle on nous vous ils elles me te se le la les lui leur moi toi soi mon ma mes ton ta tes son sa ses notre nos votre vos leurs
  un une des du de au aux ce cet cette ces ça cela ceci et ou mais donc or ni car que qui quoi dont où quand comment pourquoi combien
  si lorsque puisque quoique parce afin ainsi est sont suis es sommes êtes était étaient sera seront serait soit ai as a avons avez ont avait
  aura aurait fut ne pas plus jamais rien aucun aucune personne non sans sauf excepté hormis nullement guère stop arrêtez arrête arrêter
  cessez cesse cesser évitez évite éviter empêchez empêcher interdit interdire refuser refusez surtout plutôt au lieu
  hier demain aujourdhui avant-hier après-demain bientôt tard tôt ensuite puis avant après pendant depuis dès lors toujours souvent
  peut-être peut être probablement sûrement certainement éventuellement normalement soi-disant tous toutes tout toute chaque quelque
  quelques quelquun plusieurs autre autres même mêmes celui celle ceux celles lequel laquelle aussi encore déjà très trop peu beaucoup
  bien mal ici là oui dans sur sous chez vers entre par pour avec contre selon malgré
  bonjour bonsoir salut merci cordialement madame monsieur mme mr m
  fils fille mère père frère soeur enfant ami amie voisin voisine mari femme épouse client cliente fournisseur patron patronne chef
  supprimer supprimez bloquer bloquez désactiver désactivez révoquer révoquez annuler annulez lundi mardi mercredi jeudi vendredi samedi
  dimanche matin soir midi semaine mois année jour`);

export const IN_NAMES = wordSet(
  'support équipe comptabilité ventes marketing direction projet projets newsletter it admin service clients personnel rh accueil tous',
);
export const SURNAMES = wordSet('petit grand blanc noir lundi mardi merci bon rousseau roy');
export const PARTICLES = wordSet('de du des le la van von di da del el');

export const MONTHS: ReadonlyMap<string, string> = new Map(
  'janvier=January février=February fevrier=February mars=March avril=April mai=May juin=June juillet=July août=August aout=August septembre=September octobre=October novembre=November décembre=December decembre=December'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
