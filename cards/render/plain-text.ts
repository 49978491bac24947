// A card as plain text: notes in ticket systems, the fallback of messages, screen readers. No markup at all; buttons
// are left out, as nobody can press them here.
import type { Card, CardBlock, Inline, Row, Text } from '../card.ts';
import { toInlines } from './inlines.ts';
import { cut, PLAIN_LIMITS } from './limits.ts';
import { visible, visibleLine } from './neutralise.ts';
import { stepPrefix } from './step-words.ts';
import { timeText } from './times.ts';

/** @param options.timeZone IANA name of the reader's zone; times are in UTC without it */
export function toPlainText(card: Card, options: { readonly timeZone?: string | undefined } = {}): string {
  const write = (text: Text) => writePart(text, options.timeZone);
  const parts = [
    visibleLine(card.title),
    card.status === undefined ? '' : write(card.status.text),
    ...card.body.map((block) => writeBlock(block, write)),
    card.foot === undefined ? '' : write(card.foot),
  ];
  return cut(parts.filter((part) => part.trim() !== '').join('\n\n'), PLAIN_LIMITS.text);
}

/** A text of a card as a plain string. */
export function writePart(text: Text, timeZone?: string): string {
  const written = toInlines(text, PLAIN_LIMITS.part)
    .map((part) => writeInline(part, timeZone))
    .join('');
  return cut(written, PLAIN_LIMITS.part);
}

function writeInline(part: Inline, timeZone: string | undefined): string {
  if (typeof part === 'string') return part;
  if ('strong' in part) return part.strong;
  return 'code' in part ? part.code : timeText(part, timeZone);
}

function writeBlock(block: CardBlock, write: (text: Text) => string): string {
  switch (block.type) {
    case 'text':
      return write(block.text);
    case 'heading':
      return visibleLine(block.text);
    case 'fields':
      return block.fields.map(({ label, value }) => `${visibleLine(label)}: ${write(value)}`).join('\n');
    case 'steps':
      return block.steps
        .map(({ text, detail, state }, index) => {
          const line = `${stepPrefix(index, state)}${write(text)}`;
          return detail === undefined ? line : `${line}\n   ${write(detail)}`;
        })
        .join('\n');
    case 'quote':
      return `${visibleLine(block.label)}:\n${visible(cut(block.text, PLAIN_LIMITS.part)).replace(/^/gm, '> ')}`;
    case 'rows':
      return block.rows.map((row) => writeRow(row, write)).join('\n');
    case 'divider':
      return '';
  }
}

function writeRow(row: Row, write: (text: Text) => string): string {
  return row.detail === undefined ? `- ${write(row.title)}` : `- ${write(row.title)}\n  ${write(row.detail)}`;
}
