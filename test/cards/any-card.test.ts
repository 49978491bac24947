// Whatever the card: every platform takes what the renderers make of it, and nothing in it is live.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeAction } from '../../cards/action.ts';
import type { Form } from '../../cards/card.ts';
import { toAdaptiveCard } from '../../cards/render/adaptive-card.ts';
import { cardDialog, formDialog } from '../../cards/render/adaptive-dialog.ts';
import { formToAdaptiveCard } from '../../cards/render/adaptive-form.ts';
import { toBlockKit } from '../../cards/render/block-kit.ts';
import { toPlainText } from '../../cards/render/plain-text.ts';
import { formToModal } from '../../cards/render/slack-modal.ts';
import { having, INHERITED_NAMES } from '../support/inherited-names.ts';
import { adaptiveProblems } from './adaptive-library.ts';
import { pageCard, teamsCard, teamsDialog } from './adaptive-schema.ts';
import { anyAnswers, anyCard, anyForm } from './arbitrary-card.ts';
import { slackHome, slackMessage, slackModal } from './block-kit-schema.ts';
import { liveInPlainText, liveInSlack, liveInTeams } from './live-markup.ts';

/** Forms whose field has such an id: with nothing typed and nothing wrong, and with both. */
const INHERITED_FIELDS = INHERITED_NAMES.flatMap(
  (id): [Form, Record<string, string>, Record<string, string>][] => {
    const form: Form = {
      action: { type: 'form.deny', approvalId: 'a-1' },
      title: 'Deny',
      submit: 'Deny',
      fields: [{ id, type: 'text', label: 'Reason' }],
    };
    return [
      [form, {}, {}],
      [form, having(id, 'Not now'), having(id, 'Say more.')],
    ];
  },
);

/** Cards as big as these take their time on a busy machine. */
const PATIENCE_MS = 120_000;

it(
  'any card fits Slack, as a message and as Home',
  () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(slackMessage.safeParse(toBlockKit(card)).error).toBeUndefined();
        const home = toBlockKit(card, { surface: 'home' });
        expect(slackHome.safeParse(home).error).toBeUndefined();
        expect(liveInSlack(home)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
  PATIENCE_MS,
);

it(
  'any card fits Teams',
  () => {
    fc.assert(
      fc.property(anyCard, fc.array(fc.string({ minLength: 1 }), { maxLength: 100 }), (card, userIds) => {
        const shown = toAdaptiveCard(card, { forms: 'dialog', refresh: { userIds } });
        expect(teamsCard.safeParse(shown).error).toBeUndefined();
        expect(adaptiveProblems(shown)).toEqual([]);
        expect(liveInTeams(shown)).toEqual([]);
        expect(teamsDialog.safeParse(cardDialog(card)).error).toBeUndefined();
        expect(pageCard.safeParse(toAdaptiveCard(card)).error).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  },
  PATIENCE_MS,
);

it(
  'any card is plain text',
  () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const text = toPlainText(card, { timeZone: 'Europe/Lisbon' });
        expect(text.length).toBeLessThanOrEqual(30_000);
        expect(liveInPlainText(text)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
  PATIENCE_MS,
);

it(
  'any form fits both',
  () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, anyAnswers, (form, values, errors) => {
        expect(slackModal.safeParse(formToModal(form)).error).toBeUndefined();
        expect(liveInSlack(formToModal(form))).toEqual([]);
        expect(pageCard.safeParse(formToAdaptiveCard(form)).error).toBeUndefined();
        const dialog = formDialog(form, { values, errors });
        expect(teamsDialog.safeParse(dialog).error).toBeUndefined();
        expect(adaptiveProblems(dialog.card)).toEqual([]);
        expect(liveInTeams(dialog.card)).toEqual([]);
      }),
      { numRuns: 60, examples: INHERITED_FIELDS },
    );
  },
  PATIENCE_MS,
);

it.each(['', ' ', '\t', '\u00a0', 'x'.repeat(101)])('a button with the id %j means nothing', (ticketId) => {
  expect(decodeAction(JSON.stringify({ type: 'ticket.open', ticketId }))).toBeUndefined();
});
