// Whether a message may be the answer to a question that is open, where it was not written in the question's thread. In doubt it is not:
// a new wish that is taken for an answer is lost, and turns the old one into something else.
import type { Json } from '../lib/json.ts';
import { readMessage } from '../reading/read-message.ts';
import { offeredOptions } from './embedded/dialogue.ts';
import { pickOption } from './embedded/slots/pick-option.ts';

/** People answer with a name, a day, a label; what is longer tells of something. */
const MAX_WORDS = 12;

/** Tells of something of one's own, and not of what planning asks for. */
const OF_ONES_OWN =
  /^\s*(?:my|our)\s+(?!(?:manager|boss|supervisor|name|full name|title|role|job|e-?mail|address|department|start|last|first|team)\b)(?:\S+\s+){2,}\S+/i;

/** @param state what the planner keeps of its question */
export function fitsQuestion(text: string, state: Readonly<Record<string, Json>>): boolean {
  const { clauses, security } = readMessage(text);
  // What wishes, complains, asks or declines is said for itself, also where it holds the name of something that was offered.
  const names = clauses.every(({ mood }) => mood === 'fragment' || mood === 'statement');
  if (!names || clauses.length === 0 || security || OF_ONES_OWN.test(text)) return false;
  return (
    text.trim().split(/\s+/).length <= MAX_WORDS || pickOption(text, offeredOptions(state)) !== undefined
  );
}
