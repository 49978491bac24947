// Reads YAML that a person wrote into plain data, within bounds of size, depth and expansion. Knows no key of the desk file.
import { type Document, isAlias, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { errorText } from './errors.ts';

type Path = readonly PropertyKey[];

/** `clients[0].policies[2].when` */
export function showPath(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** Bytes; a desk of a thousand clients stays far below. */
const MOST_BYTES = 1024 * 1024;
const MOST_DEPTH = 64;
/** Aliases expand; a few are a convenience, many are an attack or a mistake. */
const MOST_ALIASES = 50;
const MOST_SYNTAX_ERRORS = 10;
/** Characters; the parser's time grows with the square of a line of mistakes. */
const LONGEST_LINE = 10_000;

export type ReadYaml =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: string[] };

/** Problems begin with their place in the file. Never throws. */
export function readYaml(text: string): ReadYaml {
  const refused = (...problems: string[]): ReadYaml => ({ ok: false, problems });
  if (Buffer.byteLength(text) > MOST_BYTES) return refused('the file: is larger than 1 MB');
  if (nestingOf(text) > MOST_DEPTH) return refused(`the file: is nested deeper than ${MOST_DEPTH} levels`);
  if (text.split('\n').some((line) => line.length > LONGEST_LINE))
    return refused(`the file: has a line of more than ${LONGEST_LINE} characters`);
  const lines = new LineCounter();
  // The parser's own check for doubled keys compares each with each; `surveyOf` does it in one pass.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    uniqueKeys: false,
  });
  const { aliases, doubled } = surveyOf(document);
  const mistakes = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    at: pos[0],
    message,
  }));
  mistakes.push(...doubled.map((at) => ({ at, message: 'Map keys must be unique' })));
  if (mistakes.length > 0)
    return refused(
      ...mistakes.slice(0, MOST_SYNTAX_ERRORS).map(({ at, message }) => {
        const { line, col } = lines.linePos(at);
        return `line ${line}, column ${col}: ${message}`;
      }),
    );
  if (aliases > MOST_ALIASES) return refused(`the file: has more than ${MOST_ALIASES} aliases (*name)`);
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    if (value === null) return refused('the file: is empty');
    const dangerous = dangerousKeys(value, []);
    return dangerous.length > 0 ? refused(...dangerous) : { ok: true, value };
  } catch (error) {
    return refused(`the file: ${errorText(error)}`);
  }
}

/** How many aliases there are, and where keys stand that their mapping already has. */
function surveyOf(document: Document.Parsed): { aliases: number; doubled: number[] } {
  let aliases = 0;
  const doubled: number[] = [];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) aliases += 1;
    },
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        // As text, because that is what keys of objects become: 1 and "1" are the same.
        if (seen.has(String(key.value))) doubled.push(key.range?.[0] ?? 0);
        seen.add(String(key.value));
      }
    },
  });
  return { aliases, doubled };
}

/** The deepest nesting that the text can have: of brackets, and of indentation. Counted before the parser recurses. */
function nestingOf(text: string): number {
  let open = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open += 1;
    else if ((character === ']' || character === '}') && open > 0) open -= 1;
    if (open > deepest) deepest = open;
  }
  for (const [indent] of text.matchAll(/^[ -]+/gm))
    deepest = Math.max(deepest, (indent.match(/- | {2}/g) ?? []).length);
  return deepest;
}

/** Keys that mean something to JavaScript; in a condition one would silently be lost. */
function dangerousKeys(value: unknown, path: readonly (string | number)[]): string[] {
  if (path.length > MOST_DEPTH) return [`${showPath(path.slice(0, 4))}: is nested too deep`];
  if (Array.isArray(value)) return value.flatMap((item, index) => dangerousKeys(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    ['__proto__', 'constructor', 'prototype'].includes(key)
      ? [`${showPath([...path, key])}: this key is not allowed`]
      : dangerousKeys(item, [...path, key]),
  );
}
