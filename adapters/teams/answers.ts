// What Teams is answered at once: words or a card under the pressed card, or a dialog. An answer is never empty where Teams
// would repeat the press.
import type { Card, Form } from '../../cards/card.ts';
import { toAdaptiveCard } from '../../cards/render/adaptive-card.ts';
import { cardDialog, type Dialog, formDialog } from '../../cards/render/adaptive-dialog.ts';
import type { FormOptions } from '../../cards/render/adaptive-form.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const WORDS = 'application/vnd.microsoft.activity.message';

/** Shown as a notice under the card; its buttons stay. */
export function wordsAnswer(text: string): object {
  return { statusCode: 200, type: WORDS, value: text || 'Noted.' };
}

/** Takes the place of the pressed card, for the person who pressed. */
export function cardAnswer(content: Card | string): object {
  if (typeof content === 'string') return wordsAnswer(content);
  return { statusCode: 200, type: CARD, value: toAdaptiveCard(content, { forms: 'dialog' }) };
}

export function formAnswer(form: Form, state: Pick<FormOptions, 'values' | 'errors'> = {}): object {
  return { task: { type: 'continue', value: framed(formDialog(form, state)) } };
}

/** In a dialog: what came in place of a form. */
export function dialogAnswer(content: Card | string): object {
  if (typeof content === 'string') return { task: { type: 'message', value: content || 'Noted.' } };
  return { task: { type: 'continue', value: framed(cardDialog(content)) } };
}

/** Closes the dialog: Teams takes an answer without a task as that. */
export const CLOSED: object = {};

function framed({ card, ...frame }: Dialog): object {
  return { ...frame, card: { contentType: CARD, content: card } };
}
