// The one text of a JSON value that came from outside: keys in order, numbers as they are. For comparing definitions.

/** Values that differ only in the order of their keys have the same text. */
export function stableText(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : entry,
  );
}
