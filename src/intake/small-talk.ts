// Tells talk from wishes: greetings and thanks open no ticket, a bare "yes" decides nothing, "never mind" takes a wish
// back. It reads the whole message; one word that it does not know makes the message something else.
import {
  BARE_WITHDRAWALS,
  CLEAR_WITHDRAWALS,
  CONSENT_FILLERS,
  CONSENTS,
  GREETINGS,
  SOLVED,
  TALK_FILLERS,
  THANKS,
  WITHDRAWAL_FILLERS,
} from './talk-phrases.ts';

const MAX_REASON_WORDS = 10;
const MAX_CHARS = 400;
const MAX_CHASING_WORDS = 14;
const CHASING =
  /\b(?:any (?:news|updates?|progress|word|idea when)|updates? (?:please|pls|on this)|^updates?$|status|still waiting|how (?:long|much longer|is it going|does it look|far)|when (?:will|can|is|do)|heard anything|whats happening|what is happening|is anyone (?:there|on it)|anyone (?:there|looking)|did you (?:forget|see)|^hello( hello)*$|reminder|bump|following up|follow up)\b/;
const GOES_ON =
  /\b(?:but|instead|however|also|still|except|please (?:add|reset|install|unlock|help|create|send|give))\b/;

/** Emoji as people send them: signs, or Slack's names between colons. */
const EMOJI_NAME = /:[a-z0-9_+-]{1,40}:/g;
const EMOJI_SIGN = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;
const WAVE = /👋|:wave:/u;
const DECIDING_EMOJI =
  /👍|👎|✅|❌|👌|:\+1:|:-1:|:thumbsup:|:thumbsdown:|:white_check_mark:|:heavy_check_mark:|:x:|:ok_hand:/u;

export type SmallTalk = 'greeting' | 'thanks' | 'none';

/** What kind of talk the whole message is; `none` as soon as it holds anything else, and for an empty message. */
export function isSmallTalk(text: string): SmallTalk {
  const words = plainWords(text);
  if (words === '') return !hasEmoji(text) ? 'none' : WAVE.test(text) ? 'greeting' : 'thanks';
  const rest = without(words, [...GREETINGS, ...THANKS, ...TALK_FILLERS]);
  if (rest !== '') return 'none';
  if (hasAny(words, THANKS)) return 'thanks';
  return hasAny(words, GREETINGS) ? 'greeting' : 'none';
}

/** True for a message that is nothing but a decision ("yes", "ok go ahead", 👍, "denied"). Such a message decides nothing here. */
export function isBareConsent(text: string): boolean {
  const words = plainWords(text);
  if (words === '') return DECIDING_EMOJI.test(text);
  return hasAny(words, CONSENTS) && without(words, [...CONSENTS, ...CONSENT_FILLERS]) === '';
}

/** True if the message takes back what was asked ("never mind", "it works again now") and asks nothing new. */
export function isWithdrawal(text: string): boolean {
  const words = plainWords(text);
  if (words === '' || GOES_ON.test(words)) return false;
  const rest = without(words, [...CLEAR_WITHDRAWALS, ...BARE_WITHDRAWALS, ...WITHDRAWAL_FILLERS]);
  if (hasAny(words, CLEAR_WITHDRAWALS)) return rest.split(' ').length <= MAX_REASON_WORDS;
  return rest === '' && hasAny(words, BARE_WITHDRAWALS);
}

/** True if the message says that it works by now and asks nothing new: the request is solved, not called off. */
export function isSolved(text: string): boolean {
  return isWithdrawal(text) && hasAny(plainWords(text), SOLVED);
}

/** True if the message asks how far things are. */
export function isChasing(text: string): boolean {
  const words = plainWords(text);
  return words.split(' ').length <= MAX_CHASING_WORDS && CHASING.test(words);
}

function hasEmoji(text: string): boolean {
  return text.search(EMOJI_SIGN) >= 0 || text.search(EMOJI_NAME) >= 0;
}

/** Lower-case words with one space between; a long message is left as it is, since it is never small talk. */
function plainWords(text: string): string {
  return text
    .slice(0, MAX_CHARS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<@[^>]{1,60}>/g, ' ')
    .replace(EMOJI_NAME, ' ')
    .replace(EMOJI_SIGN, ' ')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function hasAny(words: string, phrases: readonly string[]): boolean {
  const padded = ` ${words} `;
  return phrases.some((phrase) => padded.includes(` ${phrase} `));
}

/** What is left of the words once the phrases are taken out, longest first. */
function without(words: string, phrases: readonly string[]): string {
  let rest = ` ${words} `;
  for (const phrase of [...phrases].sort((one, two) => two.length - one.length)) {
    while (rest.includes(` ${phrase} `)) rest = rest.replace(` ${phrase} `, ' ');
  }
  return rest.trim();
}
