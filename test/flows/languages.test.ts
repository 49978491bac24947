// German, French and Spanish requests become plans where all of it is understood, never by themselves; everything else goes to a
// person, and its writer reads so in their own language.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Card } from '../../cards/card.ts';
import { q } from '../../src/store/database.ts';
import { buttonsOf } from '../support/memory-chat.ts';
import { createTestDesk, DANA, MIA, type TestDesk, TINA } from '../support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await createTestDesk();
});
afterEach(() => desk.close());

const ticket = async () => (await desk.app.core.tickets.byNumber(1001))!;
const effects = () => desk.app.core.database.read(({ tx, t }) => q(tx.select().from(t.sandboxChanges)));
const last = (who: string) => desk.chat.textsOf(who).at(-1) ?? '';

test.each([
  ['Ich habe mein Passwort vergessen', 'Reset the password of Dana Reyes'],
  ["J'ai oublié mon mot de passe", 'Reset the password of Dana Reyes'],
  ['He olvidado mi contraseña', 'Reset the password of Dana Reyes'],
  ['Bitte fügen Sie mich zur Gruppe Newsletter hinzu', 'Add Dana Reyes to the group Newsletter'],
])('"%s" waits for an approval, though the policy lets a reset run by itself', async (text, step) => {
  await desk.says(DANA, text);
  expect((await ticket()).state).toBe('awaiting_approval');
  expect(last(TINA)).toContain(step);
  expect(last(TINA)).toContain(text);
  expect(await effects()).toEqual([]);
});

test.each([
  'Bitte setzen Sie mein Passwort nicht zurück',
  'Ne réinitialisez pas mon mot de passe',
  'Wie ändere ich mein Passwort?',
  'Danke, das Passwort funktioniert wieder',
])('"%s" changes nothing and asks nobody', async (text) => {
  await desk.says(DANA, text);
  expect(desk.chat.textsOf(TINA).join()).not.toContain('Approval needed');
  expect(await effects()).toEqual([]);
});

test.each([
  [
    'Hallo zusammen, nach dem Urlaub ist mir mein Kennwort entfallen – könnt ihr es neu setzen?',
    'Habe ich Sie',
  ],
  [
    "Bonjour, j'ai zappé mon mot de passe pendant les vacances, vous pouvez m'en donner un autre ?",
    'Vous ai-je',
  ],
])('"%s" is understood by its gist alone: asked about first, then approved', async (text, says) => {
  await desk.says(DANA, text);
  expect((await ticket()).state).toBe('waiting_requester');
  expect(last(DANA)).toContain(says);
  expect(last(DANA)).toContain('Reset my password?');
  expect(desk.chat.textsOf(TINA).join()).not.toContain('Approval needed');
  const yes = buttonsOf(desk.chat.messages.at(-1)!.content as Card).find(
    ({ action }) => action.type === 'plan.confirm',
  )!;
  await desk.chat.click(DANA, yes.action);
  await desk.settle();
  expect((await ticket()).state).toBe('awaiting_approval');
  expect(last(TINA)).toContain(text.slice(0, 40));
  expect(await effects()).toEqual([]);
});

test.each([
  'Jemand Fremdes hat sich mit meinem Konto angemeldet, bitte Passwort zurücksetzen!',
  "J'ai cliqué sur un lien bizarre dans un mail, réinitialisez vite mon mot de passe svp",
])('"%s" reaches a technician at once, and touches nothing', async (text) => {
  await desk.says(DANA, text);
  expect((await ticket()).state).toBe('with_technician');
  expect(last(TINA)).toMatch(/Urgent: ticket 1001 reports a possible attack/);
  expect(await effects()).toEqual([]);
});

test('what a model hands over is not planned from the gist, and no model is asked twice', async () => {
  await desk.close();
  const asked: (boolean | undefined)[] = [];
  desk = await createTestDesk({
    planner: {
      plan: async ({ byRules }) => {
        asked.push(byRules);
        return { type: 'hand_off', by: 'model', reason: 'A person should look.', ticketType: 'access' };
      },
    },
  });
  await desk.says(MIA, 'Please take Patient Records away from Sam Ortiz');
  expect((await ticket()).state).toBe('with_technician');
  expect(asked).toEqual([false]);
});

test.each([
  ['Unser Drucker im Flur macht seltsame Geräusche und riecht nach Gummi', 'Ich habe Ihre Anfrage an'],
  ['Ik ben mijn wachtwoord vergeten', 'Ik heb uw verzoek doorgegeven'],
  ['Ho dimenticato la mia password, potete aiutarmi?', 'Ho passato la sua richiesta'],
])('"%s" goes to a person, said in that language', async (text, says) => {
  await desk.says(DANA, text);
  expect((await ticket()).state).toBe('with_technician');
  expect(last(DANA)).toContain(says);
  expect(await effects()).toEqual([]);
});
