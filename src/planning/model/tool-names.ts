// Names that every model server takes: letters, digits, `_` and `-`, at most 64. The way back is a table, never a guess from
// the name. Pure.

const LONGEST = 64;

/**
 * @param names real names, in a fixed order, so that the same tools get the same names
 * @param taken names that are in use already
 * @returns the server's name → the real one
 */
export function encodeNames(
  names: readonly string[],
  taken: readonly string[] = [],
): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const table = new Map<string, string>();
  for (const name of new Set(names)) {
    const encoded = free(name.replace(/[^A-Za-z0-9_-]/g, '_') || 'tool', used);
    used.add(encoded);
    table.set(encoded, name);
  }
  return table;
}

function free(wish: string, used: ReadonlySet<string>): string {
  const plain = wish.slice(0, LONGEST);
  if (!used.has(plain)) return plain;
  for (let number = 2; ; number += 1) {
    const end = `_${number}`;
    const numbered = `${wish.slice(0, LONGEST - end.length)}${end}`;
    if (!used.has(numbered)) return numbered;
  }
}
