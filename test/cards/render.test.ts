// How the renderers cut, escape, number and order: the parts that a picture of whole cards would not name.
import { describe, expect, it } from 'vitest';
import type { Button, Card, Text } from '../../cards/card.ts';
import { toAdaptiveCard } from '../../cards/render/adaptive-card.ts';
import { toBlockKit } from '../../cards/render/block-kit.ts';
import { cut } from '../../cards/render/limits.ts';
import { toPlainText, writePart } from '../../cards/render/plain-text.ts';
import { formToModal } from '../../cards/render/slack-modal.ts';

/** 2 March 2026, 10:32:07 UTC. */
const AT = Date.UTC(2026, 2, 2, 10, 32, 7);
const take = (label: string, ticketId = 't1'): Button => ({
  label,
  action: { type: 'ticket.take', ticketId },
});
const cardOf = (text: Text): Card => ({ title: 'Title', body: [{ type: 'text', text }] });
const slackText = (text: Text) => {
  const block = toBlockKit(cardOf(text)).blocks[1];
  return block?.type === 'section' && 'text' in block ? block.text : undefined;
};

describe('cutting', () => {
  it.each([
    { name: 'leaves what fits', text: 'abcde', max: 5, cut: 'abcde' },
    { name: 'cuts between words if one ends near', text: 'hello brave world', max: 13, cut: 'hello brave…' },
    { name: 'cuts inside a word that is long', text: 'abcdefghij', max: 5, cut: 'abcd…' },
    { name: 'never cuts a character in half', text: 'ab😀cd', max: 4, cut: 'ab…' },
    { name: 'keeps a whole character at the end', text: 'ab😀cd', max: 5, cut: 'ab😀…' },
    { name: 'has a place for the sign alone', text: 'abc', max: 1, cut: '…' },
    { name: 'has nothing in no place', text: 'abc', max: 0, cut: '' },
  ])('$name', ({ text, max, cut: wanted }) => {
    expect(cut(text, max)).toBe(wanted);
    expect(cut(text, max).length).toBeLessThanOrEqual(max);
  });

  it('counts escapes, and never cuts one in half', () => {
    const shown = slackText([{ strong: 'x' }, '&'.repeat(3000)])?.text ?? '';
    expect(shown.length).toBeLessThanOrEqual(3000);
    expect(shown).toMatch(/^\*x\*(?:&amp;)+…$/);
  });

  it('keeps what comes first', () => {
    const card: Card = {
      title: 'Long',
      status: { text: 'Pending', tone: 'neutral' },
      body: [
        { type: 'steps', steps: Array.from({ length: 60 }, (_, i) => ({ text: `step ${i}`, detail: 'd' })) },
      ],
      buttons: [take('Take')],
      foot: 'plan 3fa9c1d2',
    };
    const { blocks } = toBlockKit(card);
    const shown = JSON.stringify(blocks);
    expect(blocks).toHaveLength(49);
    expect(shown).toContain('1. step 0');
    expect(shown).toContain('and 38 more');
    expect(shown).toContain('Pending');
    expect(shown).toContain('ticket.take');
    expect(shown).toContain('plan 3fa9c1d2');
    expect(toBlockKit(card, { surface: 'home' }).blocks).toHaveLength(99);
  });

  it('drops rows from the end, and whole blocks only when no row is left', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      title: `row ${i}`,
      buttons: [take('Take', `${i}`)],
    }));
    const many = Array.from({ length: 60 }, (_, i) => ({ type: 'text', text: `line ${i}` }) as const);
    const shown = JSON.stringify(toBlockKit({ title: 'x', body: [{ type: 'rows', rows }, ...many] }).blocks);
    expect(shown).toContain('40 not shown');
    expect(shown).toContain('line 45');
    expect(shown).toContain('More was left out here.');
    expect(shown).not.toContain('line 59');
  });

  it('fits Teams by size', () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({ title: `${i} ${'x'.repeat(500)}` }));
    const shown = JSON.stringify(toAdaptiveCard({ title: 'x', body: [{ type: 'rows', rows }] }));
    expect(shown.length * 2).toBeLessThanOrEqual(60_000);
    expect(shown.length * 2).toBeGreaterThan(55_000);
    expect(shown).toMatch(/and \d+ more/);
  });
});

