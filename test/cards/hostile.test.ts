// Hostile words in every place of every card: nothing becomes a mention, a link or formatting, nothing hides, and
// every platform still takes the card.
import { describe, expect, it } from 'vitest';
import { decodeAction } from '../../cards/action.ts';
import type { Card, Form, FormField } from '../../cards/card.ts';
import { toAdaptiveCard } from '../../cards/render/adaptive-card.ts';
import { formDialog } from '../../cards/render/adaptive-dialog.ts';
import { formToAdaptiveCard } from '../../cards/render/adaptive-form.ts';
import { toBlockKit } from '../../cards/render/block-kit.ts';
import { escapeMarkdown, escapeMrkdwn, visible, visibleLine } from '../../cards/render/neutralise.ts';
import { toPlainText } from '../../cards/render/plain-text.ts';
import { formToModal } from '../../cards/render/slack-modal.ts';
import { adaptiveProblems } from './adaptive-library.ts';
import { pageCard, teamsCard, teamsDialog } from './adaptive-schema.ts';
import { slackMessage, slackModal } from './block-kit-schema.ts';
import { cards, forms } from './examples.ts';
import { liveInPlainText, liveInSlack, liveInTeams } from './live-markup.ts';

const hostile: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'a broadcast', text: '<!channel> <!here|here> <!everyone> @here @channel' },
  { name: 'mentions', text: '<@U012345> <#C012345> <!subteam^S01> <at>Lee Park</at>' },
  { name: 'a Slack link', text: '<https://evil.example/reset|Sign in here> <mailto:a@b.example|mail>' },
  {
    name: 'Markdown links',
    text: '[Sign in](https://evil.example) ![x](https://evil.example/p.png) [a]: https://e.example',
  },
  { name: 'formatting', text: '*bold* _em_ ~gone~ `code` ```pre``` **strong** __u__ ~~s~~' },
  {
    name: 'blocks of markup',
    text: '> quoted\n# Title\n- item\n1. first\n2) second\n+ plus\n---\n===\n>>> all',
  },
  {
    name: 'HTML',
    text: '</script><script>alert(1)</script><a href="javascript:alert(1)">x</a> &lt;b&gt; &#42; &amp;',
  },
  {
    name: 'a date of its own',
    text: '<!date^1392734382^{date}^https://evil.example|x> {{DATE(2017-02-14T06:08:39Z,SHORT)}}',
  },
  { name: 'bidi controls', text: 'gpj.\u202eexe\u202c \u2066inner\u2069 \u200frtl \u061c' },
  {
    name: 'zero-width characters',
    text: 'pay\u200bpal z\u200dw\u200cn\u2060j\ufeff s\u00adoft \u{e0041}tag \u3164',
  },
  {
    name: 'control characters',
    text: 'nul\u0000 bell\u0007 esc\u001b[31m del\u007f c1\u0085 sep\u2028par\u2029',
  },
  { name: 'lone surrogates', text: 'high \ud83d low \ude00 end\ud800' },
  { name: 'emoji', text: '👩‍💻🏴󠁧󠁢󠁥󠁮󠁧󠁿 :tada: :+1: :skin-tone-2: '.repeat(30) },
  { name: '10,000 characters', text: 'word '.repeat(2000) },
  { name: '10,000 characters that grow when escaped', text: '<&>*_~`'.repeat(1429) },
  { name: '10,000 characters without a space', text: '\u202e😀'.repeat(3334) },
  { name: 'spaces and line feeds without end', text: `${' '.repeat(20_000)}x${'\n'.repeat(20_000)}` },
  { name: 'an emoji code without end', text: `:${'a'.repeat(40_000)} ${':a'.repeat(20_000)}` },
  { name: '500 lines', text: 'line\n'.repeat(500) },
  { name: 'nothing', text: '' },
  { name: 'only spaces', text: ' \n\t \u00a0' },
];

