// The parts of a card's text on the way to a platform: made visible, cut, and written as long as they fit. Knows no platform.
import type { Inline, Text } from '../card.ts';
import { cut } from './limits.ts';
import { visible } from './neutralise.ts';

/** What a time counts while cutting; platforms write them at about this length. */
const TIME_LENGTH = 20;

/**
 * The parts with every hidden character written out; neighbouring strings are joined.
 * @param enough UTF-16 code units that the caller can use; it may get a little more, to see that something is missing
 */
export function toInlines(text: Text, enough: number): Inline[] {
  const parts: Inline[] = [];
  for (const part of cutInlines(typeof text === 'string' ? [text] : text, enough * 2 + 10)) {
    const shown = show(part);
    const last = parts.at(-1);
    if (typeof shown === 'string' && typeof last === 'string') parts[parts.length - 1] = last + shown;
    else parts.push(shown);
  }
  return parts;
}

function show(part: Inline): Inline {
  if (typeof part === 'string') return visible(part);
  if ('strong' in part) return { strong: visible(part.strong) };
  if ('code' in part) return { code: visible(part.code) };
  return part;
}

/** Text on one line, without spaces around it. */
export function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** Two texts as one, with something between them. */
export function joinText(first: Text, between: string, second: Text): Text {
  const parts = (text: Text): readonly Inline[] => (typeof text === 'string' ? [text] : text);
  return [...parts(first), between, ...parts(second)];
}

/** True if nothing in it has a meaning: it can be shown where no markup exists. */
export function isLiteral(parts: readonly Inline[]): parts is readonly string[] {
  return parts.every((part) => typeof part === 'string');
}

/** The parts in about `max` UTF-16 code units; a time is kept whole or left out. */
export function cutInlines(parts: readonly Inline[], max: number): Inline[] {
  const kept: Inline[] = [];
  let left = max;
  for (const part of parts) {
    const length = lengthOf(part);
    if (length <= left) {
      kept.push(part);
      left -= length;
      continue;
    }
    if (typeof part === 'string') kept.push(cut(part, left));
    else if ('strong' in part) kept.push({ strong: cut(part.strong, left) });
    else if ('code' in part) kept.push({ code: cut(part.code, left) });
    break;
  }
  return kept;
}

/** UTF-16 code units, escapes not counted. */
export function lengthOf(part: Inline): number {
  if (typeof part === 'string') return part.length;
  if ('strong' in part) return part.strong.length;
  return 'code' in part ? part.code.length : TIME_LENGTH;
}

/**
 * The longest beginning whose written form has at most `max` code units. Escaping makes text longer, so the cut is
 * searched on the text itself: an escape is never cut in half.
 */
export function fit(
  parts: readonly Inline[],
  max: number,
  write: (parts: readonly Inline[]) => string,
): string {
  const whole = write(parts);
  if (whole.length <= max) return whole;
  let low = 0;
  let high = Math.min(
    max,
    parts.reduce((sum, part) => sum + lengthOf(part), 0),
  );
  let best = '';
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const written = write(cutInlines(parts, middle));
    if (written.length <= max) {
      best = written;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return best;
}
