// Text objects of Slack. Literal text becomes `plain_text`, where nothing has a meaning; only strong words, code and
// times need `mrkdwn`, where all the rest is escaped.
import type { Inline, Text } from '../card.ts';
import type { Mrkdwn, PlainText } from './block-kit-types.ts';
import { fit, isLiteral, oneLine, toInlines } from './inlines.ts';
import { cut } from './limits.ts';
import { escapeEntities, escapeMrkdwn, shortLine } from './neutralise.ts';
import { timeText, toSeconds } from './times.ts';

/** Slack refuses empty text objects. */
const NOTHING = '–';

/** One line of `plain_text`. @param max UTF-16 code units */
export function plainLine(text: string, max: number): PlainText {
  return { type: 'plain_text', text: shortLine(text, max) || NOTHING, emoji: false };
}

/** The nearest text object that shows the meaning of `text`. @param max UTF-16 code units, escapes included */
export function textObject(text: Text, max: number): PlainText | Mrkdwn {
  const parts = toInlines(text, max);
  if (isLiteral(parts)) return { type: 'plain_text', text: filled(cut(parts.join(''), max)), emoji: false };
  return mrkdwn(parts, max);
}

/** The same, always `mrkdwn`. */
export function mrkdwnObject(text: Text, max: number): Mrkdwn {
  return mrkdwn(toInlines(text, max), max);
}

function mrkdwn(parts: readonly Inline[], max: number): Mrkdwn {
  return { type: 'mrkdwn', text: filled(fit(parts, max, toMrkdwn)), verbatim: true };
}

/** A fallback `text`: escaped, and cut with its escapes. */
export function fallbackText(plain: string, max: number): string {
  return filled(fit([plain], max, toMrkdwn));
}

function filled(text: string): string {
  return text.trim() === '' ? NOTHING : text;
}

function toMrkdwn(parts: readonly Inline[]): string {
  return parts.map(partToMrkdwn).join('');
}

function partToMrkdwn(part: Inline): string {
  if (typeof part === 'string') return escapeMrkdwn(part);
  if ('strong' in part) return strong(part.strong);
  if ('code' in part) return code(part.code);
  // Slack shows it in the reader's zone; the fallback is for clients that cannot.
  const format = part.style === 'time' ? '{time}' : '{date_short_pretty} {time}';
  return `<!date^${toSeconds(part.time)}^${format}|${timeText(part)}>`;
}

// Markers count only against a word, and not across lines; text with a marker of its own in it stays as it is.
function strong(text: string): string {
  const line = oneLine(text);
  if (line === '') return text;
  const inner = text.trimStart();
  const before = text.slice(0, text.length - inner.length);
  return `${before}*${escapeMrkdwn(line)}*${inner.slice(inner.trimEnd().length)}`;
}

function code(text: string): string {
  const line = oneLine(text);
  return line === '' || line.includes('`') ? escapeMrkdwn(text) : `\`${escapeEntities(line)}\``;
}
