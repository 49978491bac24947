// Teams' dialogs: a form, or a card that answers a press which was to open one, in a frame of a fitting size. Pure.
import type { Card, Form, FormField } from '../card.ts';
import { type AdaptiveCard, toAdaptiveCard } from './adaptive-card.ts';
import { type FormOptions, formToAdaptiveCard } from './adaptive-form.ts';
import { TEAMS_LIMITS } from './limits.ts';
import { shortLine } from './neutralise.ts';
import { writePart } from './plain-text.ts';

/** The `value` of a `task/fetch` or `task/submit` answer of type `continue`; `card` still wants its attachment's frame. */
export interface Dialog {
  readonly title: string;
  /** Pixels, as is the width. Phones use the whole screen. */
  readonly height: number;
  readonly width: number;
  readonly card: AdaptiveCard;
}

/** Pixels, about what the clients need; too little scrolls, too much is empty. */
const HEIGHT = { frame: 120, line: 22, field: 72, multiline: 150 } as const;
const LINE_LENGTH = 60;

/** A form as a dialog; after an error with what was typed and what is wrong at each field. */
export function formDialog(form: Form, state: Pick<FormOptions, 'values' | 'errors'> = {}): Dialog {
  const intro = form.intro === undefined ? 0 : linesOf(writePart(form.intro));
  const problems = Object.values(state.errors ?? {}).reduce((sum, problem) => sum + linesOf(problem), 0);
  const fields = form.fields.reduce((sum, field) => sum + heightOf(field), 0);
  return frame(
    form.title,
    (intro + problems) * HEIGHT.line + fields,
    formToAdaptiveCard(form, { ...state, forms: 'dialog' }),
  );
}

/** What came instead of a form: a refusal, or that it is done. Buttons of a card do nothing in a dialog, so none are kept. */
export function cardDialog(card: Card | string): Dialog {
  const whole: Card =
    typeof card === 'string' ? { title: 'Deskhand', body: [{ type: 'text', text: card }] } : card;
  const body = whole.body.map((block) =>
    block.type === 'rows' ? { ...block, rows: block.rows.map((row) => ({ ...row, buttons: [] })) } : block,
  );
  const shown = toAdaptiveCard({ ...whole, body, buttons: [] }, { forms: 'dialog' });
  return frame(whole.title, linesOf(shown.fallbackText) * HEIGHT.line, shown);
}

function frame(title: string, content: number, card: AdaptiveCard): Dialog {
  const { lowest, highest, width } = TEAMS_LIMITS.dialog;
  return {
    title: shortLine(title, TEAMS_LIMITS.dialog.title) || 'Deskhand',
    height: Math.min(highest, Math.max(lowest, HEIGHT.frame + content)),
    width,
    card,
  };
}

function heightOf(field: FormField): number {
  const hint = field.hint === undefined ? 0 : linesOf(field.hint) * HEIGHT.line;
  return hint + (field.type === 'text' && field.multiline === true ? HEIGHT.multiline : HEIGHT.field);
}

function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0);
}
