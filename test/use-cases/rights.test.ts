// Who may do what: every use case that a person starts, by every kind of actor, through the real unit. What is expected is the
// sentence the person reads; "may" where the right is there, whatever the state of the thing says next.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePart } from '../../cards/render/plain-text.ts';
import type { Actor } from '../../src/people/actor.ts';
import { q } from '../../src/store/database.ts';
import { eq } from '../../src/store/drizzle.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { decide } from '../../src/use-cases/approval/decide.ts';
import { changeRules, confirmChange, withdrawChange } from '../../src/use-cases/desk/change-rules.ts';
import { setSecret } from '../../src/use-cases/desk/change-secret.ts';
import { settleIdentity } from '../../src/use-cases/desk/identity-link.ts';
import type { Outcome } from '../../src/use-cases/outcome.ts';
import { planAnew } from '../../src/use-cases/plan/plan-anew.ts';
import { retryRun } from '../../src/use-cases/run/retry-run.ts';
import { settleStep } from '../../src/use-cases/run/settle-step.ts';
import { noteFollowUp } from '../../src/use-cases/ticket/follow-up.ts';
import { openFor } from '../../src/use-cases/ticket/open-for.ts';
import { askForPerson, rateTicket, reopenTicket } from '../../src/use-cases/ticket/requester-actions.ts';
import { takeAnswer } from '../../src/use-cases/ticket/take-answer.ts';
import {
  closeTicket,
  noteOnTicket,
  releaseTicket,
  replyToRequester,
  takeTicket,
  vouchFor,
} from '../../src/use-cases/ticket/technician-actions.ts';
import { withdrawTicket } from '../../src/use-cases/ticket/withdraw-ticket.ts';
import { DANA, type TestDesk } from '../support/test-desk.ts';
import {
  ACTORS,
  adminsOnly,
  deskWithActors,
  everybodyBut,
  FOR_ADMINS,
  FOR_TECHNICIANS,
  FROM_BIRCH,
  type Kind,
  type Refusals,
  staffOnly,
  WHOLE_DESK,
} from './actors.ts';

let desk: TestDesk;
let by: (kind: Kind) => Actor;
beforeAll(async () => {
  ({ desk, by } = await deskWithActors());
});
afterAll(() => desk.close());

/** A ticket of Dana's that Sam wrote, in the state that the use case wants to see. */
async function ticketIn(change: Partial<{ state: Ticket['state']; verified: boolean }>): Promise<Ticket> {
  const { core } = desk.app;
  const submitter = by('the submitter');
  const address = { platform: 'playground', tenant: 'playground', channel: 'rights' } as const;
  const requester = by('the requester').person;
  const opened = await openFor(core, submitter, {
    requester,
    text: 'my chair squeaks',
    source: 'form',
    address,
  });
  if (opened.type === 'refused') throw new Error('not opened');
  await desk.settle();
  await core.unit(function* ({ tx, t }) {
    yield* q(tx.update(t.tickets).set(change).where(eq(t.tickets.id, opened.ticket.id)));
  });
  return (await core.tickets.get(opened.ticket.id))!;
}

const ownOnly = (why: string): Refusals => everybodyBut(['the requester', 'the submitter'], why);

const without = (from: Refusals, kinds: readonly Kind[]) =>
  Object.fromEntries(Object.entries(from).filter(([kind]) => !kinds.includes(kind as Kind)));

interface UseCase {
  readonly name: string;
  readonly state?: Ticket['state'];
  readonly refused: Refusals;
  run(by: Actor, ticket: Ticket): Promise<Outcome | boolean>;
}

const core = () => desk.app.core;
const USE_CASES: readonly UseCase[] = [
  { name: 'take', refused: staffOnly, run: (by, { id }) => takeTicket(core(), by, id) },
  { name: 'release', refused: staffOnly, run: (by, { id }) => releaseTicket(core(), by, id, 'not mine') },
  { name: 'reply', refused: staffOnly, run: (by, { id }) => replyToRequester(core(), by, id, 'hello') },
  { name: 'note', refused: staffOnly, run: (by, { id }) => noteOnTicket(core(), by, id, 'a note') },
  { name: 'close', refused: staffOnly, run: (by, { id }) => closeTicket(core(), by, id) },
  { name: 'vouch', refused: staffOnly, run: (by, { id }) => vouchFor(core(), by, id) },
  { name: 'plan anew', refused: staffOnly, run: (by, { id }) => planAnew(core(), by, id, 'do it otherwise') },
  {
    name: 'withdraw',
    refused: ownOnly('Only the requester can cancel this. Technicians use "close".'),
    run: (by, { id }) => withdrawTicket(core(), by, id),
  },
  {
    name: 'ask for a person',
    state: 'resolved',
    refused: ownOnly('Only the requester can ask for this.'),
    run: (by, { id }) => askForPerson(core(), by, id),
  },
  {
    name: 'rate',
    state: 'resolved',
    refused: ownOnly('Only the requester can rate this.'),
    run: (by, { id }) => rateTicket(core(), by, id, 'good'),
  },
  {
    name: 'reopen',
    state: 'resolved',
    refused: ownOnly('Only the requester can reopen this.'),
    run: (by, { id }) => reopenTicket(core(), by, id),
  },
  {
    name: 'answer a question',
    state: 'waiting_requester',
    refused: ownOnly('nothing is changed'),
    run: (by, ticket) => takeAnswer(core(), by, ticket, 'the blue one', `e-${ticket.id}`),
  },
  {
    name: 'write more',
    refused: without(staffOnly, ['the requester', 'the submitter']),
    run: (by, ticket) => noteFollowUp(core(), by, ticket, 'more', 'technician'),
  },
  {
    name: 'set a secret of the client',
    refused: adminsOnly,
    run: (by) => setSecret(core(), by, { name: 'RMM_TOKEN', scope: 'acme-dental' }, 'a value of some length'),
  },
  {
    name: "change the client's rules",
    refused: adminsOnly,
    run: (by) => {
      const override = { kind: 'mode', client: 'acme-dental', mode: 'execute' } as const;
      return changeRules(core(), by, { override, summary: 'Acme Dental stays execute', loosens: false });
    },
  },
  {
    name: 'stop the whole desk',
    refused: { ...adminsOnly, "an admin in another client's workspace": WHOLE_DESK },
    run: (by) => {
      const override = { kind: 'stop', stopped: false } as const;
      return changeRules(core(), by, { override, summary: 'Nothing is stopped', loosens: false });
    },
  },
];

