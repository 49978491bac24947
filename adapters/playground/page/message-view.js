// Draws one message: who, when, words or card, and what can be done with it.
/** @import { PlaygroundPerson } from '../options.ts' */
/** @import { Message } from './store.js' */
import { drawCard } from './card-view.js';
import { element } from './element.js';

/** As on Slack, where the status of an unanswered message ends. Milliseconds. */
const WORK_SHOWN_MS = 120_000;
const MARKS = {
  received: { sign: '👀', words: 'Deskhand has seen this' },
  finished: { sign: '✅', words: 'Dealt with' },
};

/** @typedef {{ readonly name: string, readonly role: PlaygroundPerson['role'] | 'bot' }} Author */
/**
 * What the reader may do with a message; undefined: not this.
 * @typedef {{
 *   press(value: string): Promise<void>,
 *   readonly reply: (() => void) | undefined,
 *   readonly edit: (() => void) | undefined,
 *   readonly remove: (() => void) | undefined,
 *   readonly sendToIt: (() => void) | undefined,
 * }} Can
 */

/**
 * @param {Message} view
 * @param {Author} author
 * @param {Can} can
 */
export function drawMessage(view, author, can) {
  const content = view.card
    ? drawCard(view.card, (data) => can.press(data.get('action') ?? '')).node
    : element(view.deleted ? 'p.words.deleted' : 'p.words', {}, view.text);
  const mark = view.mark && MARKS[view.mark];
  return element(
    `article.message${view.onlyFor ? '.only-you' : ''}`,
    { 'data-id': view.id, tabindex: '-1', 'aria-label': `${author.name}, ${clockTime(view.at)}` },
    element(`span.avatar.${author.role}`, { 'aria-hidden': 'true' }, initials(author.name)),
    element(
      'div.said',
      {},
      view.onlyFor && element('p.note', {}, 'Only you can see this'),
      element(
        'p.who',
        {},
        element('strong', {}, author.name),
        element('time', { datetime: new Date(view.at).toISOString() }, clockTime(view.at)),
        view.edited && element('span', {}, 'edited'),
      ),
      content,
      mark && element('span.mark', { role: 'img', 'aria-label': mark.words, title: mark.words }, mark.sign),
    ),
    drawLinks(author, can),
  );
}

/**
 * @param {Author} author
 * @param {Can} can
 */
function drawLinks(author, can) {
  const links = [
    can.reply && link('Reply', can.reply, `Reply to ${author.name}`),
    can.edit && link('Edit', can.edit, 'Edit your message'),
    can.remove && link('Delete', can.remove, 'Delete your message'),
    can.sendToIt && link('Send to IT', can.sendToIt, `Send the message of ${author.name} to IT`),
  ].filter((made) => made !== undefined);
  return links.length > 0 && element('div.can', {}, ...links);
}

/**
 * The line while Deskhand works on a message; nothing when it has given up waiting.
 * @param {number | undefined} since milliseconds since 1970 UTC
 * @param {string | undefined} doing
 */
export function drawWorking(since, doing) {
  if (since === undefined || Date.now() - since > WORK_SHOWN_MS) return undefined;
  const dots = element('span.dots', { 'aria-hidden': 'true' }, element('i'), element('i'), element('i'));
  return element('p.working', {}, dots, doing ? `Deskhand: ${doing}…` : 'Deskhand is working…');
}

/** @param {string} name */
export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0]?.toUpperCase() ?? '')
    .join('');
}

/**
 * @param {string} label
 * @param {() => void} press
 * @param {string} spoken
 */
function link(label, press, spoken) {
  return element('button.link', { type: 'button', 'aria-label': spoken, onclick: press }, label);
}

/** @param {number} at milliseconds since 1970 UTC */
function clockTime(at) {
  const time = new Date(at);
  const today = time.toDateString() === new Date().toDateString();
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { hour: '2-digit', minute: '2-digit' };
  return time.toLocaleString(
    undefined,
    today ? parts : { weekday: 'short', day: 'numeric', month: 'short', ...parts },
  );
}
