// The conditions of a rule: what limits where it applies. Each is one entry with its form, its words in chat, whether it holds,
// how two of its values compare and its sentence; everything that reads, evaluates, compares or shows rules goes by this list.

import { z } from 'zod';
import { lookUp } from '../lib/look-up.ts';
import { foldText, matchesGlob } from './glob.ts';
import type { Conditions, PolicyContext, StepFacts } from './policy.ts';

/**
 * How two values of one condition lie to each other. `excludes`: never both hold. `narrower`: the first holds only where the
 * second does; `wider`: the other way round. `unknown`: either may hold without the other, so a change between them loosens.
 */
export type Relation = 'excludes' | 'narrower' | 'wider' | 'unknown';

export interface Condition<Value> {
  /** As the desk file writes it. What it does not say in a message, the house says. */
  readonly form: z.ZodType<Value>;
  readonly typed: {
    /** `type=TICKET_TYPE` */
    readonly usage: string;
    /** Reads one word of chat; undefined: it is not of this condition. @param before what earlier words of it gave */
    read(word: string, before: Value | undefined): Value | undefined;
  };
  /** Whether it holds for this step of this ticket. Reads nothing but what it is given. */
  holds(value: Value, facts: StepFacts, context: PolicyContext): boolean;
  /** For facts that a model may have chosen: such a rule can only tighten. Absent: the fact is always settled. */
  readonly unsettled?: {
    /** A sentence that says why; undefined: here it is settled. */
    why(context: PolicyContext): string | undefined;
    /** What the tree of reasons calls the case that no rule names: `Other tickets`. */
    readonly otherwise: string;
  };
  /** One spelling: two values of the same spelling hold in the same cases. */
  spelling(value: Value): string;
  /** For values of different spelling. Absent, or when unsure: unknown. */
  relate?(a: Value, b: Value): Relation;
  /** With its words it says what the rule is limited to: "in sandbox", "for access tickets", "where group is like …". */
  readonly preposition: 'in' | 'for' | 'where';
  words(value: Value): string;
  /** A rule with it goes before a rule without it; otherwise both hold, and the stricter decides. */
  readonly moreSpecific: boolean;
}

/** By the key of a rule. What a function takes as its last parameter is this list, or one with an entry more. */
export type ConditionList = Readonly<Record<string, Condition<unknown>>>;

const text = z.string().trim().min(1, 'must not be empty').max(200, 'is longer than 200 characters');

/** A tool comes from one integration and a ticket has one type, so of two different names at most one holds. */
const excludes = (): Relation => 'excludes';

export const CONDITIONS = {
  integration: {
    form: text,
    typed: oneWord('integration', 'ID'),
    holds: (id, facts) => foldText(id) === foldText(facts.integration),
    spelling: foldText,
    relate: excludes,
    preposition: 'in',
    words: (id) => id,
    moreSpecific: false,
  },
  ticket_type: {
    form: text,
    typed: oneWord('type', 'TICKET_TYPE'),
    holds: (type, _, { ticketType }) => ticketType !== undefined && foldText(type) === foldText(ticketType),
    unsettled: {
      why: ({ ticketType, ticketTypeBy }) =>
        ticketType !== undefined && (ticketTypeBy === 'person' || ticketTypeBy === 'rule')
          ? undefined
          : 'The ticket type was not set by a person or a fixed rule: the strictest rule over all types holds',
      otherwise: 'Other tickets',
    },
    spelling: foldText,
    relate: excludes,
    preposition: 'for',
    words: (type) => `${type} tickets`,
    moreSpecific: true,
  },
  when: {
    form: z.record(text, text),
    typed: {
      usage: 'when.ARGUMENT=PATTERN',
      read: (word, before) => {
        const [, argument, pattern] = /^when\.([A-Za-z][^=]*)=(.*)$/s.exec(word) ?? [];
        return argument === undefined ? undefined : { ...before, [argument]: pattern ?? '' };
      },
    },
    holds: (patterns, { args }) =>
      Object.entries(patterns).every(([arg, pattern]) => {
        const texts = lookUp(args, arg) ?? [];
        return texts.some((value) => matchesGlob(pattern, value));
      }),
    spelling: (patterns) => JSON.stringify(folded(patterns)),
    relate: (a, b) => {
      const [fewer, more] = [new Map(folded(a)), new Map(folded(b))];
      if (isPart(fewer, more)) return 'wider';
      // Whether one pattern lets through less than another is not looked into.
      return isPart(more, fewer) ? 'narrower' : 'unknown';
    },
    preposition: 'where',
    words: (patterns) =>
      Object.entries(patterns)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([arg, pattern]) => `${arg} is like "${pattern}"`)
        .join(' and '),
    moreSpecific: false,
  },
} satisfies { readonly [Name in keyof Conditions]-?: Condition<NonNullable<Conditions[Name]>> };

/** `type=TICKET_TYPE`: the last one that was typed counts. */
function oneWord(name: string, what: string): Condition<string>['typed'] {
  return {
    usage: `${name}=${what}`,
    read: (word) => (word.startsWith(`${name}=`) ? word.slice(name.length + 1) : undefined),
  };
}

function folded(patterns: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(patterns)
    .map(([arg, pattern]) => [arg, foldText(pattern)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether every entry of the one is an entry of the other; what asks for less holds wherever the other does. */
function isPart(fewer: ReadonlyMap<string, string>, more: ReadonlyMap<string, string>): boolean {
  return [...fewer].every(([arg, pattern]) => more.get(arg) === pattern);
}
