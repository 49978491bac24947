// Who is told, and where: notification channels, people who cannot be reached, clients that want fewer words, two people
// at the same moment.
import { afterEach, describe, expect, test } from 'vitest';
import type { DeskFileForm } from '../../src/desk/schema.ts';
import { auditOf, personAt } from '../support/directory-state.ts';
import { MODES, raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

type Client = NonNullable<DeskFileForm['clients']>[number];

let desk: SlackDesk;
afterEach(() => desk.close());

const withAcme = (file: DeskFileForm, change: Partial<Client>): DeskFileForm => ({
  ...file,
  clients: file.clients?.map((client) => (client.id === 'acme-dental' ? { ...client, ...change } : client)),
});

describe.each(MODES)('over %s', (mode) => {
  const raise = (change: Partial<Client> = {}) =>
    raiseSlackDesk(mode, { desk: (file) => withAcme(file, change) });
  const asksForFinance = () => desk.says('dana', 'Please add me to the Finance group');

  test('a channel gets one card, and everybody there sees what became of it', async () => {
    desk = await raiseSlackDesk(mode, {
      desk: (file, web) => withAcme(file, { notify: [`slack:${web.channel}`] }),
    });
    await asksForFinance();
    const cards = desk.messages('tina').filter(({ text }) => text.includes('Approval needed'));
    expect(cards.map(({ channel }) => channel)).toEqual([desk.web.channel]);
    await desk.press('sam', desk.button('tina', 'Approve'));
    await desk.told('sam', 'is not yours to decide');
    expect(desk.news('tina')).toEqual([]);
    await desk.clicks('tina', 'Approve');
    expect(desk.texts('lee').join()).toContain('Approved by Tina Technician');
    expect(desk.buttons('lee').map(({ label }) => label)).not.toContain('Approve');
  });

  test('a manager who is not in chat: nothing proceeds, the technicians are told why', async () => {
    desk = await raise();
    desk.web.serve('users.lookupByEmail', (_token, args) =>
      String(args.email).startsWith('mia.') ? { body: { ok: false, error: 'users_not_found' } } : undefined,
    );
    await asksForFinance();
    expect(desk.hasButton('tina', 'Approve')).toBe(false);
    expect(desk.texts('tina').at(-1)).toContain(
      'Mia Fontaine has to approve as manager and cannot be reached',
    );
    expect(desk.texts('dana').at(-1)).toContain('A technician is taking this over');
  });

  test('an empty list of approvers: nobody may approve', async () => {
    desk = await raise({ approvers: [] });
    await asksForFinance();
    await desk.clicks('tina', 'Approve');
    await desk.told('tina', 'Nobody is listed as an approver for Acme Dental');
    await desk.press('ada', desk.button('tina', 'Approve'));
    await desk.told('ada', 'Nobody is listed as an approver for Acme Dental');
    expect((await auditOf(desk.app)).join()).not.toContain('approval.approved');
  });

  test('a client that wants neither receipt nor waiting words gets the outcome alone', async () => {
    desk = await raise({ receipt: false, requester_notices: false });
    await asksForFinance();
    expect(desk.texts('dana')).toEqual([]);
    await desk.clicks('tina', 'Approve');
    await desk.clicks('mia', 'Approve');
    expect(desk.texts('dana')).toEqual([expect.stringContaining('Finance')]);
  });

  test('two technicians at the same moment: one decides, the other is told who', async () => {
    desk = await raise();
    await asksForFinance();
    const cards = [desk.button('tina', 'Approve'), desk.button('lee', 'Approve')] as const;
    await Promise.all([desk.press('tina', cards[0]), desk.press('lee', cards[1])]);
    const late = () => ['tina', 'lee'].filter((who) => desk.texts(who).join().includes('approved already'));
    await expect.poll(() => late().length).toBe(1);
    const approvals = (await auditOf(desk.app)).filter((entry) => entry.startsWith('approval.approved'));
    expect(approvals).toHaveLength(1);
    expect(approvals[0]).not.toContain(late()[0] === 'lee' ? 'Lee Park' : 'Tina Technician');
  });

  test('the same technician twice at the same moment, and the manager: it runs once', async () => {
    desk = await raise();
    await asksForFinance();
    const technician = desk.button('tina', 'Approve');
    const manager = desk.button('mia', 'Approve');
    await Promise.all([
      desk.press('tina', technician),
      desk.press('tina', technician),
      desk.press('mia', manager),
      desk.press('mia', manager),
    ]);
    await desk.settle();
    const audit = await auditOf(desk.app);
    expect(audit.filter((entry) => entry.startsWith('step.done'))).toHaveLength(1);
    const { groups } = await personAt(desk.app, 'acme-dental', 'dana.reyes@acme-dental.example');
    expect(groups).toContain('Finance');
  });

  test('a requester of one company and a technician at work leave no trace on the other company', async () => {
    desk = await raise();
    await asksForFinance();
    await desk.says('rosa', 'Please add me to the Litigation group');
    await desk.clicks('tina', 'Deny');
    await desk.modal('tina', 'Deny P-');
    await desk.submits('tina', { reason: 'not now', tell: true });
    for (const who of ['grace', 'rosa']) expect(await desk.screen(who)).not.toMatch(/Dana|Acme|Finance/);
    for (const who of ['dana', 'mia', 'sam'])
      expect(await desk.screen(who)).not.toMatch(/Rosa|Birch|Litigation/);
  });
});
