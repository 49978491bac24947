// Reads a tool call that a model wrote as text, `{"tool": NAME, "arguments": {...}}`, for servers without tool calls. Pure,
// one pass over the text; whether the tool exists and the arguments fit is for whoever runs calls.

export interface TextCall {
  readonly tool: string;
  /** JSON text of an object. */
  readonly arguments: string;
}

/** Nobody's arguments are nested deeper. */
const DEEPEST = 64;
const FENCE = '```';
const THOUGHTS_END = '</think>';

/**
 * The one call that a text holds, alone, in prose or in a ``` fence; undefined for none and for several: which of them was
 * meant is not for a program to guess. What a model thought aloud before `</think>` is not looked at.
 */
export function readTextCall(text: string): TextCall | undefined {
  const thought = text.lastIndexOf(THOUGHTS_END);
  const said = thought < 0 ? text : text.slice(thought + THOUGHTS_END.length);
  if (!said.includes('"tool"')) return undefined;
  const calls = callsIn(said);
  if (calls.length > 0) return calls.length === 1 ? calls[0] : undefined;
  // A stray brace in the prose hides what follows it; inside a fence the count starts anew.
  const fenced = said.split(FENCE).flatMap(callsIn);
  return fenced.length === 1 ? fenced[0] : undefined;
}

function callsIn(text: string): TextCall[] {
  return objectsIn(text).flatMap((slice) => toCall(slice) ?? []);
}

/** The outermost `{...}` of a text, by counting brackets outside strings. */
function objectsIn(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let deepest = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
      continue;
    }
    if (depth === 0) {
      if (sign !== '{') continue;
      start = at;
      deepest = 0;
    }
    if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth);
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0 && deepest <= DEEPEST) found.push(text.slice(start, at + 1));
    }
  }
  return found;
}

/** Exactly the two keys: an object that merely has a `tool` among others is somebody's data. */
function toCall(slice: string): TextCall | undefined {
  let value: unknown;
  try {
    value = JSON.parse(slice);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return undefined;
  if (!('tool' in value) || typeof value.tool !== 'string' || value.tool === '') return undefined;
  if (!('arguments' in value) || typeof value.arguments !== 'object') return undefined;
  if (value.arguments === null || Array.isArray(value.arguments)) return undefined;
  return { tool: value.tool, arguments: JSON.stringify(value.arguments) };
}
