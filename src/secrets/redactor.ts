// Masks secrets in everything that is stored, shown, logged or given to a planner: what looks like one, and every value that
// the desk itself holds. The values are kept in memory only; one that was replaced stays masked until the next start.
import { boundedMap } from '../lib/bounded-map.ts';
import type { Logger } from '../lib/log.ts';
import { hideKnown, hideShapes, spellingsOf } from './redact.ts';

export interface Redactor {
  text(text: string): string;
  /** The same value with every string in it masked; what a button or a form of ours carries stays as it is. */
  value<T>(value: T): T;
  /** Masks these too from now on, wherever they stand. */
  learn(secrets: readonly string[]): void;
}

/** A shorter value stands in too many innocent words to be masked everywhere. */
const SHORTEST = 6;
/** Most texts of a card are the same from one card to the next. */
const MOST_KNOWN = 2000;
const LONGEST_KNOWN = 200;
const PLAIN_NAME = /^[A-Za-z_]{1,40}$/;
/** Nothing that is stored or shown lies deeper. */
const DEEPEST = 20;

/**
 * @param isCarried whether what stands under `action` is the data of a button or a form of ours, ids alone; a masked id would
 * lead nowhere. What a system calls `action` is none.
 */
export function createRedactor(
  isCarried: (value: unknown) => boolean,
  secrets: readonly string[] = [],
): Redactor {
  const learned = new Set<string>();
  let spellings: readonly string[] = [];
  const masked = boundedMap<string>(MOST_KNOWN);
  const text = (value: string): string => {
    if (value.length > LONGEST_KNOWN) return hideShapes(hideKnown(value, spellings));
    let result = masked.get(value);
    if (result === undefined) {
      result = hideShapes(hideKnown(value, spellings));
      masked.set(value, result);
    }
    return result;
  };
  const learn = (more: readonly string[]) => {
    const fresh = more.filter((secret) => secret.length >= SHORTEST && !learned.has(secret));
    if (fresh.length === 0) return;
    for (const secret of fresh) learned.add(secret);
    spellings = spellingsOf([...learned]);
    masked.clear();
  };
  learn(secrets);
  const keep = { text, isCarried };
  return { text, learn, value: (value) => walk(value, keep, 0) as typeof value };
}

interface Keep {
  text(value: string): string;
  isCarried(value: unknown): boolean;
}

function walk(value: unknown, keep: Keep, depth: number): unknown {
  const { text } = keep;
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((entry) => walk(entry, keep, depth + 1));
  if (value instanceof Error) return text(value.message);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      // A system may answer with a map whose names are values; a word of letters is a name of ours.
      PLAIN_NAME.test(key) ? key : text(key),
      key === 'action' && keep.isCarried(entry) ? entry : walk(entry, keep, depth + 1),
    ]),
  );
}

/** A log that masks every line before it is written. */
export function maskedLog(log: Logger, redactor: Redactor): Logger {
  const masked = (level: keyof Logger) => (fields: object, message: string) =>
    log[level](redactor.value(fields), redactor.text(message));
  return { debug: masked('debug'), info: masked('info'), warn: masked('warn'), error: masked('error') };
}
