// Carries out the look-ups of one turn: offered read tools only, at most 24 in a run and four at a time. Whatever else is called
// is answered with an error text and counted like a look-up; nothing here changes anything.
import { errorText } from '../../lib/errors.ts';
import type { Json } from '../../lib/json.ts';
import type { Reads } from '../planner.ts';
import { dataText, fence } from './data-text.ts';
import type { Findings } from './findings.ts';
import { progressWords } from './progress-words.ts';
import { type HeardCall, wrongArgument } from './read-calls.ts';
import type { Toolbox } from './toolbox.ts';

const MOST_READS = 24;
const AT_ONCE = 4;
/** Bytes of one result, marks aside. */
const LONGEST_RESULT = 8192;
const CUT = ' [cut: the result was longer than 8 kB]';

export interface ReadRunner {
  /** Every look-up of this run is used up. */
  spent(): boolean;
  /** One text per call, in order. Never throws for what a call says or a read answers; an aborted signal ends it. */
  answer(calls: readonly HeardCall[], signal: AbortSignal): Promise<readonly string[]>;
}

export function createReadRunner(parts: {
  readonly toolbox: Toolbox;
  readonly reads: Pick<Reads, 'call'>;
  readonly findings: Findings;
  readonly nonce: string;
  readonly onProgress: (words: string) => void;
}): ReadRunner {
  const { toolbox, reads, findings, nonce, onProgress } = parts;
  let made = 0;
  const one = async (call: HeardCall): Promise<string> => {
    made += 1;
    if (made > MOST_READS) return refusal(`At most ${MOST_READS} look-ups are made for a ticket.`);
    if (toolbox.isWrite(call.name) && !toolbox.reads.has(call.name))
      return refusal('This tool changes something. It cannot be called; name it as a step of submit_plan.');
    const tool = toolbox.reads.get(call.name);
    if (!tool) return refusal('There is no tool of this name.');
    if (!call.args.ok) return refusal(call.args.why);
    const wrong = wrongArgument(call.args.args);
    if (wrong !== undefined) return refusal(`Not looked up: ${wrong}.`);
    onProgress(progressWords(tool.name));
    try {
      const result = await reads.call(tool.name, call.args.args);
      findings.add(tool.name, result ?? null);
      return fence(nonce, cut(dataText(result ?? null)));
    } catch (error) {
      return fence(nonce, cut(dataText({ error: errorText(error) })));
    }
  };
  return {
    spent: () => made >= MOST_READS,
    answer: async (calls, signal) => {
      const texts: string[] = [];
      for (let at = 0; at < calls.length; at += AT_ONCE) {
        signal.throwIfAborted();
        texts.push(...(await unlessAborted(Promise.all(calls.slice(at, at + AT_ONCE).map(one)), signal)));
      }
      return texts;
    },
  };
}

function refusal(why: string): string {
  return JSON.stringify({ error: why } satisfies Json);
}

function cut(text: string): string {
  if (Buffer.byteLength(text) <= LONGEST_RESULT) return text;
  const kept = Buffer.from(text).subarray(0, LONGEST_RESULT - CUT.length);
  return `${kept.toString('utf8').replace(/\uFFFD+$/, '')}${CUT}`;
}

/** A read that does not heed the signal does not hold up the run. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}
