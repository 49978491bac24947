// When things go wrong: a step fails, its outcome is not known, planning takes for ever.
import { afterEach, describe, expect, test } from 'vitest';
import type { DeskFileForm } from '../../src/desk/schema.ts';
import type { Planner, Proposed } from '../../src/planning/planner.ts';
import { type BadgeSystem, plansBadges, startBadgeSystem } from '../support/badge-system.ts';
import { auditOf } from '../support/directory-state.ts';
import { DAY, MODES, raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

let desk: SlackDesk;
let badges: BadgeSystem | undefined;
afterEach(async () => {
  await desk.close();
  await badges?.stop();
  badges = undefined;
});

/** So that the manager has to approve too, also what is retried. */
const destructive = (file: DeskFileForm): DeskFileForm => ({
  ...file,
  clients: file.clients?.map((client) => ({
    ...client,
    tools: client.tools?.map((tool) => ({ ...tool, risk: 'destructive' as const })),
  })),
});

describe.each(MODES)('over %s', (mode) => {
  const raise = async (...names: string[]) => {
    badges = await startBadgeSystem();
    desk = await raiseSlackDesk(mode, { desk: badges.desk, planner: plansBadges(...names) });
    await keepBadgeKey();
    return badges;
  };
  const keepBadgeKey = async () => {
    await desk.command('ada', 'secret set BADGE_KEY acme-dental');
    await desk.modal('ada', 'BADGE_KEY');
    await desk.submits('ada', { value: 'badge-key-of-acme' });
  };

  test('a step fails: a card with what is done and what not, the rest is a new request, and is finished', async () => {
    const system = await raise('North', 'South', 'Roof');
    system.answers = ['ok', 'refuse'];
    await desk.says('dana', 'my badges do not work');
    await desk.clicks('tina', 'Approve');
    expect(system.asked).toEqual(['North', 'South']);
    expect(desk.texts('dana').at(-1)).toContain('a technician is finishing it');
    expect(await desk.screen('dana')).not.toContain('no such badge');
    const card = desk.texts('lee').at(-1) ?? '';
    expect(card).toContain('Ticket 1001 stopped half way');
    expect(card).toMatch(/North[\s\S]*South[\s\S]*Roof/);
    const stale = desk.button('tina', 'Retry the rest');
    await desk.press('dana', stale);
    await desk.told('dana', 'somebody else decides it');
    expect(system.asked).toHaveLength(2);
    await desk.clicks('lee', 'Retry the rest');
    await desk.told('lee', 'Retrying the remaining 2 steps');
    expect(system.asked).toEqual(['North', 'South', 'South', 'Roof']);
    expect(desk.texts('dana').at(-1)).toContain('Your badges are set.');
    await desk.press('tina', stale);
    await desk.told('tina', /newer plan|not failed|not with the technicians/);
    expect(system.asked).toHaveLength(4);
    expect((await auditOf(desk.app)).join()).toContain(
      'Lee Park retries the remaining 2 steps on ticket 1001',
    );
  });

  test.each(['any news', 'edit'] as const)(
    'while the rest waits, %s repeats nothing that is done',
    async (what) => {
      const system = await startBadgeSystem();
      badges = system;
      desk = await raiseSlackDesk(mode, {
        desk: (file) => destructive(system.desk(file)),
        planner: plansBadges('North', 'South', 'Roof'),
      });
      await keepBadgeKey();
      system.answers = ['ok', 'refuse'];
      const said = await desk.says('dana', 'my badges do not work');
      await desk.clicks('tina', 'Approve');
      await desk.clicks('mia', 'Approve');
      await desk.clicks('lee', 'Retry the rest');
      if (what === 'edit') await desk.edits(said, 'my badges do not work at all');
      else await desk.says('dana', 'any news?', { under: said });
      expect(desk.texts('tina').join()).toContain('Dana Reyes wrote more on ticket 1001');
      await desk.clicks('mia', 'Approve');
      expect(system.asked).toEqual(['North', 'South', 'South', 'Roof']);
    },
  );

  test('the answer is lost: nothing is repeated by itself, a technician says that it happened', async () => {
    const system = await raise('North', 'South');
    system.answers = ['hang_up'];
    await desk.says('dana', 'my badges do not work');
    await desk.clicks('tina', 'Approve');
    expect(desk.texts('lee').at(-1)).toContain('Did it happen?');
    await desk.move(DAY);
    expect(system.asked).toEqual(['North']);
    const stale = desk.button('tina', 'It did not happen');
    await desk.press('dana', desk.button('tina', 'It happened'));
    expect(system.asked).toEqual(['North']);
    await desk.clicks('lee', 'It happened');
    await desk.told('lee', 'The remaining steps go on');
    expect(system.asked).toEqual(['North', 'South']);
    expect(desk.texts('dana').at(-1)).toContain('Your badges are set.');
    await desk.press('tina', stale);
    await desk.told('tina', 'settled this already');
    expect(system.asked).toHaveLength(2);
  });

  test('the answer is lost: it did not happen, so the rest can be retried', async () => {
    const system = await raise('North', 'South');
    system.answers = ['hang_up'];
    await desk.says('dana', 'my badges do not work');
    await desk.clicks('tina', 'Approve');
    await desk.clicks('lee', 'It did not happen');
    await desk.told('lee', 'You can retry the rest');
    await desk.clicks('lee', 'Retry the rest');
    await desk.settle();
    expect(system.asked).toEqual(['North', 'North', 'South']);
    expect(desk.texts('dana').at(-1)).toContain('Your badges are set.');
  });

  test('[Take over] on the failure: a person finishes it and nothing runs any more', async () => {
    const system = await raise('North', 'South');
    system.answers = ['refuse'];
    await desk.says('dana', 'my badges do not work');
    await desk.clicks('tina', 'Approve');
    await desk.clicks('lee', 'Take over');
    expect(desk.texts('dana').at(-1)).toContain('Lee Park is looking after your ticket 1001');
    expect(system.asked).toEqual(['North']);
  });

  test('a planner that never comes back holds up neither the acknowledgement nor anybody else', async () => {
    const plans: ((proposal: Proposed) => void)[] = [];
    const planner: Planner = { plan: () => new Promise((resolve) => plans.push(resolve)) };
    desk = await raiseSlackDesk(mode, { planner });
    const order: string[] = [];
    const said = await desk.sends('dana', 'Please add me to the Finance group');
    order.push(`answered ${said.delivered.status}`);
    await expect.poll(() => plans.length).toBe(1);
    await expect.poll(() => desk.texts('dana').join()).toContain('Your ticket is 1001.');
    const other = await desk.sends('sam', 'the printer is stuck');
    order.push(`answered ${other.delivered.status}`);
    await desk.transport.event({
      type: 'event_callback',
      event_id: 'x',
      team_id: 'T',
      event: { type: 'other' },
    });
    order.push('released');
    await expect.poll(() => plans.length).toBe(2);
    for (const release of plans) release({ type: 'hand_off', by: 'model', reason: 'Nothing found.' });
    expect(order).toEqual(['answered 200', 'answered 200', 'released']);
    await desk.settle();
    expect(desk.texts('dana').at(-1)).toContain('A technician is taking this over');
    expect(desk.texts('sam').at(-1)).toContain('A technician is taking this over');
  });

  test('a planner that throws ends in a hand-off, with no stack on any screen', async () => {
    const planner: Planner = {
      plan: async () => {
        throw new Error('TypeError at plan (/srv/desk/src/planner.ts:12:3)');
      },
    };
    desk = await raiseSlackDesk(mode, { planner });
    await desk.says('dana', 'Please add me to the Finance group');
    expect(desk.texts('dana').at(-1)).toContain('A technician is taking this over');
    expect(await desk.screen('dana')).not.toContain('/srv/');
    expect(desk.texts('tina').join()).toContain('needs a person');
  });
});
