// Picks the part of a text to show for a search. Plain text in, plain text out; nothing is rewritten. Pure.
import { wordsOf } from './search-words.ts';

const LONGEST = 1200;

/** Steps of a list: "1. Open ...", "- Choose ...". */
const LIST = /^\s*(?:\d{1,2}[.)]|[-*•])\s/m;

/**
 * The paragraph that holds most of the words by weight, the first of equals, with the list that follows it, as steps lie below the
 * sentence that has the words; and where it is a step itself, the list from its beginning. A heading stays with the paragraph below
 * it; what is too long is cut at a word.
 */
export function excerptOf(text: string, words: ReadonlySet<string>, weigh: (word: string) => number): string {
  const paragraphs = paragraphsOf(text);
  let bestAt = 0;
  let bestScore = -1;
  for (const [at, paragraph] of paragraphs.entries()) {
    const found = new Set(wordsOf(paragraph).filter((word) => words.has(word)));
    const score = [...found].reduce((total, word) => total + weigh(word), 0);
    if (score > bestScore) [bestAt, bestScore] = [at, score];
  }
  return cutAtWord(withItsList(paragraphs, bestAt));
}

function withItsList(paragraphs: readonly string[], at: number): string {
  const isList = (index: number) => LIST.test(paragraphs[index] ?? '');
  let from = at;
  while (isList(at) && isList(from - 1)) from -= 1;
  let end = at + 1;
  while (isList(end)) end += 1;
  return paragraphs.slice(from, end).join('\n\n');
}

function cutAtWord(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '');
  const end = cut.search(/\s+\S*$/);
  return `${end > LONGEST / 2 ? cut.slice(0, end) : cut}…`;
}

function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let heading = '';
  for (const part of text.split(/\n\s*\n/)) {
    const paragraph = part.trim();
    if (/^#{1,6} [^\n]*$/.test(paragraph)) {
      heading = `${paragraph}\n`;
    } else if (paragraph !== '') {
      paragraphs.push(heading + paragraph);
      heading = '';
    }
  }
  return paragraphs.length > 0 ? paragraphs : [text.trim()];
}
