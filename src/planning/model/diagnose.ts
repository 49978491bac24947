// The conversation with the model: look-ups, answered in order, until one closing call holds. It ends by itself: at most eight
// turns, one reminder, one repair. It proposes or throws; it never acts.
import type { Json } from '../../lib/json.ts';
import { type Model, ModelError, type ModelMessage, type ModelTurn } from '../../model/model.ts';
import { redact } from '../../secrets/redact.ts';
import type { Proposal } from '../planner.ts';
import { type ClosingName, isClosing } from './closing-forms.ts';
import { redactJson } from './data-text.ts';
import type { UsageMeter } from './model-planner-port.ts';
import { type Heard, type HeardCall, readCalls } from './read-calls.ts';
import type { Submission } from './read-submission.ts';
import type { ReadRunner } from './run-reads.ts';
import type { Toolbox } from './toolbox.ts';

const MAX_TURNS = 8;
/** The last turns offer no look-ups: one to close, one to repair. */
const CLOSING_TURNS = 2;
const LONGEST_ECHO = 4000;

const CLOSE_NOW =
  'No more look-ups. End now with exactly one closing call; if you are unsure, with hand_off.';
const REMINDER =
  'That was no call. Call one of the tools, or answer with one JSON object: {"tool": NAME, "arguments": {...}}.';

export interface DiagnosisParts {
  readonly model: Model;
  readonly opening: readonly ModelMessage[];
  readonly toolbox: Toolbox;
  readonly reads: ReadRunner;
  readonly meter: UsageMeter;
  readonly signal: AbortSignal;
  close(name: ClosingName, args: Readonly<Record<string, Json>>): Submission;
}

/** @throws ModelError when no closing call holds; whatever the signal was aborted with */
export async function diagnose(parts: DiagnosisParts): Promise<Proposal> {
  const messages = [...parts.opening];
  const usedIds = new Set<string>();
  const chances = { reminded: false, repaired: false };
  let told = false;
  for (let turn = 1; turn <= MAX_TURNS; turn += 1) {
    const mustClose = turn > MAX_TURNS - CLOSING_TURNS || parts.reads.spent();
    if (mustClose && !told) messages.push({ role: 'user', text: CLOSE_NOW });
    told ||= mustClose;
    const said = await ask(parts, messages, mustClose);
    const heard = readCalls(said, usedIds);
    const closing = heard.calls.find(({ name }) => isClosing(name));
    if (heard.calls.length === 0) {
      if (chances.reminded) throw noAnswer('it called no tool');
      chances.reminded = true;
      messages.push(assistant(said, heard), { role: 'user', text: REMINDER });
      continue;
    }
    const lookUps = heard.calls.filter(({ name }) => !isClosing(name));
    const results = await parts.reads.answer(lookUps, parts.signal);
    const closed = closing && close(parts, closing);
    if (closed?.ok) return closed.proposal;
    if (closed && chances.repaired)
      throw noAnswer(`its proposal does not hold: ${closed.problems.join('; ')}`);
    chances.repaired ||= closed !== undefined;
    const byId = new Map(lookUps.map(({ id }, index) => [id, results[index] ?? '']));
    if (closing && closed) byId.set(closing.id, notAccepted(closed.problems));
    messages.push(assistant(said, heard), ...answers(heard, byId));
  }
  throw noAnswer(`it made no proposal in ${MAX_TURNS} turns`);
}

async function ask(
  { model, toolbox, meter, signal }: DiagnosisParts,
  messages: readonly ModelMessage[],
  mustClose: boolean,
): Promise<ModelTurn> {
  signal.throwIfAborted();
  const turn = await model.turn(messages, mustClose ? toolbox.closing : toolbox.all, signal);
  meter.add(turn.usage);
  signal.throwIfAborted();
  return turn;
}

function close(parts: DiagnosisParts, { name, args }: HeardCall): Submission {
  if (!args.ok) return { ok: false, problems: [args.why] };
  // A closing call that was not offered, such as a plan where no tool may be named, does not hold.
  const isOffered = parts.toolbox.closing.some((tool) => tool.name === name);
  if (!isClosing(name) || !isOffered) return { ok: false, problems: ['this call is not offered here'] };
  return parts.close(name, args.args);
}

function notAccepted(problems: readonly string[]): string {
  return JSON.stringify({ error: 'Not accepted. Correct it once and call again.', problems });
}

/** What the model said, as it goes back to it: harmless names, parsed arguments, nothing secret. */
function assistant(turn: ModelTurn, { calls, inText }: Heard): ModelMessage {
  const text = redact(turn.text.slice(0, 2 * LONGEST_ECHO)).slice(0, LONGEST_ECHO);
  if (inText) return { role: 'assistant', text: text || '(nothing)', calls: [] };
  return {
    role: 'assistant',
    text,
    calls: calls.map(({ id, name, args }) => ({
      id,
      name: /^[A-Za-z0-9_-]{1,64}$/.test(name) ? name : 'unknown',
      arguments: args.ok ? echo(args.args, isClosing(name)) : '{}',
    })),
  };
}

/** Servers parse what they are given back, so it is always whole JSON. */
function echo(args: Readonly<Record<string, Json>>, whole: boolean): string {
  const json = JSON.stringify(redactJson(args));
  return whole || json.length <= LONGEST_ECHO ? json : '{}';
}

function answers({ calls, inText }: Heard, byId: ReadonlyMap<string, string>): readonly ModelMessage[] {
  const textOf = (id: string) => byId.get(id) ?? JSON.stringify({ error: 'Only one closing call is read.' });
  return calls.map(({ id }) =>
    inText
      ? { role: 'user' as const, text: `Result:\n${textOf(id)}` }
      : { role: 'tool' as const, callId: id, text: textOf(id) },
  );
}

function noAnswer(why: string): ModelError {
  return new ModelError('conversation', `The model gave no usable answer: ${why}.`);
}
