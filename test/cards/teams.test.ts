// What is different on Teams: buttons that open dialogs, cards that refresh, words that do not fit, forms with errors;
// and that the check of all other card tests tells a bad card from a good one.
import { describe, expect, it } from 'vitest';
import { type Action, opensForm } from '../../cards/action.ts';
import { approvalCard } from '../../cards/approval-card.ts';
import type { Card, Form } from '../../cards/card.ts';
import { denyForm, secretForm } from '../../cards/forms.ts';
import { toAdaptiveCard } from '../../cards/render/adaptive-card.ts';
import { cardDialog, formDialog } from '../../cards/render/adaptive-dialog.ts';
import { adaptiveProblems } from './adaptive-library.ts';
import { teamsCard, teamsDialog } from './adaptive-schema.ts';
import { cards, forms } from './examples.ts';

const teams = (card: Card) => toAdaptiveCard(card, { forms: 'dialog' });
const pending = cards['approval-pending'] as Card;
const buttons = (count: number): Card['buttons'] =>
  Array.from({ length: count }, (_, i) => ({
    label: `${i}`,
    action: { type: 'ticket.take', ticketId: `${i}` },
  }));

describe('buttons', () => {
  it.each<{ name: string; action: Action; opens: boolean }>([
    { name: 'approve', action: { type: 'approval.approve', approvalId: 'a' }, opens: false },
    { name: 'deny', action: { type: 'approval.deny', approvalId: 'a' }, opens: true },
    { name: 'reply', action: { type: 'ticket.reply', ticketId: 't' }, opens: true },
    { name: 'note', action: { type: 'ticket.note', ticketId: 't' }, opens: true },
    { name: 'show the password', action: { type: 'secret.reveal', secretId: 's' }, opens: true },
    { name: 'new', action: { type: 'command.run', text: ' New ' }, opens: true },
    { name: 'reply to one', action: { type: 'command.run', text: 'reply #1042' }, opens: true },
    { name: 'reply with its text', action: { type: 'command.run', text: 'reply 1042 hello' }, opens: false },
    { name: 'set a secret', action: { type: 'command.run', text: 'secret set A acme' }, opens: true },
    { name: 'list', action: { type: 'command.run', text: 'tickets' }, opens: false },
    { name: 'news', action: { type: 'command.run', text: 'newest' }, opens: false },
  ])('$name: dialog $opens', ({ action, opens }) => {
    expect(opensForm(action)).toBe(opens);
    const card: Card = { title: 'x', body: [], buttons: [{ label: 'y', action }] };
    const button = { data: { action: JSON.stringify(action) } };
    expect(teams(card).actions).toMatchObject([
      opens
        ? { type: 'Action.Submit', data: { ...button.data, msteams: { type: 'task/fetch' } } }
        : { type: 'Action.Execute', verb: action.type, ...button },
    ]);
    // The playground's page opens its dialogs by itself.
    expect(toAdaptiveCard(card).actions).toMatchObject([{ type: 'Action.Execute', verb: action.type }]);
  });

  it('stay at the foot, six of them in sight', () => {
    const { actions = [], body } = teams({ title: 'x', body: [], buttons: buttons(9) });
    expect(actions.map(({ mode }) => mode)).toEqual([
      ...Array(6).fill(undefined),
      ...Array(3).fill('secondary'),
    ]);
    expect(JSON.stringify(body)).not.toContain('ActionSet');
  });

  it('of rows open dialogs too', () => {
    expect(JSON.stringify(teams(cards.approvals as Card).body)).toContain('"msteams":{"type":"task/fetch"}');
  });
});

describe('refresh', () => {
  const refreshed = (card: Card, userIds: readonly string[]) =>
    toAdaptiveCard(card, { forms: 'dialog', refresh: { userIds } }).refresh;

  it('names the approval, and each person once, at most 60', () => {
    const many = Array.from({ length: 80 }, (_, i) => `29:${i % 70}`);
    expect(refreshed(pending, many)).toEqual({
      action: { type: 'Action.Execute', title: 'Refresh', verb: 'refresh', data: { refresh: '0195-a1' } },
      userIds: many.slice(0, 60),
    });
    expect(refreshed(pending, ['29:a', '29:a'])).toMatchObject({ userIds: ['29:a'] });
  });

  it('is for what can still be decided, and only where it is asked for', () => {
    expect(refreshed(cards['approval-approved'] as Card, ['29:a'])).toBeUndefined();
    expect(refreshed(cards.ticket as Card, ['29:a'])).toBeUndefined();
    expect(teams(pending).refresh).toBeUndefined();
  });
});

