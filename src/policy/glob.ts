// Decides whether a text fits a pattern in which `*` stands for any text. Never a regular expression, never backtracks.

/** One spelling for comparisons: NFKC, lower case, invisible characters gone, white space as one blank. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** True if the whole text fits. Case, width and invisible characters do not count; without `*` it is equality. */
export function matchesGlob(pattern: string, text: string): boolean {
  const [first = '', ...rest] = foldText(pattern).split('*');
  const folded = foldText(text);
  const last = rest.pop();
  if (last === undefined) return folded === first;
  const end = folded.length - last.length;
  if (!folded.startsWith(first) || !folded.endsWith(last) || end < first.length) return false;
  // Taking each piece at its leftmost place is enough: a later place never leaves more room for the next one.
  let at = first.length;
  for (const piece of rest) {
    const found = folded.indexOf(piece, at);
    if (found === -1 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
