// Full-text search over a small set of texts in memory: BM25 with the title counting double. It answers nothing rather
// than something that shares only everyday words with the query.
import MiniSearch, { type SearchResult } from 'minisearch';
import { excerptOf } from './excerpt.ts';
import { wordsOf } from './search-words.ts';

export interface SearchedText {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface TextHit {
  readonly id: string;
  readonly title: string;
  /** The paragraph that fits best, at most 1,200 characters. */
  readonly excerpt: string;
}

export type TextSearch = (query: string, limit: number) => readonly TextHit[];

const LONGEST_QUERY = 500;
/** Shares of the query's weight (rare words weigh more) that a text has to hold, with two of its words or with one. */
const SHARE_OF_TWO = 0.2;
const SHARE_OF_ONE = 0.5;
/** A text this far behind the best one is about something else. */
const LEAST_OF_BEST = 0.25;

/** Reads all texts once; a search over a few hundred takes about a millisecond. */
export function createTextSearch(texts: readonly SearchedText[]): TextSearch {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const weigh = weights(texts);
  const index = new MiniSearch<SearchedText>({
    fields: ['title', 'text'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 2 },
      prefix: (term) => term.length >= 4,
      fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
      // A guess never beats the word itself.
      weights: { prefix: 0.4, fuzzy: 0.3 },
    },
  });
  index.addAll([...byId.values()]);
  return (query, limit) => {
    const words = new Set(wordsOf(query.slice(0, LONGEST_QUERY)));
    const whole = sum(words, weigh);
    // One common word in the body proves nothing: a word of the title, or enough of the query.
    const fits = ({ match, queryTerms }: SearchResult) => {
      if (Object.values(match).some((fields) => fields.includes('title'))) return true;
      const found = new Set(queryTerms);
      return sum(found, weigh) >= whole * (found.size > 1 ? SHARE_OF_TWO : SHARE_OF_ONE);
    };
    const hits = index.search([...words].join(' ')).filter(fits);
    const best = hits[0]?.score ?? 0;
    return hits
      .filter((hit) => hit.score >= best * LEAST_OF_BEST)
      .slice(0, limit)
      .flatMap((hit) => {
        const text = byId.get(String(hit.id));
        return text
          ? [{ id: text.id, title: text.title, excerpt: excerptOf(text.text, new Set(hit.terms), weigh) }]
          : [];
      });
  };
}

/** Inverse document frequency; a word that no text has weighs most. */
function weights(texts: readonly SearchedText[]): (word: string) => number {
  const holders = new Map<string, number>();
  for (const { title, text } of texts) {
    for (const word of new Set([...wordsOf(title), ...wordsOf(text)]))
      holders.set(word, (holders.get(word) ?? 0) + 1);
  }
  return (word) => Math.log(1 + texts.length / (1 + (holders.get(word) ?? 0)));
}

function sum(words: ReadonlySet<string>, weigh: (word: string) => number): number {
  return [...words].reduce((total, word) => total + weigh(word), 0);
}