describe.each(USE_CASES)('$name', ({ state, refused, run }) => {
  test.each(ACTORS)('by %s', async (kind) => {
    const ticket = await ticketIn({ state: state ?? 'with_technician', verified: false });
    const outcome = await run(by(kind), ticket);
    const why = refused[kind];
    if (typeof outcome === 'boolean') return expect(outcome).toBe(why === undefined);
    const said = outcome.type === 'done' ? 'may' : writePart(outcome.why);
    if (why !== undefined) expect(said).toBe(why);
    else expect([FOR_TECHNICIANS, FOR_ADMINS, FROM_BIRCH, WHOLE_DESK]).not.toContain(said);
    const after = (await core().tickets.get(ticket.id))!;
    if (why !== undefined) expect(after).toEqual(ticket);
  });
});

/** The rights over an approval are the approval's own; here with Dana's plan, which needs a technician and her manager. */
describe('decide the technician half', () => {
  const WHY: Readonly<Record<Kind, string>> = {
    'an employee of another client': 'This is for the technicians of Acme Dental.',
    'a colleague': 'This is for the technicians of Acme Dental.',
    'the requester': 'You asked for this, so somebody else decides it.',
    'the submitter': 'This is for the technicians of Acme Dental.',
    'the manager': "You are the requester's manager, so you decide that half and not this one.",
    'a technician limited to another client': 'This is for the technicians of Acme Dental.',
    'a technician': 'decided',
    'an admin': 'decided',
    "an admin in another client's workspace": FROM_BIRCH,
    'a played technician beyond the sandbox': FROM_BIRCH,
  };
  test.each(ACTORS)('by %s', async (kind) => {
    await desk.says(DANA, 'Add me to the Finance group');
    const [ticket] = await core().tickets.ofRequester(by('the requester').person.id, 1);
    const plan = (await core().plans.ofTicket(ticket!.id))!;
    const half = (await core().approvals.ofPlan(plan.id)).find((entry) => entry.half === 'technician')!;
    const outcome = await decide(core(), by(kind), half.id, { status: 'approved' });
    expect(outcome.type === 'not_yours' ? outcome.why : outcome.type).toBe(WHY[kind]);
    await withdrawTicket(core(), by('the requester'), ticket!.id);
  });
});

/** Who may is asked before what there is: what nobody has is gone for everybody alike. */
test.each([
  ['retry', (by: Actor) => retryRun(core(), by, 'none'), 'This run does not exist any more.'],
  [
    'settle',
    (by: Actor) => settleStep(core(), by, { runId: 'none', idx: 0, outcome: 'done' }),
    'This run does not exist any more.',
  ],
  [
    'confirm a change',
    (by: Actor) => confirmChange(core(), by, 'none'),
    'This change does not exist any more.',
  ],
  [
    'withdraw a change',
    (by: Actor) => withdrawChange(core(), by, 'none'),
    'This change does not exist any more.',
  ],
  [
    'settle an identity',
    (by: Actor) => settleIdentity(core(), by, 'none', 'confirmed'),
    'This account is not known any more.',
  ],
  ['take by number', (by: Actor) => takeTicket(core(), by, 999_999), 'There is no ticket 999999 for you.'],
] as const)('%s of what is not there', async (_what, act, says) => {
  for (const kind of ACTORS) expect(await act(by(kind))).toMatchObject({ type: 'refused', why: says });
});

test('a number of a ticket that is not theirs tells nobody that it exists', async () => {
  const ticket = await ticketIn({ state: 'with_technician' });
  for (const kind of [
    'an employee of another client',
    'a colleague',
    'a technician limited to another client',
  ] as const)
    expect(await takeTicket(core(), by(kind), ticket.number)).toMatchObject({
      why: `There is no ticket ${ticket.number} for you.`,
    });
});

test('somebody whom the desk does not know has no actor at all', async () => {
  const who = await core().people.recognise(desk.chat.user('eve@elsewhere.example'));
  expect(who.type).toBe('unknown');
});
