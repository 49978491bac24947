// Finds the word that somebody most likely meant. It only suggests; nothing is ever corrected by it.

/** Longest word that is compared; anything longer is no typing mistake. */
const LONGEST = 64;

/** The candidate within a third of the word's length in edits, or undefined; the first of several equally near ones. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate.length > LONGEST || candidate === word) continue;
    const distance = edits(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), row by row. */
function edits(a: string, b: string): number {
  let higher: readonly number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const crossed = row > 1 && column > 1 && swapped ? (higher[column - 2] ?? 0) + 1 : replaced;
      current.push(Math.min(replaced, crossed, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    higher = above;
    above = current;
  }
  return above[b.length] ?? 0;
}
