// What a message asks for, before anything is matched or planned: its clauses with their moods, and the words that a change may be
// planned from. It knows no workflow and no directory, and whatever it is unsure of counts as not asked for.
import { clausesOf } from './clauses.ts';
import { AUTOMATIC, type Mood, moodOf } from './read-clause.ts';
import { securityReport } from './security-report.ts';

export interface ReadClause {
  readonly text: string;
  readonly plain: string;
  readonly mood: Mood;
  /** Counts sentences: a condition holds for the others of its own. */
  readonly sentence: number;
}

export interface Reading {
  readonly clauses: readonly ReadClause[];
  /** False: the message goes on behind what was read, and could say anything there. */
  readonly whole: boolean;
  /** The words that wish, complain or name something, in their order: people to act on are named here. */
  readonly wish: string;
  /** The same with plain statements, or statements alone ("Sam leaves on Friday"), which hold details (who, when, where): everything but what was asked, denied, thanked or told. */
  readonly sought: string;
  /** It wishes and asks nothing, and takes back what was said before it: "wait, don't do it", "sorry, wrong chat". */
  readonly retracts: boolean;
  /** A report of something that looks like an attack: to a technician at once, nothing is touched. */
  readonly security: boolean;
  /** What the message is where it wishes nothing. */
  readonly instead:
    | 'question'
    | 'denial'
    | 'report'
    | 'condition'
    | 'thanks'
    | 'taken_back'
    | 'statement'
    | undefined;
}

/** Somebody's notice that they are not there, and whom to ask instead. */
const AWAY =
  /\b(?:out of (?:the )?office|on (?:annual |parental |sick )?leave|on vacation|on holiday)\b[^\n]{0,120}\b(?:until|till|from|back)\b[\s\S]{0,200}\b(?:contact|reach|e-?mail|write to|call|turn to)\b/i;

const WISHING: readonly Mood[] = ['wish', 'complaint', 'fragment'];

/** Whether clauses of this mood are words that a change may be planned from. */
export function isSought(mood: Mood): boolean {
  return WISHING.includes(mood) || mood === 'statement';
}

export function readMessage(message: string): Reading {
  const { clauses, whole, retracts } = readClauses(message);
  const wishing = clauses.filter(({ mood }) => WISHING.includes(mood));
  const isWish = wishing.length > 0;
  const instead = isWish ? undefined : insteadOf(clauses);
  const tells = isWish || instead === 'statement';
  return {
    clauses,
    whole,
    wish: joined(clauses, wishing, message),
    sought: tells
      ? joined(
          clauses,
          clauses.filter(({ mood }) => isSought(mood)),
          message,
        )
      : '',
    retracts: retracts && !isWish && instead !== 'question' && /\s/.test(message.trim()),
    security: securityReport(message),
    instead,
  };
}

function readClauses(message: string): Pick<Reading, 'clauses' | 'whole' | 'retracts'> {
  const { clauses, whole } = clausesOf(message);
  // What a machine sends is nobody's wish, whatever it says.
  const isAutomatic = AUTOMATIC.test(clauses[0]?.plain ?? '') || AWAY.test(message);
  const read: ReadClause[] = [];
  let supposed = -1;
  let retracts = false;
  for (const clause of clauses) {
    const { text, plain, sentence } = clause;
    // "No" alone may be about what follows it.
    retracts ||=
      !isAutomatic && !/^(?:no|nope|wait|hm+)$/.test(plain) && moodOf(clause, true) === 'taken_back';
    const before = read.some(({ mood }) => isSought(mood));
    const mood = isAutomatic ? 'report' : sentence === supposed ? 'condition' : moodOf(clause, before);
    // "If I forget it, please reset it": the whole sentence is supposed.
    if (mood === 'condition') supposed = sentence;
    if (mood === 'taken_back') {
      // What was wished before is not wished any more; what comes after may be.
      for (const [at, earlier] of read.entries()) read[at] = { ...earlier, mood: 'taken_back' };
    }
    read.push({ text, plain, mood, sentence });
  }
  return { clauses: read, whole, retracts };
}

/** As it was written where every clause counts; else each on a line of its own, so that no name or value runs into the next. */
function joined(all: readonly ReadClause[], kept: readonly ReadClause[], message: string): string {
  return kept.length === all.length ? message.trim() : kept.map(({ text }) => text).join('.\n');
}

const ORDER = ['taken_back', 'denial', 'question', 'condition', 'thanks', 'report', 'statement'] as const;

function insteadOf(clauses: readonly ReadClause[]): Reading['instead'] {
  return ORDER.find((kind) => clauses.some(({ mood }) => mood === kind)) ?? 'statement';
}
