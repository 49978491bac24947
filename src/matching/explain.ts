// Puts a reading into words for people: which part of the trigger was met, by which words of the message.
import type { Message, Reading } from './read-against.ts';
import type { Token } from './tokenise.ts';

const MAX_WORDS = 5;
const MAX_CLAUSE = 90;

/** For a card or the activity: `matched: 'asks to be added to a group' (the message says "add", "group")`. */
export function explainFit(reading: Reading, message: Message): string {
  const said = wordsSaid(reading, message);
  if (!reading.clause || said.length === 0) return 'nothing in the message meets its trigger';
  return `matched: '${shorten(reading.clause.text)}' (the message says ${said.join(', ')})`;
}

/** One sentence when no workflow fits. @param nearest the best reading, if there was any. */
export function explainNothing(nearest: Reading | undefined, message: Message): string {
  if (!nearest) return 'No workflow fits: there is no active workflow.';
  const said = wordsSaid(nearest, message);
  if (said.length === 0) return 'No workflow fits: nothing in the message meets a trigger.';
  return `No workflow fits: nearest was '${nearest.indexed.trigger.title}' (only ${said.join(', ')} met its trigger).`;
}

function wordsSaid(reading: Reading, { tokens }: Message): readonly string[] {
  const places = new Set<Token | undefined>();
  for (const { spans } of reading.concepts) {
    for (const { start, end } of spans.slice(0, 2)) places.add(tokens[start]).add(tokens[end]);
  }
  for (const token of tokens) if (reading.words.includes(token.stem)) places.add(token);
  const inOrder = tokens.filter((token) => places.has(token) && token.stem !== '#');
  return [...new Set(inOrder.map((token) => `"${token.written}"`))].slice(0, MAX_WORDS);
}

function shorten(text: string): string {
  return text.length <= MAX_CLAUSE ? text : `${text.slice(0, MAX_CLAUSE - 1).trimEnd()}…`;
}