describe('Slack', () => {
  it('makes action ids unique in their block', () => {
    const { blocks } = toBlockKit({
      title: 'x',
      body: [],
      buttons: [take('A'), take('B', 't2'), take('C', 't3')],
    });
    const block = blocks.find((entry) => entry.type === 'actions');
    expect(block?.type === 'actions' && block.elements.map((element) => element.action_id)).toEqual([
      'ticket.take',
      'ticket.take#2',
      'ticket.take#3',
    ]);
  });

  it.each([
    { name: 'literal text is plain', text: '*a* <!here>', type: 'plain_text', shown: '*a* <!here>' },
    {
      name: 'strong words',
      text: ['by ', { strong: 'Lee & Co' }],
      type: 'mrkdwn',
      shown: 'by *Lee &amp; Co*',
    },
    { name: 'strong words with spaces', text: [{ strong: ' a b ' }], type: 'mrkdwn', shown: ' *a b* ' },
    { name: 'empty strong words', text: [{ strong: ' ' }, 'x'], type: 'mrkdwn', shown: ' x' },
    { name: 'code', text: [{ code: 'a<b> *c*' }], type: 'mrkdwn', shown: '`a&lt;b&gt; *c*`' },
    { name: 'code with a marker in it', text: [{ code: 'a`b' }], type: 'mrkdwn', shown: 'a`b' },
    {
      name: 'a point in time',
      text: [{ time: AT }],
      type: 'mrkdwn',
      shown: '<!date^1772447527^{date_short_pretty} {time}|2026-03-02 10:32 UTC>',
    },
    {
      name: 'a time of day',
      text: [{ time: AT, style: 'time' }],
      type: 'mrkdwn',
      shown: '<!date^1772447527^{time}|10:32 UTC>',
    },
  ] satisfies readonly { name: string; text: Text; type: string; shown: string }[])(
    '$name',
    ({ text, type, shown }) => {
      expect(slackText(text)).toMatchObject({ type, text: shown });
    },
  );

  it('kills formatting, mentions and emoji codes beside strong words', () => {
    const shown = slackText([{ strong: 'x' }, ' *b* _i_ ~s~ `c` <@U1> :tada: @here'])?.text ?? '';
    expect(shown.replaceAll('\u200b', '|')).toBe(
      '*x* |*|b|*| |_|i|_| |~|s|~| |`|c|`| &lt;@U1&gt; :|tada: @|here',
    );
  });

  it('never shows a required checkbox, and skips answers that Slack would refuse', () => {
    const view = formToModal({
      action: { type: 'form.new' },
      title: 'T',
      submit: 'S',
      fields: [
        { type: 'check', id: 'tell', label: 'L', text: 'Tell', initial: true },
        {
          type: 'select',
          id: 'which',
          label: 'W',
          options: [
            { value: 'a'.repeat(76), label: 'too long' },
            { value: 'b', label: 'fits' },
            { value: 'b', label: 'fits' },
          ],
          initial: 'b',
        },
      ],
    });
    expect(view.blocks).toMatchObject([
      {
        block_id: 'tell',
        optional: true,
        element: { action_id: 'value', initial_options: [{ value: 'true' }] },
      },
      { block_id: 'which', element: { options: [{ value: 'b' }], initial_option: { value: 'b' } } },
    ]);
  });
});

describe('Teams', () => {
  it('writes times so that the client shows them in the reader’s zone', () => {
    const shown = JSON.stringify(
      toAdaptiveCard(cardOf([{ time: AT }, ' and ', { time: AT, style: 'time' }])),
    );
    expect(shown).toContain('{{DATE(2026-03-02T10:32:07Z,SHORT)}} {{TIME(2026-03-02T10:32:07Z)}}');
    expect(shown).toContain('"{{TIME(2026-03-02T10:32:07Z)}}"');
  });

  it('says above the buttons what Slack would ask again', () => {
    const confirm = { title: 'Sure?', text: 'Deletes the old phone.', yes: 'Yes' };
    const card = toAdaptiveCard({ title: 'x', body: [], buttons: [{ ...take('Approve'), confirm }] });
    expect(JSON.stringify(card.body.at(-1))).toContain('Deletes the old phone.');
    expect(card.actions).toMatchObject([{ type: 'Action.Execute', verb: 'ticket.take' }]);
  });

  it('splits many buttons into rows', () => {
    const card = toAdaptiveCard({
      title: 'x',
      body: [],
      buttons: Array.from({ length: 7 }, (_, i) => take(`${i}`)),
    });
    expect(card.actions).toBeUndefined();
    expect(card.body.slice(1)).toMatchObject([{ type: 'ActionSet' }, { type: 'ActionSet' }]);
  });
});

describe('plain text', () => {
  it('writes times in the zone that is asked for, else in UTC', () => {
    expect(writePart([{ time: AT }])).toBe('2026-03-02 10:32 UTC');
    expect(writePart([{ time: AT }], 'Europe/Helsinki')).toBe('2026-03-02 12:32');
    expect(writePart([{ time: AT, style: 'time' }], 'Nowhere/At_All')).toBe('10:32 UTC');
  });

  it('has everything but the buttons', () => {
    const card: Card = {
      title: 'T',
      status: { text: 'S', tone: 'good' },
      body: [
        { type: 'fields', fields: [{ label: 'Client', value: 'Acme' }] },
        { type: 'steps', steps: [{ text: 'one', state: 'failed', detail: 'why' }, { text: 'two' }] },
        { type: 'quote', label: 'Words', text: 'a\nb' },
        { type: 'rows', rows: [{ title: 'r', detail: 'd', buttons: [take('Take')] }] },
      ],
      buttons: [take('Take')],
      foot: 'f',
    };
    expect(toPlainText(card)).toBe(
      'T\n\nS\n\nClient: Acme\n\n1. failed: one\n   why\n2. two\n\nWords:\n> a\n> b\n\n- r\n  d\n\nf',
    );
  });
});
