// Whether a request is about its own writer. Who the writer is comes from the platform, never from the text.

import { isCommonWord } from './common-words.ts';

export type AboutSelf = 'explicit' | 'somebody_else' | 'unsaid';

const THING =
  '(?:password|passcode|account|log-?in|logon|mfa|2fa|phone|iphone|mobile|authenticator|token|access|laptop|computer|pc|mac|machine|desktop|tablet|device|user|profile|sessions?|sign-?ins?|e-?mail|mailbox|licen[cs]e|office)';
const OTHERS =
  '(?:colleagues?|co-?workers?|reports?|reportee|assistant|employee|interns?|boss|manager|someone|somebody|staff member|team ?mate|team member|trainee|contractor|friend|wife|husband|user|neighbou?rs?|sons?|daughters?|mother|father|mum|mom|dad|kids?|child|children|sister|brother|partner|cousin|uncle|aunt|grand\\w+|girlfriend|boyfriend|customers?|clients?|patients?|supervisor|secretary|receptionist|nurse|hygienist|dentist|paralegal|successor|predecessor|replacement|apprentice|temp|deputy|lead|director|head)';
const MY_THING = new RegExp(
  `\\bmy\\s+(?!(?:direct|new|old|former|team|${OTHERS})\\b)(?:own\\s+)?(?:[a-z0-9-]+\\s+){0,2}${THING}\\b`,
  'i',
);
const MY_NEW_THING = new RegExp(`\\bmy\\s+(?:new|old)\\s+${THING}\\b`, 'i');
const I_AM =
  /\bI(?:'m| am| was| have| got| keep| get|'ve)?\s+(?:(?:been|now|still|again|just|also|currently|totally|getting|got)\s+){0,3}(?:forgot|forgotten|lost|locked|blocked|unable)\b/i;
const ME =
  /\b(?:add|give|get|reset|unlock|assign|grant|invite|put|include|remove|take)\s+me\b|\block(?:ed|s|ing)? me out\b|\bfor (?:me|myself)\b|\bI (?:can't|cannot|can not|am unable to) (?:log|sign|get|access|open|connect)/i;
const SOMEBODY = new RegExp(
  `\\b(?:he|she)\\b|\\b(?:his|her|their)\\s+(?:[a-z0-9-]+\\s+){0,2}${THING}\\b|\\b${OTHERS}(?:'s)?\\b.{0,40}\\b(?:${THING}|forgot|lost|can't|cannot|needs?|locked|leav(?:es|ing)|has left)\\b|\\b${THING} (?:of|for) (?:an? |my |the )?${OTHERS}\\b`,
  'i',
);
const FIRST_PERSON =
  /^\s*(?:need|want|would like|could use|looking for)\b|\b(?:me|myself|I|I'm|I'd|I've|I'll|my|mine)\b/i;

export function aboutSelf(text: string): AboutSelf {
  if (saysMyThing(text) || MY_NEW_THING.test(text) || I_AM.test(text) || ME.test(text)) return 'explicit';
  return SOMEBODY.test(text) ? 'somebody_else' : 'unsaid';
}

/** "my Windows password", and not "my neighbour Zoltan's access": a name in between says that it is somebody else's. */
function saysMyThing(text: string): boolean {
  const said = MY_THING.exec(text)?.[0];
  if (said === undefined) return false;
  const between = said.split(/\s+/).slice(1, -1);
  return between.every(
    (word) =>
      !/^\p{Lu}\p{Ll}/u.test(word) ||
      isCommonWord(word.toLowerCase()) ||
      /^(?:Windows|Microsoft|Office|Outlook|Teams)$/.test(word),
  );
}

/** "me", "I", "my" anywhere: enough where a list of people is asked for. */
export function saysMe(text: string): boolean {
  return FIRST_PERSON.test(text);
}

/** An answer that is nothing but "me", "it's for myself", "mine". */
export function isJustMe(text: string): boolean {
  return /^\W*(?:(?:it'?s|it is|for|just|only|that'?s|about|the one asking)\s+){0,3}(?:me|myself|mine|my own(?: account)?|i am|i'm|self)\b[\s.,!]*(?:please|thanks)?\W*$/i.test(
    text,
  );
}
