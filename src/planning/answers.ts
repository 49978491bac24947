// Whether a message may be the answer to a question that is open, where it was not written in the question's thread. In doubt it is not:
// a new wish that is taken for an answer is lost, and turns the old one into something else.
import type { Json } from '../lib/json.ts';
import { readMessage } from '../reading/read-message.ts';
import { offeredOptions } from './embedded/dialogue.ts';
import { type Option, pickOption } from './embedded/slots/pick-option.ts';

/** People answer with a name, a day, a label; what is longer tells of something. */
const MAX_WORDS = 12;

/** Tells of something of one's own, and not of what planning asks for. */
const OF_ONES_OWN =
  /^\s*(?:my|our)\s+(?!(?:manager|boss|supervisor|name|full name|title|role|job|e-?mail|address|department|start|last|first|team)\b)(?:\S+\s+){2,}\S+/i;

/** What the open question offers to choose from; empty where it is answered in words alone. */
export function choicesOf(
  state: Readonly<Record<string, Json>>,
): readonly { readonly id: string; readonly label: string }[] {
  const options = offeredOptions(state);
  return options.map((option) => ({ id: option.id, label: labelOf(option, options) }));
}

/** Two of one name are told apart. */
function labelOf({ name, detail }: Option, options: readonly Option[]): string {
  const isAlone = options.filter((other) => other.name === name).length === 1;
  return isAlone || detail === '' ? name : `${name} (${detail})`;
}

/** The words by which an answer means this choice and no other; undefined for what is not offered (any more). */
export function answerFor(choice: string, state: Readonly<Record<string, Json>>): string | undefined {
  const options = offeredOptions(state);
  const option = options.find(({ id }) => id === choice);
  if (!option) return undefined;
  const { name, detail, id } = option;
  return [name, `${name} (${detail})`, detail, id].find((words) => pickOption(words, options)?.id === choice);
}

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