describe('what does not fit', () => {
  const shown = (card: Card) => JSON.stringify(teams(card));
  const long = 'word '.repeat(2000);
  const note = ['Shortened; ', { code: 'ticket 1042' }, ' shows all.'] as const;
  const saysSo = (card: Card) =>
    /"text":"Shortened; "/.test(shown(card)) && shown(card).includes('"ticket 1042"');

  it.each<{ name: string; card: Omit<Card, 'title' | 'full'> & { title?: string } }>([
    { name: 'title', card: { title: long, body: [] } },
    { name: 'status', card: { status: { text: long, tone: 'good' }, body: [] } },
    { name: 'text', card: { body: [{ type: 'text', text: ['a', { strong: long }] }] } },
    { name: 'quote', card: { body: [{ type: 'quote', label: 'l', text: long }] } },
    {
      name: 'field',
      card: { body: [{ type: 'fields', fields: [{ label: 'l', value: '*'.repeat(1500) }] }] },
    },
    { name: 'step', card: { body: [{ type: 'steps', steps: [{ text: long }] }] } },
    { name: 'step’s detail', card: { body: [{ type: 'steps', steps: [{ text: 't', detail: long }] }] } },
    { name: 'row', card: { body: [{ type: 'rows', rows: [{ title: 't', detail: long }] }] } },
    {
      name: 'warning',
      card: {
        body: [],
        buttons: [{ ...pending.buttons![0]!, confirm: { title: 't', text: long, yes: 'y' } }],
      },
    },
    {
      name: 'number of rows',
      card: { body: [{ type: 'rows', rows: Array(400).fill({ title: 'x'.repeat(300) }) }] },
    },
    { name: 'number of blocks', card: { body: Array(500).fill({ type: 'text', text: 'x'.repeat(100) }) } },
  ])('is said: $name', ({ card }) => {
    expect(saysSo({ title: 'T', ...card, full: 'ticket 1042' })).toBe(true);
    expect(shown({ title: 'T', ...card })).toContain('Shortened to fit into one message.');
    expect(teamsCard.safeParse(teams({ title: 'T', ...card, full: note[1].code })).error).toBeUndefined();
  });

  it('is not said of what fits', () => {
    for (const [name, card] of Object.entries(cards)) expect(shown(card), name).not.toContain('Shortened');
  });

  it('an approval names the ticket that has it all', () => {
    expect(pending.full).toBe('ticket 1042');
    expect(saysSo({ ...pending, body: [...pending.body, { type: 'quote', label: 'l', text: long }] })).toBe(
      true,
    );
  });

  it('never comes near what Teams refuses', () => {
    const steps = Array.from({ length: 60 }, (_, i) => ({
      sentence: `Step ${i} ${'*_`<'.repeat(400)}`,
      risk: 'write' as const,
      verify: false,
    }));
    const card = approvalCard({ ...view, steps, words: long });
    expect(Buffer.byteLength(shown(card), 'utf16le')).toBeLessThanOrEqual(60_000);
    expect(shown(card)).toContain('1. Step 0 ');
    expect(shown(card)).toContain('approval.approve');
  });
});

describe('forms', () => {
  const form = denyForm({ approvalId: 'a', label: 'P-1' });

  it('keep what was typed and say what is wrong at its field', () => {
    const { card } = formDialog(form, {
      values: { reason: 'because', tell: 'false' },
      errors: { reason: 'Please give a reason.', other: 'Something else.' },
    });
    const at = (part: string) => card.body.findIndex((element) => JSON.stringify(element).includes(part));
    const input = at('"Input.Text"');
    expect(card.body[input]).toMatchObject({ id: 'reason', value: 'because' });
    expect(at('Please give a reason.')).toBe(input - 1);
    expect(card.body[input - 1]).toMatchObject({ inlines: [{ color: 'Attention' }] });
    expect(at('Something else.')).toBeLessThan(at('For the ticket.'));
    expect(card.body[at('"Input.Toggle"')]).toMatchObject({ value: 'false' });
    expect(teamsDialog.safeParse(formDialog(form)).error).toBeUndefined();
  });

  it('keep a choice, and ignore what is none of theirs', () => {
    const choice = forms['form-select'] as Form;
    const field = choice.fields.find(({ type }) => type === 'select');
    const values = {
      [field?.id ?? '']: field?.type === 'select' ? field.options[1]!.value : '',
      constructor: 'x',
    };
    const shown = JSON.stringify(formDialog(choice, { values }).card);
    expect(shown).toContain(`"value":"${Object.values(values)[0]}"}`);
    expect(formDialog(form, { values: { other: 'x' } })).toEqual(formDialog(form));
  });

  it('never show a secret again', () => {
    const secret = secretForm({ name: 'A', client: 'acme', where: 'Acme' });
    expect(JSON.stringify(formDialog(secret, { values: { value: 's3cr3t' } }))).not.toContain('s3cr3t');
  });

  it('are sent by the one action that a dialog sends, in a frame of their size', () => {
    const small = formDialog(secretForm({ name: 'A', client: 'acme', where: 'Acme' }));
    const { title, height, card } = formDialog(form);
    expect(card.actions).toEqual([
      {
        type: 'Action.Submit',
        title: 'Deny',
        data: { form: JSON.stringify(form.action) },
        style: 'positive',
      },
    ]);
    expect(title).toBe('Deny P-1');
    expect(height).toBeGreaterThan(small.height);
    // The frame shows the title.
    expect(JSON.stringify(card.body)).not.toContain('Deny P-1');
  });

  it('give way to an answer without buttons', () => {
    for (const name of ['approvals', 'ticket'])
      expect(JSON.stringify(cardDialog(cards[name] as Card).card)).not.toContain('Action.');
    expect(cardDialog('No.')).toMatchObject({ title: 'Deskhand', height: 200 });
  });
});

