// Looking something up by a name that came from outside (a form field, an argument, a client, a word somebody typed). `record[name]`
// also finds what every object inherits, "constructor" or "toString"; this finds what stands in the record and nothing else.

/** @param record plain data, or a table of ours. @returns undefined for every name that is not the record's own */
export function lookUp<V>(record: Readonly<Record<string, V>>, name: PropertyKey): V | undefined {
  return Object.hasOwn(record, name) ? record[name as string] : undefined;
}
