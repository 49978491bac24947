// Reads a `Text` piece by piece, so that each renderer says only how a piece looks.
import type { Inline, Text } from '../card.ts';

export interface Pieces {
  plain(text: string): string;
  strong(text: string): string;
  code(text: string): string;
  time(ms: number, style: 'time' | 'date_time'): string;
}

export function renderText(text: Text, pieces: Pieces): string {
  const inlines: readonly Inline[] = typeof text === 'string' ? [text] : text;
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return pieces.plain(inline);
      if ('strong' in inline) return pieces.strong(inline.strong);
      if ('code' in inline) return pieces.code(inline.code);
      return pieces.time(inline.time, inline.style ?? 'date_time');
    })
    .join('');
}

/** A time in UTC, for readers whose zone the platform does not apply. */
export function utcText(ms: number, style: 'time' | 'date_time'): string {
  const iso = new Date(ms).toISOString();
  return style === 'time' ? `${iso.slice(11, 16)} UTC` : `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** What stands before a step, by its state; the word counts, the sign only helps. */
export const STEP_SIGNS = {
  pending: 'not started',
  running: 'running',
  done: 'done',
  failed: 'failed',
  skipped: 'skipped',
  uncertain: 'outcome not known',
} as const;
