// Any card and any form that the types allow, and more than any platform takes.
import fc from 'fast-check';
import type { Action } from '../../cards/action.ts';
import type { Button, Card, CardBlock, Form, FormField, Inline, Text } from '../../cards/card.ts';

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('<!channel>', '*b*', '[a](b)', '\u202e', '\ud800', '\n', '`', '&', '{{DATE(', '', ' '),
  fc.constantFrom(
    'word '.repeat(900),
    '&'.repeat(4000),
    '\n'.repeat(300),
    '😀'.repeat(2500),
    '"\\'.repeat(1600),
  ),
);
const words = fc.array(piece, { maxLength: 3 }).map((parts) => parts.join(''));
const time = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(Number.NaN, Infinity, -1, 8.64e15));

const inline: fc.Arbitrary<Inline> = fc.oneof(
  words,
  words.map((strong) => ({ strong })),
  words.map((code) => ({ code })),
  fc.record(
    { time, style: fc.constantFrom('time' as const, 'date_time' as const) },
    { requiredKeys: ['time'] },
  ),
);
const text: fc.Arbitrary<Text> = fc.oneof(words, fc.array(inline, { maxLength: 5 }));

const id = fc.string({ minLength: 1, maxLength: 100, unit: 'binary' }).filter((text) => /\S/.test(text));
const action: fc.Arbitrary<Action> = fc.oneof(
  id.map((approvalId) => ({ type: 'approval.approve' as const, approvalId })),
  id.map((ticketId) => ({ type: 'ticket.open' as const, ticketId })),
  id.map((ticketId) => ({ type: 'ticket.note' as const, ticketId })),
  fc.record({
    type: fc.constant('run.settle' as const),
    runId: id,
    step: id,
    outcome: fc.constantFrom('done' as const, 'failed' as const),
  }),
  fc
    .oneof(fc.string({ minLength: 1, maxLength: 200 }), fc.constantFrom('new', 'reply 1042', 'secret set A'))
    .map((given) => ({ type: 'command.run' as const, text: given })),
);
const button: fc.Arbitrary<Button> = fc.record(
  {
    label: words,
    action,
    style: fc.constantFrom('primary' as const, 'danger' as const),
    spoken: words,
    confirm: fc.record({ title: words, text: words, yes: words }),
  },
  { requiredKeys: ['label', 'action'] },
);
const many = <T>(item: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.array(item, { maxLength: 4 }) },
    // The same thing over and over, so that big cards are cheap to make.
    {
      weight: 1,
      arbitrary: fc
        .tuple(item, fc.integer({ min: 5, max: 130 }))
        .map(([one, count]) => Array<T>(count).fill(one)),
    },
  );

const state = fc.constantFrom('pending', 'running', 'done', 'failed', 'skipped', 'uncertain');
const block: fc.Arbitrary<CardBlock> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text, muted: fc.boolean() }),
  fc.record({ type: fc.constant('heading' as const), text: words }),
  fc.record({ type: fc.constant('fields' as const), fields: many(fc.record({ label: words, value: text })) }),
  fc.record({
    type: fc.constant('steps' as const),
    steps: many(fc.record({ text, detail: text, state }, { requiredKeys: ['text'] })),
  }),
  fc.record({ type: fc.constant('quote' as const), label: words, text: words }),
  fc.record({
    type: fc.constant('rows' as const),
    rows: many(
      fc.record(
        { title: text, detail: text, buttons: fc.array(button, { maxLength: 3 }) },
        { requiredKeys: ['title'] },
      ),
    ),
  }),
  fc.constant({ type: 'divider' as const }),
);

export const anyCard: fc.Arbitrary<Card> = fc.record(
  {
    title: words,
    status: fc.record({ text, tone: fc.constantFrom('neutral', 'good', 'warning', 'danger') }),
    body: many(block),
    buttons: many(button),
    foot: text,
  },
  { requiredKeys: ['title', 'body'] },
);

const common = { id: fc.stringMatching(/^[a-z]{1,300}$/), label: words };
const field: fc.Arbitrary<FormField> = fc.oneof(
  fc.record(
    {
      ...common,
      type: fc.constant('text' as const),
      hint: words,
      optional: fc.boolean(),
      initial: words,
      maxLength: fc.integer(),
    },
    { requiredKeys: ['id', 'label', 'type'] },
  ),
  fc.record(
    {
      ...common,
      type: fc.constant('select' as const),
      options: many(fc.record({ value: fc.string({ maxLength: 120 }), label: words })),
      initial: fc.string(),
    },
    { requiredKeys: ['id', 'label', 'type', 'options'] },
  ),
  fc.record(
    { ...common, type: fc.constant('check' as const), text: words, initial: fc.boolean() },
    { requiredKeys: ['id', 'label', 'type', 'text'] },
  ),
);

export const anyForm: fc.Arbitrary<Form> = fc.record(
  {
    action: id.map((approvalId) => ({ type: 'form.deny' as const, approvalId })),
    title: words,
    submit: words,
    intro: text,
    fields: many(field),
  },
  { requiredKeys: ['action', 'title', 'submit', 'fields'] },
);

/** What came back from a form, by field: of this form or not. */
export const anyAnswers = fc.dictionary(fc.stringMatching(/^[a-z]{1,20}$/), words, { maxKeys: 3 });
