// Reads the options of a rule as chat writes them: `+manager`, `+verify`, and the words of the conditions, such as `type=access`.
import { lookUp } from '../lib/look-up.ts';
import { nearest } from '../lib/nearest.ts';
import { CONDITIONS, type Condition, type ConditionList } from './conditions.ts';
import type { PolicyRule } from './policy.ts';

export type RuleOptions = Omit<PolicyRule, 'tool' | 'policy' | 'locked'>;

export type ReadOptions =
  | { readonly type: 'read'; readonly options: RuleOptions }
  /** A sentence that names the word and the remedy. */
  | { readonly type: 'refused'; readonly why: string };

const DEMANDS = { '+manager': 'manager', '+verify': 'verify' } as const;
const SHOWN = 60;

/** `[+manager] [+verify] [type=TICKET_TYPE] …`, for the usage of a command. */
export function optionsUsage(conditions: ConditionList = CONDITIONS): string {
  const usages = Object.values(conditions).map(({ typed }) => typed.usage);
  return [...Object.keys(DEMANDS), ...usages].map((usage) => `[${usage}]`).join(' ');
}

/** @param words as they were typed, quotation marks taken out */
export function readOptions(words: readonly string[], conditions: ConditionList = CONDITIONS): ReadOptions {
  const options = new Map<string, unknown>();
  for (const word of words) {
    const demand = lookUp(DEMANDS, word);
    const [name, value] = demand ? [demand, true] : (readCondition(word, options, conditions) ?? []);
    if (name === undefined) return { type: 'refused', why: notUnderstood(word, conditions) };
    options.set(name, value);
  }
  for (const [name, { form, typed }] of Object.entries(conditions)) {
    const checked = options.has(name) ? form.safeParse(options.get(name)) : undefined;
    if (checked?.error)
      return {
        type: 'refused',
        why: `${typed.usage}: ${checked.error.issues[0]?.message ?? 'is not right'}.`,
      };
    if (checked) options.set(name, checked.data);
  }
  return { type: 'read', options: Object.fromEntries(options) };
}

function readCondition(
  word: string,
  known: ReadonlyMap<string, unknown>,
  conditions: ConditionList,
): readonly [string, unknown] | undefined {
  for (const [name, { typed }] of Object.entries<Condition<unknown>>(conditions)) {
    const value = typed.read(word, known.get(name));
    if (value !== undefined) return [name, value];
  }
  return undefined;
}

function notUnderstood(word: string, conditions: ConditionList): string {
  const heads = Object.values(conditions).map(({ typed }) => headOf(typed.usage));
  const near = nearest(headOf(word), [...Object.keys(DEMANDS), ...heads]);
  return `"${word.slice(0, SHOWN)}" is not understood${near === undefined ? '.' : `, did you mean ${near}?`}`;
}

/** What stands before the value: `type=`, `when.` */
function headOf(usage: string): string {
  return /^[^=.]*[=.]/.exec(usage)?.[0] ?? usage;
}
