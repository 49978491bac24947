// Two people at the same moment, forty times in each order: one wins, and the other is told who did and when.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writePart } from '../../cards/render/plain-text.ts';
import { defaultDeskFile } from '../../src/desk/default.ts';
import type { Actor } from '../../src/people/actor.ts';
import { selectIdentity } from '../../src/people/store.ts';
import { q } from '../../src/store/database.ts';
import { eq } from '../../src/store/drizzle.ts';
import { changeRules, confirmChange, withdrawChange } from '../../src/use-cases/desk/change-rules.ts';
import { claimAdmin, makeClaimCode } from '../../src/use-cases/desk/claim-admin.ts';
import { settleIdentity } from '../../src/use-cases/desk/identity-link.ts';
import type { Outcome } from '../../src/use-cases/outcome.ts';
import { noteFollowUp } from '../../src/use-cases/ticket/follow-up.ts';
import { rateTicket, reopenTicket } from '../../src/use-cases/ticket/requester-actions.ts';
import {
  closeTicket,
  releaseTicket,
  takeTicket,
  vouchFor,
} from '../../src/use-cases/ticket/technician-actions.ts';
import { withdrawTicket } from '../../src/use-cases/ticket/withdraw-ticket.ts';
import { ADA, createTestDesk, DANA, LEE, MIA, NOOR, type TestDesk, TINA } from '../support/test-desk.ts';

const ROUNDS = 40;

let desk: TestDesk;
beforeEach(async () => {
  desk = await createTestDesk();
});
afterEach(() => desk.close());

const actor = async (email: string): Promise<Actor> => {
  const who = await desk.app.core.people.recognise(desk.chat.user(email));
  if (who.type === 'unknown') throw new Error(`${email} is not known`);
  return who.by;
};
const wordsOf = (outcome: Outcome) => (outcome.type === 'done' ? outcome.text : writePart(outcome.why));

/** Runs both at once, in each order in turn. @returns [winner's words, loser's words] of every round */
async function race(
  prepare: (round: number) => Promise<readonly [() => Promise<Outcome>, () => Promise<Outcome>]>,
): Promise<readonly (readonly [string, string])[]> {
  const ended: (readonly [string, string])[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [one, other] = await prepare(round);
    const outcomes = await Promise.all(round % 2 === 0 ? [one(), other()] : [other(), one()]);
    expect(outcomes.map(({ type }) => type).toSorted()).toEqual(['done', 'refused']);
    const won = outcomes.find(({ type }) => type === 'done')!;
    const lost = outcomes.find(({ type }) => type === 'refused')!;
    ended.push([wordsOf(won), wordsOf(lost)]);
  }
  return ended;
}

/** A ticket that a technician has to look at. */
async function ticketOf(text = 'my chair squeaks'): Promise<{ id: string; number: number }> {
  await desk.says(DANA, text);
  const person = await actor(DANA);
  return (await desk.app.core.tickets.ofRequester(person.person.id, 1))[0]!;
}

