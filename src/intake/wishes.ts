// Cuts one message into its wishes, so that each becomes a ticket. It cuts only where every part names a workflow of its
// own; a detail of a larger wish ("she also needs Adobe") stays with it. In doubt the message stays whole.
import type { Matcher } from '../matching/matcher.ts';

const MAX_WISHES = 5;
const LIST_ITEM = /^\s*(?:\(?\d{1,2}[.):]|[-*•])\s+/;
/** A new wish is announced. */
const ANNOUNCED = /\s*;\s+|,?\s+(?:and also|and additionally|as well as|and then also)\s+/i;
const ANNOUNCING_START =
  /^(?:and\s+)?(?:also|additionally|furthermore|besides|secondly|second|another thing|one more thing|on top of that|plus|apart from that|separately|in addition)\b[\s,:]*/i;
const SENTENCE_END = /(?<=[.!?])\s+|\n+/;
/** A sentence about somebody or something just mentioned, or about what followed from it. */
const REFERS_BACK =
  /^(?:(?:and|also|then|now|so|because|since|therefore|this|that|it|after that|as a result|please)\b[\s,]*)*.{0,40}\b(?:he|she|they|him|her|them|his|hers|their)\b/i;
const FOLLOWS_FROM = /^(?:now|so|then|because|since|therefore|this|that|it|after that|as a result)\b/i;
const FIRST_PERSON = /\b(?:i|me|my|we|us|our)\b/i;

interface Part {
  readonly text: string;
  /** Announced as a wish of its own: by "also", a semicolon or a list number. */
  readonly announced: boolean;
}

interface Wish {
  readonly text: string;
  readonly workflow: string | undefined;
}

/**
 * The wishes of one message in its own words, at least one and at most five.
 * @param matcher says which workflow a part names by itself.
 */
export function splitWishes(text: string, matcher: Matcher): readonly string[] {
  const whole = text.trim();
  const wishes = groupByWorkflow(toParts(whole), whole, matcher);
  const split = wishes.length > 1 ? wishes : splitAtAnd(whole, matcher);
  if (split.length < 2) return [whole];
  const kept = split.slice(0, MAX_WISHES - 1).map((wish) => wish.text);
  const last = split.slice(MAX_WISHES - 1).map((wish) => wish.text);
  return last.length === 0 ? kept : [...kept, last.join(' ')];
}

function toParts(text: string): readonly Part[] {
  const lines = text.split(/\r?\n/);
  if (lines.filter((line) => LIST_ITEM.test(line)).length >= 2) {
    return lines
      .filter((line) => line.trim() !== '')
      .map((line) => ({ text: line.replace(LIST_ITEM, '').trim(), announced: LIST_ITEM.test(line) }));
  }
  return text
    .split(SENTENCE_END)
    .flatMap((sentence) => sentence.split(ANNOUNCED).map((piece, at) => toPart(piece, at > 0)))
    .filter((part) => part.text !== '');
}

function toPart(piece: string, afterSeparator: boolean): Part {
  const text = piece.trim();
  const bare = text.replace(ANNOUNCING_START, '').trim();
  return { text: bare, announced: afterSeparator || bare !== text };
}

/** Puts parts that name no workflow, or the same one, or that refer back, with the part before. */
function groupByWorkflow(parts: readonly Part[], whole: string, matcher: Matcher): readonly Wish[] {
  const inWhole = new Set(matcher.match(whole).matches.map((match) => match.id));
  const wishes: Wish[] = [];
  for (const part of parts) {
    const workflow = firstMatch(part.text, matcher);
    const before = wishes.at(-1);
    const isOwn =
      workflow !== undefined &&
      wishes.every((wish) => wish.workflow !== workflow) &&
      !refersBack(part.text) &&
      (part.announced || inWhole.has(workflow));
    if (before && (!isOwn || before.workflow === undefined)) {
      wishes.pop();
      wishes.push({ text: `${before.text} ${part.text}`, workflow: before.workflow ?? workflow });
    } else {
      wishes.push({ text: part.text, workflow });
    }
  }
  return wishes;
}

function refersBack(text: string): boolean {
  if (FOLLOWS_FROM.test(text)) return true;
  return REFERS_BACK.test(text) && !FIRST_PERSON.test(text);
}

/** "reset my password and add me to Finance": cut only if both sides stand for themselves and the whole names both. */
function splitAtAnd(text: string, matcher: Matcher): readonly Wish[] {
  const inWhole = matcher.match(text).matches.map((match) => match.id);
  if (inWhole.length < 2) return [];
  const pieces = text.split(/,?\s+and\s+|\s*&\s*/i);
  for (let cut = 1; cut < pieces.length; cut += 1) {
    const left = pieces.slice(0, cut).join(' and ').trim();
    const right = pieces.slice(cut).join(' and ').trim();
    const one = firstMatch(left, matcher);
    const two = firstMatch(right, matcher);
    const isClean = one !== undefined && two !== undefined && one !== two && !refersBack(right);
    if (isClean && inWhole.includes(one) && inWhole.includes(two)) {
      return [{ text: left, workflow: one }, ...furtherWishes({ text: right, workflow: two }, matcher)];
    }
  }
  return [];
}

function furtherWishes(wish: Wish, matcher: Matcher): readonly Wish[] {
  const further = splitAtAnd(wish.text, matcher);
  return further.length > 1 ? further : [wish];
}

function firstMatch(text: string, matcher: Matcher): string | undefined {
  return matcher.match(text).matches[0]?.id;
}
