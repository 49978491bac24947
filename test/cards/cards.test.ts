// What every card and form looks like on every platform, held against files and against what the platforms accept.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeAction } from '../../cards/action.ts';
import type { Button, Card } from '../../cards/card.ts';
import { toAdaptiveCard } from '../../cards/render/adaptive-card.ts';
import { cardDialog, formDialog } from '../../cards/render/adaptive-dialog.ts';
import { formToAdaptiveCard } from '../../cards/render/adaptive-form.ts';
import { toBlockKit } from '../../cards/render/block-kit.ts';
import { toPlainText } from '../../cards/render/plain-text.ts';
import { formToModal } from '../../cards/render/slack-modal.ts';
import { adaptiveProblems } from './adaptive-library.ts';
import { pageCard, teamsCard, teamsDialog } from './adaptive-schema.ts';
import { slackHome, slackMessage, slackModal } from './block-kit-schema.ts';
import { cards, forms } from './examples.ts';

const FIXTURES = new URL('../fixtures/cards/', import.meta.url);
const asFile = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const fileOf = (name: string) => new URL(`${name}.json`, FIXTURES).pathname;

describe.each(Object.entries(cards))('card %s', (name, card) => {
  it('looks as it did', async () => {
    const shown = {
      slack: toBlockKit(card),
      teams: toAdaptiveCard(card, { forms: 'dialog' }),
      text: toPlainText(card).split('\n'),
    };
    await expect(asFile(shown)).toMatchFileSnapshot(fileOf(name));
  });

  it('is what the platforms accept', () => {
    expect(slackMessage.safeParse(toBlockKit(card)).error).toBeUndefined();
    expect(slackHome.safeParse(toBlockKit(card, { surface: 'home' })).error).toBeUndefined();
    const teams = toAdaptiveCard(card, { forms: 'dialog' });
    expect(teamsCard.safeParse(teams).error).toBeUndefined();
    expect(adaptiveProblems(teams)).toEqual([]);
    expect(teamsDialog.safeParse(cardDialog(card)).error).toBeUndefined();
    expect(pageCard.safeParse(toAdaptiveCard(card)).error).toBeUndefined();
    expect(adaptiveProblems(toAdaptiveCard(card))).toEqual([]);
  });

  it('carries its actions whole', () => {
    const slack = valuesOf(toBlockKit(card), 'value').map((value) => decodeAction(value));
    const teams = valuesOf(toAdaptiveCard(card, { forms: 'dialog' }), 'action').map((value) =>
      decodeAction(value),
    );
    const wanted = buttonsOf(card).map((button) => button.action);
    expect(slack).toEqual(wanted);
    // Teams keeps a card's own buttons apart from those of its rows.
    expect(new Set(teams.map((action) => JSON.stringify(action)))).toEqual(
      new Set(wanted.map((action) => JSON.stringify(action))),
    );
  });
});

describe.each(Object.entries(forms))('%s', (name, form) => {
  it('looks as it did', async () => {
    const shown = { slack: formToModal(form), teams: formDialog(form) };
    await expect(asFile(shown)).toMatchFileSnapshot(fileOf(name));
  });

  it('is what the platforms accept', () => {
    expect(slackModal.safeParse(formToModal(form)).error).toBeUndefined();
    expect(teamsDialog.safeParse(formDialog(form)).error).toBeUndefined();
    expect(adaptiveProblems(formDialog(form).card)).toEqual([]);
    expect(pageCard.safeParse(formToAdaptiveCard(form)).error).toBeUndefined();
    expect(adaptiveProblems(formToAdaptiveCard(form))).toEqual([]);
  });
});

describe('all cards', () => {
  it('have a file each, and no file is left over', () => {
    const names = [...Object.keys(cards), ...Object.keys(forms)].map((name) => `${name}.json`);
    expect(readdirSync(FIXTURES).sort()).toEqual(names.sort());
  });

  it.each(
    Object.entries(cards).filter(([name]) =>
      /^approval-|^manager-|^change-decided|^stranger-confirmed/.test(name),
    ),
  )('have no decision to make once it was made: %s', (name, card) => {
    const pending = /pending|details/.test(name);
    const deciding = buttonsOf(card).filter(({ action }) =>
      /^(approval|change|identity)\./.test(action.type),
    );
    if (pending) return;
    expect(card.status).toBeDefined();
    expect(deciding).toEqual([]);
  });

  it('are calm', () => {
    for (const [name, card] of Object.entries(cards)) expect(toPlainText(card), name).not.toMatch(/!|oops/i);
  });
});

describe('the approval card', () => {
  const pending = cards['approval-pending-dual'] as Card;

  it('names what is asked in its title', () => {
    expect(cards['approval-pending']?.title).toBe('Approval needed: add Dana Reyes to Finance EU');
    expect(pending.title).toBe('Approval needed: reset MFA for Dana Reyes and 3 more steps');
  });

  it('asks again before what cannot be undone, naming every target, and only then', () => {
    const approve = pending.buttons?.[0];
    expect(approve?.confirm?.text).toBe('Reset MFA for Dana Reyes. Delete the old phone of Dana Reyes.');
    expect(cards['approval-pending']?.buttons?.[0]?.confirm).toBeUndefined();
    // Teams has no second question.
    expect(JSON.stringify(toAdaptiveCard(pending).body)).toContain('Delete the old phone of Dana Reyes.');
  });

  it('says who decided, when, and what became of it', () => {
    expect(toPlainText(cards['approval-approved-done'] as Card)).toContain(
      'Approved by Lee Park at 10:32 UTC and Mia Fontaine at 10:33 UTC. Done at 10:34 UTC.',
    );
    expect(toPlainText(cards['approval-denied'] as Card)).toContain(
      'Denied by Lee Park at 10:32 UTC: manager has not confirmed',
    );
  });

  it('marks the words that are not ours, and the manager reads none of them', () => {
    const words = 'Dana moved to finance on Monday';
    expect(toPlainText(cards['approval-pending'] as Card)).toContain(`The assistant's words:\n> ${words}`);
    expect(toPlainText(cards.manager as Card)).not.toContain(words);
  });
});

function buttonsOf(card: Card): Button[] {
  const rows = card.body.flatMap((block) => (block.type === 'rows' ? block.rows : []));
  return [...rows.flatMap((row) => row.buttons ?? []), ...(card.buttons ?? [])];
}

/** Every string that stands under this key, in order. */
function valuesOf(value: unknown, key: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : valuesOf(inner, key),
  );
}
