// Finds by name as people type it: every word of the query starts a word of the name, case and accents ignored. Pure.

const MOST = 10;

/** By name, at most 10; an exact name wins alone. */
export function searchNames<T extends { readonly name: string }>(
  items: Iterable<T>,
  query: string,
): readonly T[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  const found = [...items]
    .map((item) => ({ item, words: wordsOf(item.name) }))
    .filter(({ words }) => wanted.every((part) => words.some((word) => word.startsWith(part))));
  const exact = found.filter(({ words }) => words.join(' ') === wanted.join(' '));
  return (exact.length > 0 ? exact : found)
    .map(({ item }) => item)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .slice(0, MOST);
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#&]+/u)
    .filter((word) => word !== '');
}
