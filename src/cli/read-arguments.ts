// Reads a sub-command's words: its options by name, everything else in order. What it does not know is refused.
import { parseArgs } from 'node:util';
import { errorText } from '../lib/errors.ts';
import { nearest } from '../lib/nearest.ts';

/** The command was typed wrong: the message says how, and the usage follows. */
export class MisuseError extends Error {}

export interface ReadArguments {
  /** Options with a value. */
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly words: readonly string[];
}

/**
 * @param known names without their dashes: `values` take the next word, `flags` take none
 * @throws MisuseError
 */
export function readArguments(
  args: readonly string[],
  known: { readonly values?: readonly string[]; readonly flags?: readonly string[] } = {},
): ReadArguments {
  const { values = [], flags = [] } = known;
  const options = Object.fromEntries([
    ...values.map((name) => [name, { type: 'string' }] as const),
    ...flags.map((name) => [name, { type: 'boolean' }] as const),
  ]);
  const unknown = args.find(
    (arg) => /^--\w/.test(arg) && !Object.hasOwn(options, arg.slice(2).split('=')[0] ?? ''),
  );
  if (unknown !== undefined && !args.slice(0, args.indexOf(unknown)).includes('--')) {
    const near = nearest(unknown.slice(2), [...values, ...flags]);
    const name = unknown.slice(0, 40);
    throw new MisuseError(`The option ${name} is not known.${near ? ` Did you mean --${near}?` : ''}`);
  }
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const given = Object.entries(parsed.values);
    return {
      values: new Map(given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
      flags: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
      words: parsed.positionals,
    };
  } catch (error) {
    throw new MisuseError(errorText(error).split('. ')[0] ?? 'The options are not right');
  }
}

/** The one word that a command takes. @throws MisuseError */
export function onlyWord(words: readonly string[], what: string): string {
  const [word, extra] = words;
  if (word === undefined) throw new MisuseError(`Which ${what}?`);
  if (extra !== undefined) throw new MisuseError(`"${extra.slice(0, 40)}" is one word too many.`);
  return word;
}
