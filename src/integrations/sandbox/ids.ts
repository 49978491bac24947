// Ids of the made-up directory. They follow from names, so that they are the same after every start. Pure.

/** `grp` + "Finance EU" → `grp:finance-eu`. Names that differ only in case, accents or signs between words share an id. */
export function idOf(prefix: 'grp' | 'app' | 'lic' | 'sw' | 'dev', name: string): string {
  return `${prefix}:${slug(name)}`;
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#&]+/gu, '-')
    .replace(/^-|-$/g, '');
}
