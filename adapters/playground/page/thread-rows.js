// What stands in a conversation, row by row: its messages, thread by thread, each with what the reader may do with it, and
// the line while Deskhand works on one.
/** @import { PlaygroundPerson } from '../options.ts' */
/** @import { MessageView } from '../stream.ts' */
/** @import { Row } from './log-view.js' */
/** @import { Author, Can } from './message-view.js' */
/** @import { Message, Thread } from './store.js' */
import { drawMessage, drawWorking } from './message-view.js';

const BOT = 'deskhand';

/**
 * @typedef {{
 *   readonly person: PlaygroundPerson,
 *   readonly people: readonly PlaygroundPerson[],
 *   readonly place: MessageView['place'],
 *   readonly ownLast: Message | undefined,
 *   press(message: Message, value: string): Promise<void>,
 *   reply(root: Message, author: Author): void,
 *   edit(message: Message): void,
 *   remove(message: Message): void,
 *   sendToIt(message: Message): void,
 * }} Reader who looks, and what happens when they do something; only the last of their own messages may be changed
 */

/**
 * @param {readonly Thread[]} threads
 * @param {Reader} reader
 * @returns {readonly Row[]}
 */
export function threadRows(threads, reader) {
  return threads.flatMap(({ root, replies }) => [
    messageRow(root, root, reader),
    ...replies.map((view) => messageRow(view, root, reader)),
    ...workingRow(root, replies),
  ]);
}

/**
 * @param {Message} view
 * @param {Message} root the first of its thread
 * @param {Reader} reader
 * @returns {Row}
 */
function messageRow(view, root, reader) {
  return {
    key: view.id,
    version: `${view.version} ${view.id === reader.ownLast?.id}`,
    make: () => {
      const node = drawMessage(view, authorOf(view, reader), abilities(view, root, reader));
      node.classList.toggle('reply', view !== root);
      return node;
    },
  };
}

/**
 * @param {Message} view
 * @param {Reader} reader
 * @returns {Author}
 */
function authorOf({ from }, { people }) {
  if (from === BOT) return { name: 'Deskhand', role: 'bot' };
  const person = people.find(({ id }) => id === from);
  return { name: person?.name ?? from, role: person?.role ?? 'employee' };
}

/**
 * @param {Message} view
 * @param {Message} root
 * @param {Reader} reader
 * @returns {Can}
 */
function abilities(view, root, reader) {
  const others = reader.place === 'channel' && view.from !== reader.person.id && view.from !== BOT;
  return {
    press: (value) => reader.press(view, value),
    reply: view === root && !view.onlyFor ? () => reader.reply(root, authorOf(root, reader)) : undefined,
    edit: view.id === reader.ownLast?.id ? () => reader.edit(view) : undefined,
    remove: view.id === reader.ownLast?.id ? () => reader.remove(view) : undefined,
    sendToIt: others ? () => reader.sendToIt(view) : undefined,
  };
}

/**
 * @param {Message} root
 * @param {readonly Message[]} replies
 * @returns {readonly Row[]}
 */
function workingRow(root, replies) {
  const worked = [root, ...replies].find((view) => view.workingSince !== undefined);
  const working = drawWorking(worked?.workingSince, worked?.doing);
  if (!worked || !working) return [];
  const version = `${worked.workingSince} ${worked.doing ?? ''}`;
  return [{ key: `working ${root.id}`, version, make: () => working }];
}
