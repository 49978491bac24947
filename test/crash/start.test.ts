// The first moments of a process: an earlier one left messages and jobs, and the platform delivers new ones while it connects.
import { expect, test } from 'vitest';
import type { ChatEvent, ChatReply } from '../../src/chat.ts';
import { DeskUnderTest, storyDesk } from '../approvals/desk-under-test.ts';
import { scriptedPlanner } from '../runs/scripted-planner.ts';
import { MemoryChat } from '../support/memory-chat.ts';
import { DANA, TINA } from '../support/test-desk.ts';

/** A platform that hands over what it kept as soon as somebody listens, and that cannot be searched. */
class EagerChat extends MemoryChat {
  backlog: (() => Promise<unknown>)[] = [];

  override async start(onEvent: (event: ChatEvent) => Promise<ChatReply>): Promise<void> {
    await super.start(onEvent);
    for (const deliver of this.backlog.splice(0)) await deliver();
  }

  override async findPosted(): Promise<'absent'> {
    return 'absent';
  }
}

test('what was left is done once, and what comes in meanwhile is neither lost nor done twice', async () => {
  const desk = await DeskUnderTest.start(storyDesk(), scriptedPlanner(), new EagerChat());
  await desk.chat.says(DANA, 'Please do newsletter for me');
  // Tina is known already, so that the decision is the next thing to be written.
  await desk.chat.command(TINA, 'help');
  await desk.settle();
  // The process dies after the approval is on disk and before anything of it happens.
  const approvalId = (await desk.facts()).approvals[0]!.id;
  await desk.stopAt(() => desk.chat.click(TINA, { type: 'approval.approve', approvalId }));
  const left = await desk.facts();
  expect([left.approvals[0]!.status, left.runs[0]!.status, left.effects]).toEqual([
    'approved',
    'running',
    [],
  ]);
  const chat = desk.chat as EagerChat;
  chat.backlog = [
    () => chat.says(DANA, 'Please do password for me'),
    () => chat.says(DANA, 'Please do finance for me'),
  ];
  await desk.restart();
  const { tickets, runs, effects, jobs } = await desk.facts();
  expect(tickets.map((ticket) => ticket.state)).toEqual(['resolved', 'resolved', 'awaiting_approval']);
  expect(runs.map((run) => run.status)).toEqual(['complete', 'complete']);
  expect(effects).toHaveLength(2);
  expect(jobs.filter((job) => job.doneAt === null && job.runAt <= desk.clock.now())).toEqual([]);
  const texts = chat.textsOf(DANA);
  for (const text of ['Done: newsletter', 'Done: password', 'Your ticket is 1002', 'Your ticket is 1003']) {
    expect(
      texts.filter((shown) => shown.includes(text)),
      text,
    ).toHaveLength(1);
  }
  await desk.stop();
});
