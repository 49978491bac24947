// Text elements of Adaptive Cards 1.5. Body text goes into text runs, which know no Markdown; where only Markdown
// exists (titles, facts, choices) it is escaped.
import type { Inline, Text } from '../card.ts';
import { cutInlines, fit, lengthOf, toInlines } from './inlines.ts';
import { TEAMS_LIMITS } from './limits.ts';
import { breakDateFunctions, escapeMarkdown, shortLine } from './neutralise.ts';
import { toIsoSeconds } from './times.ts';

export type AdaptiveElement = Readonly<Record<string, unknown>> & { readonly type: string };

export interface Look {
  readonly isSubtle?: true;
  readonly size?: 'Small' | 'Medium';
  readonly weight?: 'Bolder';
  readonly color?: 'Good' | 'Warning' | 'Attention';
}

const NOTHING = '–';

/** One TextBlock on one line: a title, a heading, a hint. @param max UTF-16 code units, escapes included */
export function textBlock(
  text: string,
  max: number,
  look: Look & { readonly style?: 'heading' },
): AdaptiveElement {
  return { type: 'TextBlock', text: markdownLine(text, max), wrap: true, ...look };
}

/** One line for places that read Markdown. @param max UTF-16 code units, escapes included */
export function markdownLine(text: string, max: number): string {
  return fit([shortLine(text, max)], max, toMarkdown).trim() || NOTHING;
}

/** Any text for places that read Markdown (facts). */
export function markdownText(text: Text, max: number): string {
  return fit(toInlines(text, max), max, toMarkdown).trim() || NOTHING;
}

/** True if `markdownText` would leave something out. */
export function cutsMarkdown(text: Text, max: number): boolean {
  return toMarkdown(toInlines(text, max)).length > max;
}

/** True if `richText` would leave something out. */
export function cutsRichText(text: Text, max: number): boolean {
  return toInlines(text, max).reduce((sum, part) => sum + lengthOf(part), 0) > max;
}

/**
 * Body text: one RichTextBlock per line, as text runs show no line breaks. Rich text always wraps.
 * @param most lines that stay lines; what follows joins the last one
 */
export function richText(
  text: Text,
  max: number,
  look: Look = {},
  most: number = TEAMS_LIMITS.lines,
): AdaptiveElement[] {
  const lines = toLines(cutInlines(toInlines(text, max), max), most);
  return lines.map((line, index) => ({
    type: 'RichTextBlock',
    ...(index === 0 ? {} : { spacing: 'None' }),
    inlines: line.map((part) => toRun(part, look)),
  }));
}

function toLines(parts: readonly Inline[], most: number): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      lines.at(-1)?.push(...onOneLine(part));
      continue;
    }
    const [first = '', ...rest] = part.split('\n');
    if (first !== '') lines.at(-1)?.push(first);
    const apart = rest.slice(0, Math.max(0, most - lines.length));
    for (const line of apart) lines.push(line === '' ? [] : [line]);
    const joined = rest.slice(apart.length).filter((line) => line.trim() !== '');
    if (joined.length > 0) lines.at(-1)?.push(` ${joined.join(' ')}`);
  }
  const filled = lines.filter((line) => line.some((part) => typeof part !== 'string' || part.trim() !== ''));
  return filled.length === 0 ? [[NOTHING]] : filled;
}

/** Strong words and code are short; empty ones are left out. */
function onOneLine(part: Exclude<Inline, string>): Inline[] {
  if ('time' in part) return [part];
  const text = 'strong' in part ? part.strong : part.code;
  const line = text.replaceAll('\n', ' ');
  if (line.trim() === '') return [];
  return ['strong' in part ? { strong: line } : { code: line }];
}

function toRun(part: Inline, look: Look): AdaptiveElement {
  const run = { type: 'TextRun', ...look };
  if (typeof part === 'string') return { ...run, text: breakDateFunctions(part) };
  if ('strong' in part) return { ...run, text: breakDateFunctions(part.strong), weight: 'Bolder' };
  if ('code' in part) return { ...run, text: breakDateFunctions(part.code), fontType: 'Monospace' };
  return { ...run, text: dateFunction(part) };
}

function toMarkdown(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return escapeMarkdown(part);
      if ('strong' in part) return escapeMarkdown(part.strong);
      return 'code' in part ? escapeMarkdown(part.code) : dateFunction(part);
    })
    .join('');
}

/** Teams shows it in the reader's zone. Source: adaptivecards.io "Text features". */
function dateFunction(part: Extract<Inline, { readonly time: number }>): string {
  const iso = toIsoSeconds(part.time);
  return part.style === 'time' ? `{{TIME(${iso})}}` : `{{DATE(${iso},SHORT)}} {{TIME(${iso})}}`;
}
