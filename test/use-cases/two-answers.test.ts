// Two answers to one question at the same moment: the slower one finds the question answered and the plan waiting.
import { afterEach, expect, test } from 'vitest';
import { messageJob } from '../../src/jobs/kinds.ts';
import { takeMessage } from '../../src/use-cases/message/take-message.ts';
import { messageEvent } from '../support/message-event.ts';
import { createTestDesk, MIA, type TestDesk } from '../support/test-desk.ts';

let desk: TestDesk;
afterEach(() => desk.close());

test('the slower answer changes the plan that waits by then', async () => {
  desk = await createTestDesk();
  const { core } = desk.app;
  await desk.says(MIA, 'Please reset the password of Alex');
  const asked = (await core.tickets.byNumber(1001))!;
  expect(asked.state).toBe('waiting_requester');
  await desk.says(MIA, 'Alex Petit');
  expect((await core.tickets.byNumber(1001))!.state).toBe('awaiting_approval');
  const before = (await core.plans.ofTicket(asked.id))!;
  const at = asked.address;
  const slower = messageEvent({
    id: 'slower',
    from: desk.chat.user(MIA),
    at,
    own: 'no, Alex Moreau',
    message: { ...at, message: 'slower' },
  });
  await takeMessage(
    // What the slower answer read before the faster one was taken.
    { ...core, tickets: { ...core.tickets, ofThread: async () => asked } },
    { ...messageJob(slower, false), id: 'j1', leaseToken: 1, tries: 0 },
  );
  await desk.settle();
  expect((await core.plans.get(before.id))?.status).toBe('superseded');
});
