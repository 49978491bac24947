// What stands in a conversation in which nothing was said yet: a greeting, and things to try with one press.
/** @import { PlaygroundPerson } from '../options.ts' */
/** @import { MessageView } from '../stream.ts' */
import { element } from './element.js';

const PROMPTS = {
  employee: ['I forgot my password', 'Add me to the Finance group'],
  manager: ['Offboard Sam Ortiz on Friday', '/desk approvals'],
  technician: ['/desk approvals', '/desk tickets'],
  admin: ['/desk help', '/desk clients'],
};
const CHANNEL_PROMPTS = ['@desk the printer on the second floor is not working'];
const CHANNEL_WORDS = 'Everybody reads this channel. Mention @desk and Deskhand answers in the thread.';
const DIRECT_WORDS = 'Write what you need, in your own words. Or try one of these:';

/**
 * @param {PlaygroundPerson} person
 * @param {MessageView['place']} place
 * @param {(text: string) => Promise<void>} send
 */
export function drawEmpty(person, place, send) {
  const inChannel = place === 'channel';
  const prompts = inChannel ? CHANNEL_PROMPTS : PROMPTS[person.role];
  return element(
    'div.empty',
    {},
    element('h2', {}, inChannel ? '#it-help' : `Hello ${person.name.split(' ')[0]}`),
    element('p', {}, inChannel ? CHANNEL_WORDS : DIRECT_WORDS),
    ...prompts.map((text) => element('button.prompt', { type: 'button', onclick: () => send(text) }, text)),
  );
}