describe('of two at once', () => {
  test('one takes the ticket, and the other hears whose it is since when', async () => {
    const [tina, lee] = [await actor(TINA), await actor(LEE)];
    const { core } = desk.app;
    const ended = await race(async () => {
      const { id } = await ticketOf();
      return [() => takeTicket(core, tina, id), () => takeTicket(core, lee, id)];
    });
    for (const [won, lost] of ended) {
      expect(won).toMatch(/^Ticket \d+ is yours\./);
      expect(lost).toMatch(/^Ticket \d+ is (?:tina|lee)'s since 2026-11-23 \d\d:\d\d UTC\.$/);
    }
  });

  test('one admin decides about an identity, and the other hears who did and when', async () => {
    const [ada, noor] = [await actor(ADA), await actor(NOOR)];
    const { core } = desk.app;
    let id = '';
    const ended = await race(async (round) => {
      id = `identity-${round}`;
      await core.unit(function* ({ tx, t, now }) {
        const user = { platform: 'playground', tenant: 'elsewhere', userId: `u${round}` };
        const profile = {
          email: `new${round}@acme-dental.example`,
          name: 'New Hire',
          reason: 'another tenant',
        };
        const row = { id, ...user, ...profile, personId: null, state: 'proposed' as const, seenAt: now };
        yield* q(tx.insert(t.identities).values({ ...row, proposedClientId: 'acme-dental' } as never));
      });
      const at = id;
      return [
        () => settleIdentity(core, ada, at, 'refused'),
        () => settleIdentity(core, noor, at, 'confirmed'),
      ];
    });
    for (const [round, [won, lost]] of ended.entries()) {
      const confirmed = won === 'Confirmed by noor.';
      expect(won).toBe(confirmed ? 'Confirmed by noor.' : 'Refused by ada.');
      const who = confirmed ? 'confirmed by Noor Admin' : 'refused by Ada Admin';
      expect(lost).toMatch(new RegExp(`^This was settled already: ${who} at .*\\d\\d:\\d\\d`));
      const kept = await core.database.read((db) => selectIdentity(db, `identity-${round}`));
      expect(kept?.state).toBe(confirmed ? 'linked' : 'refused');
    }
    expect(new Set(ended.map(([won]) => won)).size).toBe(2);
  });

  test('one admin settles a change of the rules, and the other hears who did and when', async () => {
    const [ada, noor, tina] = [await actor(ADA), await actor(NOOR), await actor(TINA)];
    const { core } = desk.app;
    expect(tina.person.roles).toEqual(['msp_technician']);
    const ended = await race(async () => {
      const override = { kind: 'mode', client: 'acme-dental', mode: 'execute' } as const;
      await changeRules(core, ada, { override, summary: 'Acme Dental becomes execute', loosens: true });
      const [row] = await core.database.read(({ tx, t }) =>
        q(tx.select().from(t.changes).where(eq(t.changes.state, 'pending'))),
      );
      const { id } = row!;
      return [() => confirmChange(core, noor, id), () => withdrawChange(core, ada, id)];
    });
    for (const [won, lost] of ended) {
      const who = won.startsWith('Withdrawn') ? 'withdrawn by Ada Admin' : 'confirmed by Noor Admin';
      expect(lost).toMatch(new RegExp(`^This change was settled already: ${who} at .*\\d\\d:\\d\\d`));
    }
  });

  test('one word reopens a resolved ticket, once in the log and once in the thread', async () => {
    const { core } = desk.app;
    const dana = await actor(DANA);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, number } = await ticketOf('my chair squeaks');
      await core.unit(function* ({ tx, t }) {
        yield* q(tx.update(t.tickets).set({ state: 'resolved' }).where(eq(t.tickets.id, id)));
      });
      const seen = (await core.tickets.get(id))!;
      const say = (text: string) => noteFollowUp(core, dana, seen, text, 'requester');
      await Promise.all([say('it squeaks again'), say('and it wobbles')]);
      await desk.settle();
      const told = (await core.audit.latest(20, `ticket:${number}`)).filter(
        ({ verb }) => verb === 'ticket.reopened',
      );
      expect(told).toHaveLength(1);
    }
    const again = desk.chat.textsOf(DANA).filter((text) => text.includes('will look at ticket'));
    expect(again).toHaveLength(ROUNDS);
  });

  test('one rating counts, and the second click is told so', async () => {
    const { core } = desk.app;
    const dana = await actor(DANA);
    const ended = await race(async () => {
      const { id, number } = await ticketOf();
      await closeTicket(core, await actor(TINA), number);
      return [() => rateTicket(core, dana, id, 'good'), () => rateTicket(core, dana, id, 'bad')];
    });
    for (const [won, lost] of ended) {
      expect(won).toMatch(/^Thank you\./);
      expect(lost).toMatch(/^You rated ticket \d+ already\.$/);
    }
  });

  test.each([
    ['close', (number: number) => `Ticket ${number} is closed already.`],
    ['reopen', (number: number) => `Ticket ${number} is open already.`],
    ['release', (number: number) => `Ticket ${number} has no owner.`],
    ['withdraw', (number: number) => `Ticket ${number} is closed already.`],
    ['vouch', (number: number) => `Who asks on ticket ${number} is verified already.`],
  ] as const)('%s happens once', async (what, told) => {
    const { core } = desk.app;
    const [tina, dana] = [await actor(TINA), await actor(DANA)];
    let number = 0;
    const ended = await race(async () => {
      const made = await ticketOf();
      number = made.number;
      if (what === 'reopen') await closeTicket(core, tina, number);
      if (what === 'release') await takeTicket(core, tina, number);
      if (what === 'vouch')
        await core.unit(function* ({ tx, t }) {
          yield* q(tx.update(t.tickets).set({ verified: false }).where(eq(t.tickets.id, made.id)));
        });
      const acts = {
        close: () => closeTicket(core, tina, made.id),
        reopen: () => reopenTicket(core, dana, made.id),
        release: () => releaseTicket(core, tina, made.id, 'not mine'),
        withdraw: () => withdrawTicket(core, dana, made.id),
        vouch: () => vouchFor(core, tina, made.id),
      };
      return [acts[what], acts[what]];
    });
    expect(ended.at(-1)?.[1]).toBe(told(number));
  });
});

test('of two people with the code of the first start one becomes the admin, and the other hears who', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await desk.close();
    desk = await createTestDesk({ desk: { ...defaultDeskFile(), people: [] } });
    const { core } = desk.app;
    const code = (await makeClaimCode(core)) ?? '';
    const [dana, mia] = [await actor(DANA), await actor(MIA)];
    const both = [() => claimAdmin(core, dana, code), () => claimAdmin(core, mia, code)];
    const outcomes = await Promise.all((round % 2 === 0 ? both : both.toReversed()).map((act) => act()));
    const won = outcomes.filter(({ type }) => type === 'done');
    expect(won.map(wordsOf)).toEqual(['You are an admin of this desk now. "help" lists what you can do.']);
    const name = round % 2 === 0 ? 'Dana Reyes' : 'Mia Fontaine';
    const lost = outcomes.find(({ type }) => type === 'refused')!;
    expect(wordsOf(lost)).toMatch(
      new RegExp(`^This desk has an admin already: .*(?:${name}|@).*, since .*\\d\\d:\\d\\d`),
    );
    expect(core.desk.admins()).toHaveLength(1);
  }
});
