// Finds by name as people type it: every word of the query starts a word of the name, case and accents ignored.

const MOST = 10;

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** An exact name wins alone. */
export function searchNames<T extends { readonly name: string }>(
  items: Iterable<T>,
  query: string,
): readonly T[] {
  const wanted = fold(query)
    .split(/[^\p{L}\p{N}@._-]+/u)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  const all = [...items];
  const exact = all.filter((item) => fold(item.name) === fold(query.trim()));
  if (exact.length > 0) return exact.slice(0, MOST);
  return all
    .filter((item) => {
      const words = fold(item.name).split(/[^\p{L}\p{N}]+/u);
      return wanted.every((part) => words.some((word) => word.startsWith(part)));
    })
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, MOST);
}