describe.each(hostile)('$name in every string', ({ text }) => {
  it.each(Object.entries(cards))('%s', (_, original) => {
    const card = poisonedCard(original, text);
    const slack = toBlockKit(card);
    const teams = toAdaptiveCard(card, { forms: 'dialog', refresh: { userIds: ['29:lee'] } });
    expect(slackMessage.safeParse(slack).error).toBeUndefined();
    expect(teamsCard.safeParse(teams).error).toBeUndefined();
    expect(pageCard.safeParse(toAdaptiveCard(card)).error).toBeUndefined();
    expect(adaptiveProblems(teams)).toEqual([]);
    expect(liveInSlack(slack)).toEqual([]);
    expect(liveInTeams(teams)).toEqual([]);
    expect(liveInPlainText(toPlainText(card))).toEqual([]);
  });

  it.each(Object.entries(forms))('%s', (_, original) => {
    const form = poisonedForm(original, text);
    expect(slackModal.safeParse(formToModal(form)).error).toBeUndefined();
    expect(liveInSlack(formToModal(form))).toEqual([]);
    expect(pageCard.safeParse(formToAdaptiveCard(form)).error).toBeUndefined();
    const every = Object.fromEntries([...form.fields.map(({ id }) => [id, text]), ['elsewhere', text]]);
    const dialog = formDialog(form, { values: every, errors: every });
    expect(teamsDialog.safeParse(dialog).error).toBeUndefined();
    expect(adaptiveProblems(dialog.card)).toEqual([]);
    expect(liveInTeams(dialog.card)).toEqual([]);
  });
});

describe('neutralising', () => {
  it.each([
    { name: 'shows what turns text around', given: 'a\u202eb', visible: 'a\\u202eb' },
    { name: 'shows what has no width', given: 'a\u200bb\ufeff', visible: 'a\\u200bb\\ufeff' },
    { name: 'shows half characters', given: 'a\ud83d', visible: 'a\\ud83d' },
    { name: 'shows tag characters', given: '\u{e0041}', visible: '\\u{e0041}' },
    { name: 'keeps line feeds, tabs and emoji', given: 'a\r\nb\tc ❤️ 😀 é', visible: 'a\nb\tc ❤️ 😀 é' },
  ])('$name', ({ given, visible: wanted }) => {
    expect(visible(given)).toBe(wanted);
  });

  it('puts titles on one line', () => {
    expect(visibleLine(' a\n b\u2028c ')).toBe('a b c');
  });

  it('leaves ordinary words as they are', () => {
    const words = 'dana_reyes@acme-dental.example asked at 10:32:07 for C:\\Finance (EU) – 50% of 3*4';
    expect(escapeMrkdwn(words)).toBe(words);
    expect(escapeMarkdown('dana_reyes@acme-dental.example asked at 10:32 (EU)')).toBe(
      'dana_reyes@acme-dental.example asked at 10:32 (EU)',
    );
  });

  it('keeps the words that people need to judge', () => {
    const card: Card = {
      title: 'x',
      body: [{ type: 'quote', label: 'l', text: '<!channel> *now* \u202eabc' }],
    };
    expect(JSON.stringify(toBlockKit(card).blocks)).toContain('<!channel> *now* \\\\u202eabc');
    expect(JSON.stringify(toAdaptiveCard(card).body)).toContain('<!channel> *now* \\\\u202eabc');
  });
});

it('leaves the actions alone', () => {
  const card = poisonedCard(cards['approval-pending'] as Card, '<!channel>');
  const values = card.buttons?.map(({ action }) => decodeAction(JSON.stringify(action)));
  expect(values).toEqual(cards['approval-pending']?.buttons?.map(({ action }) => action));
});

/** Keys whose strings are ours by type, not words. */
const NOT_WORDS = new Set(['action', 'type', 'tone', 'style', 'state']);

function poisonedCard(card: Card, text: string): Card {
  return poison(card, text) as Card;
}

/** Ids and the values of choices are never shown, and nobody's words. */
function poisonedForm(form: Form, text: string): Form {
  const fields = form.fields.map((field): FormField => {
    const poisoned = { ...(poison(field, text) as FormField), id: field.id };
    if (field.type !== 'select' || poisoned.type !== 'select') return poisoned;
    const options = field.options.map(({ value }) => ({ value, label: text }));
    return { ...poisoned, options, initial: field.initial };
  });
  return { ...(poison(form, text) as Form), fields };
}

function poison(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((inner) => poison(inner, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, NOT_WORDS.has(key) ? inner : poison(inner, text)]),
  );
}
