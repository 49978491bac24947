// What a model's turn asks for, read with distrust: ids of its own are replaced, arguments are measured before they are parsed,
// and a server without tool support may write one call as JSON in its text. Nothing is looked up or run here. Pure.
import type { Json } from '../../lib/json.ts';
import type { ModelTurn, ToolCall } from '../../model/model.ts';

const LONGEST_ARGUMENTS = 16_384;
const LONGEST_TEXT_ARGUMENT = 200;
const LONGEST_REPLY = 65_536;
const MOST_CALLS = 16;
const DEEPEST = 8;
const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

export type CallArgs =
  | { readonly ok: true; readonly args: Readonly<Record<string, Json>> }
  | { readonly ok: false; readonly why: string };

export interface HeardCall {
  /** Unique in the run and of a form that every server takes back. */
  readonly id: string;
  readonly name: string;
  readonly args: CallArgs;
}

export interface Heard {
  readonly calls: readonly HeardCall[];
  /** The call stood in the text, so its result goes back as text. */
  readonly inText: boolean;
}

/** @param usedIds of this run; the ids of these calls are added */
export function readCalls(turn: ModelTurn, usedIds: Set<string>): Heard {
  if (turn.calls.length > 0) {
    const calls = turn.calls.slice(0, MOST_CALLS).map((call) => ({
      id: ownId(call.id, usedIds),
      name: call.name,
      args: readArguments(call.arguments),
    }));
    return { calls, inText: false };
  }
  const call = callInText(turn.text);
  return call
    ? {
        calls: [{ id: ownId('', usedIds), name: call.name, args: readArguments(call.arguments) }],
        inText: true,
      }
    : { calls: [], inText: true };
}

/** Two calls with one id, or an id that no server would take, get one of ours: nine letters and digits. */
function ownId(id: string, used: Set<string>): string {
  let own = id;
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id) || used.has(id)) {
    let number = used.size + 1;
    do {
      own = `call${String(number).padStart(5, '0')}`;
      number += 1;
    } while (used.has(own));
  }
  used.add(own);
  return own;
}

/** At most 16 kB, one JSON object, no name that reaches into an object's prototype. */
export function readArguments(text: string): CallArgs {
  const problem = (why: string): CallArgs => ({ ok: false, why });
  if (Buffer.byteLength(text) > LONGEST_ARGUMENTS) return problem('The arguments are longer than 16 kB.');
  if (text.trim() === '') return { ok: true, args: {} };
  const value = parse(text);
  if (!isObject(value)) return problem('The arguments are not one JSON object.');
  const wrong = wrongIn(value, 0);
  return wrong === undefined ? { ok: true, args: value } : problem(wrong);
}

function wrongIn(value: Json, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= DEEPEST) return 'The arguments are nested too deeply.';
  const isList = Array.isArray(value);
  for (const [key, entry] of Object.entries(value)) {
    if (!isList && FORBIDDEN_KEYS.includes(key)) return 'The arguments hold a name that is not allowed.';
    const wrong = wrongIn(entry, depth + 1);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** The first text in a tool's arguments that is too long, or a number that is no whole one; undefined: none. */
export function wrongArgument(args: Readonly<Record<string, Json>>): string | undefined {
  for (const value of Object.values(args)) {
    if (typeof value === 'string' && value.length > LONGEST_TEXT_ARGUMENT)
      return `an argument is longer than ${LONGEST_TEXT_ARGUMENT} characters`;
    // Approvals are bound to a canonical form that knows whole numbers only.
    if (typeof value === 'number' && !Number.isSafeInteger(value)) return 'a number is no whole number';
    if (value !== null && typeof value === 'object') {
      const wrong = wrongArgument(Object.fromEntries(Object.entries(value)));
      if (wrong !== undefined) return wrong;
    }
  }
  return undefined;
}

function callInText(text: string): Pick<ToolCall, 'name' | 'arguments'> | undefined {
  const object = objectIn(text);
  if (!object) return undefined;
  const fields = new Map(Object.entries(object));
  const name = fields.get('tool') ?? fields.get('name');
  if (typeof name === 'string') {
    const args = fields.get('args') ?? fields.get('arguments') ?? fields.get('parameters') ?? {};
    return { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) };
  }
  const closing = fields.has('steps')
    ? 'submit_plan'
    : fields.has('question')
      ? 'ask_requester'
      : fields.has('sources')
        ? 'answer'
        : fields.has('reason')
          ? 'hand_off'
          : undefined;
  return closing && { name: closing, arguments: JSON.stringify(object) };
}

/** The one JSON object in a text, whatever stands around it; undefined if it does not parse. */
function objectIn(text: string): Readonly<Record<string, Json>> | undefined {
  // Some models think aloud first; what counts comes after.
  const said = text.slice(text.lastIndexOf('</think>') + 1).slice(0, LONGEST_REPLY);
  const start = said.indexOf('{');
  const end = said.lastIndexOf('}');
  if (start < 0 || end < start) return undefined;
  const value = parse(said.slice(start, end + 1));
  return isObject(value) ? value : undefined;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value);
}
