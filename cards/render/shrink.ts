// Makes a card smaller until a platform takes it: rows and steps go first, from the end, then whole blocks. What is
// first stays, and the card says how much is missing. Buttons, status and foot are never dropped.
import type { Card, CardBlock } from '../card.ts';

/**
 * The card with as little left out as possible, so that `fits` holds. If nothing helps, the card without a body.
 * @param fits monotone: a smaller card fits whenever a larger one does
 */
export function shrink(card: Card, fits: (card: Card) => boolean): Card {
  if (fits(card)) return card;
  const entries = countEntries(card.body);
  let low = 1;
  let high = entries + card.body.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(without(card, middle, entries))) high = middle;
    else low = middle + 1;
  }
  return without(card, low, entries);
}

function countEntries(body: readonly CardBlock[]): number {
  return body.reduce((sum, block) => sum + entriesOf(block), 0);
}

function entriesOf(block: CardBlock): number {
  if (block.type === 'rows') return block.rows.length;
  return block.type === 'steps' ? block.steps.length : 0;
}

/** The card without its last `count` rows and steps and, when these are used up, without its last blocks. */
function without(card: Card, count: number, entries: number): Card {
  let left = Math.min(count, entries);
  const body: CardBlock[] = [];
  for (const block of [...card.body].reverse()) {
    const dropped = Math.min(left, entriesOf(block));
    left -= dropped;
    body.unshift(...(dropped === 0 ? [block] : shorten(block, dropped)));
  }
  const blocks = Math.max(0, count - entries);
  if (blocks === 0) return { ...card, body };
  const kept = body.slice(0, Math.max(0, body.length - blocks));
  return { ...card, body: kept.length === 0 ? [] : [...kept, more('More was left out here.')] };
}

function shorten(block: CardBlock, dropped: number): CardBlock[] {
  const kept = entriesOf(block) - dropped;
  const note = more(kept === 0 ? `${dropped} not shown` : `and ${dropped} more`);
  if (block.type === 'rows')
    return kept === 0 ? [note] : [{ ...block, rows: block.rows.slice(0, kept) }, note];
  if (block.type === 'steps')
    return kept === 0 ? [note] : [{ ...block, steps: block.steps.slice(0, kept) }, note];
  return [block];
}

function more(text: string): CardBlock {
  return { type: 'text', text, muted: true };
}
