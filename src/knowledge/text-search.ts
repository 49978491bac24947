// Full-text search over a small set of texts in memory: BM25 with the title counting double, best paragraph as the excerpt.
import MiniSearch from 'minisearch';

export interface SearchedText {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface TextHit {
  readonly id: string;
  readonly title: string;
  /** At most 1,200 characters. */
  readonly excerpt: string;
}

const EXCERPT_LENGTH = 1200;
/** Words that fit every text say nothing about any. */
const STOP_WORDS = new Set(
  'a an and any are as at be but by can cannot could do does for from get had has have how i if in into is it its me my no not of on or our please so the their them there this to up us was we what when where which who will with you your'.split(
    ' ',
  ),
);

export function createTextSearch(
  texts: readonly SearchedText[],
): (query: string, limit: number) => readonly TextHit[] {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const index = new MiniSearch<SearchedText>({
    fields: ['title', 'text'],
    processTerm: (term) => {
      const word = term.toLowerCase();
      return STOP_WORDS.has(word) ? null : word;
    },
    searchOptions: {
      boost: { title: 2 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 5 ? 0.15 : false),
    },
  });
  index.addAll(texts);
  return (query, limit) =>
    index
      .search(query.slice(0, 500))
      .slice(0, limit)
      .flatMap((hit) => {
        const text = byId.get(String(hit.id));
        return text ? [{ id: text.id, title: text.title, excerpt: excerptOf(text.text, hit.terms) }] : [];
      });
}

/** The paragraph that holds most of the words, with what follows it. */
function excerptOf(text: string, terms: readonly string[]): string {
  const paragraphs = text.split(/\n\s*\n/);
  const score = (paragraph: string) => terms.filter((term) => paragraph.toLowerCase().includes(term)).length;
  let best = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (score(paragraph) > score(paragraphs[best] ?? '')) best = index;
  }
  const found = paragraphs.slice(best).join('\n\n').trim();
  return found.length <= EXCERPT_LENGTH ? found : `${found.slice(0, EXCERPT_LENGTH - 1)}…`;
}
