// Picks the part of a text to show for a search. Plain text in, plain text out; nothing is rewritten. Pure.
import { wordsOf } from './search-words.ts';

const LONGEST = 1200;

/**
 * The paragraph that holds most of the words by weight, the first of equals. A heading stays with the paragraph below it;
 * a paragraph that is too long is cut at a word.
 */
export function excerptOf(text: string, words: ReadonlySet<string>, weigh: (word: string) => number): string {
  let best = '';
  let bestScore = -1;
  for (const paragraph of paragraphsOf(text)) {
    const found = new Set(wordsOf(paragraph).filter((word) => words.has(word)));
    const score = [...found].reduce((total, word) => total + weigh(word), 0);
    if (score > bestScore) {
      best = paragraph;
      bestScore = score;
    }
  }
  if (best.length <= LONGEST) return best;
  const cut = best.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '');
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