const view: Parameters<typeof approvalCard>[0] = {
  approvalId: 'a',
  ticketId: 't',
  label: 'P-1',
  hash: '3fa9c1d2',
  requester: { name: 'Dana', email: 'd@x.example' },
  client: '-',
  ticketNumber: 1042,
  ticketTitle: '- [x](https://evil.example)',
  workflows: [],
  steps: [{ sentence: 'Do it', risk: 'write', verify: false }],
  words: '',
  wordsBy: 'model',
  expiresAt: 0,
};

it('a field that is a dash stays a dash', () => {
  const facts = teams(approvalCard(view)).body.find(({ type }) => type === 'FactSet')?.facts;
  expect(facts).toContainEqual({ title: 'Client', value: '\\-' });
  expect(facts).toContainEqual({ title: 'Ticket', value: '1042: - \\[x]\u200b(https://evil.example)' });
});

describe('the check', () => {
  const good = teams(pending);
  const [approve, deny] = good.actions ?? [];
  it.each<{ name: string; bad: object }>([
    { name: 'an unknown element', bad: { body: [{ type: 'Badge', text: 'x' }] } },
    { name: 'an unknown property', bad: { speak: 'x' } },
    { name: 'no text', bad: { body: [{ type: 'TextBlock', wrap: true }] } },
    { name: 'text that does not wrap', bad: { body: [{ type: 'TextBlock', text: 'x' }] } },
    { name: 'a newer version', bad: { version: '1.6' } },
    { name: 'no verb', bad: { actions: [{ ...approve, verb: undefined }] } },
    { name: 'a verb of something else', bad: { actions: [{ ...approve, verb: 'approval.deny' }] } },
    {
      name: 'a form without a dialog',
      bad: {
        actions: [
          {
            ...deny,
            type: 'Action.Execute',
            verb: 'approval.deny',
            data: approve?.data && { action: '{"type":"approval.deny","approvalId":"a"}' },
          },
        ],
      },
    },
    {
      name: 'a dialog without a form',
      bad: {
        actions: [{ ...deny, data: { msteams: { type: 'task/fetch' }, ...(approve?.data as object) } }],
      },
    },
    { name: 'a submit that opens nothing', bad: { actions: [{ ...deny, data: approve?.data }] } },
    { name: 'a forged action', bad: { actions: [{ ...approve, data: { action: '{}' } }] } },
    { name: 'seven in sight', bad: { actions: Array(7).fill(approve) } },
    { name: 'buttons in the body', bad: { body: [{ type: 'ActionSet', actions: [approve] }] } },
    {
      name: '61 people',
      bad: { refresh: { action: {}, userIds: Array.from({ length: 61 }, (_, i) => `${i}`) } },
    },
    { name: 'a refresh of another verb', bad: { refresh: { action: { ...approve }, userIds: [] } } },
    {
      name: 'too much',
      bad: { body: Array(20).fill({ type: 'TextBlock', text: 'x'.repeat(2900), wrap: true }) },
    },
  ])('refuses $name', ({ bad }) => {
    expect(teamsCard.safeParse(good).success).toBe(true);
    expect(teamsCard.safeParse({ ...good, ...bad }).success).toBe(false);
  });

  it.each<{ name: string; input: object }>([
    { name: 'no label', input: { type: 'Input.Text', id: 'a', isMultiline: true, maxLength: 5 } },
    {
      name: 'a reserved id',
      input: { type: 'Input.Text', id: 'form', label: 'l', isMultiline: true, maxLength: 5 },
    },
  ])('refuses an input with $name', ({ input }) => {
    const dialog = formDialog(forms['form-new'] as Form);
    expect(teamsDialog.safeParse(dialog).success).toBe(true);
    expect(teamsDialog.safeParse({ ...dialog, card: { ...dialog.card, body: [input] } }).success).toBe(false);
  });

  it('refuses an id twice', () => {
    const dialog = formDialog(forms['form-new'] as Form);
    const body = [...dialog.card.body, ...dialog.card.body];
    expect(teamsDialog.safeParse({ ...dialog, card: { ...dialog.card, body } }).success).toBe(false);
  });

  it('asks the library too', () => {
    expect(adaptiveProblems({ ...good, body: [{ type: 'Nothing' }] })).not.toEqual([]);
    expect(adaptiveProblems(good)).toEqual([]);
  });
});
