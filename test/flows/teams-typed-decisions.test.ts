// `approve` and `deny` as typed words: on Teams only, with the rights of a click, and never by anything that is not exactly that.
import { afterEach, describe, expect, test } from 'vitest';
import type { Platform } from '../../src/chat.ts';
import { defaultDeskFile } from '../../src/desk/default.ts';
import { auditOf, personAt } from '../support/directory-state.ts';
import { MEMORY_TENANT, MemoryChat, privateText } from '../support/memory-chat.ts';
import { messageEvent } from '../support/message-event.ts';
import { ADA, createTestDesk, DANA, LEE, MIA, type TestDesk, TINA } from '../support/test-desk.ts';

const SAM = 'sam.ortiz@acme-dental.example';
const GRACE = 'grace.okafor@birch-legal.example';
const DAY_MS = 24 * 3_600_000;

let desk: TestDesk;
afterEach(() => desk.close());

const raise = async (platform: Platform = 'teams', approvers?: readonly string[]) => {
  const file = defaultDeskFile();
  const here = platform === 'slack' ? { slackTeams: [MEMORY_TENANT] } : { teamsTenants: [MEMORY_TENANT] };
  desk = await createTestDesk({
    chat: new MemoryChat(platform),
    desk: {
      ...file,
      msp: { ...file.msp, ...here },
      clients: file.clients.map((client) => ({ ...client, ...here, ...(approvers ? { approvers } : {}) })),
    },
  });
};
const asksFor = async (group: string, platform?: Platform) => {
  await raise(platform);
  await desk.says(DANA, `Please add me to the ${group} group`);
};
/** What the newest approval card of a person shows at its foot. */
const shownTo = (who: string) => {
  const texts = [...desk.chat.textsOf(who)].reverse();
  const [, hash = '', label = ''] =
    texts.map((text) => /plan ([0-9a-f]{8}) · (P-\d+)/.exec(text)).find(Boolean) ?? [];
  return { hash, label };
};
/** Types into one's own chat with the bot and gives what came back last. */
const types = async (who: string, text: string) => {
  const before = desk.chat.seenBy(who).length;
  await desk.says(who, text);
  return desk.chat.textsOf(who).slice(before).join('\n');
};
const groupsOf = async (email: string) => (await personAt(desk.app, 'acme-dental', email)).groups;

describe('on Teams', () => {
  test('a technician approves with the first characters of the plan, and it runs', async () => {
    await asksFor('Newsletter');
    const { hash, label } = shownTo(TINA);
    expect(await types(TINA, `approve ${label} ${hash.slice(0, 4)}`)).toContain(`You approved ${label}.`);
    expect(await groupsOf(DANA)).toContain('Newsletter');
    expect(desk.chat.textsOf(LEE).join()).toContain('Approved by tina');
    expect(() => desk.chat.button(LEE, 'Approve')).toThrow('sees no button');
  });

  test.each([
    {
      name: 'capitals',
      text: (label: string, hash: string) => `Approve ${label.toLowerCase()} ${hash.toUpperCase()}`,
    },
    { name: 'no dash', text: (label: string, hash: string) => `approve ${label.replace('-', '')} ${hash}` },
    {
      name: 'a longer dash',
      text: (label: string, hash: string) => `approve ${label.replace('-', '–')}  ${hash}`,
    },
    { name: 'a slash', text: (label: string, hash: string) => `/approve ${label} ${hash}` },
  ])('as phones write it: $name', async ({ text }) => {
    await asksFor('Newsletter');
    const { hash, label } = shownTo(TINA);
    await types(TINA, text(label, hash));
    expect(await groupsOf(DANA)).toContain('Newsletter');
  });

  test('both halves are typed, the manager’s by the manager', async () => {
    await asksFor('Finance');
    const [technicians, managers] = [shownTo(TINA), shownTo(MIA)];
    expect(managers.label).not.toBe(technicians.label);
    expect(await types(TINA, `approve ${managers.label} ${managers.hash}`)).toContain(
      "for the requester's manager",
    );
    expect(await types(MIA, `approve ${technicians.label} ${technicians.hash}`)).toContain(
      "You are the requester's manager",
    );
    expect(await types(MIA, `approve ${managers.label} ${managers.hash}`)).toContain(
      '1 of 2: approved by mia fontaine, waiting for a technician.',
    );
    expect(await groupsOf(DANA)).not.toContain('Finance');
    await types(TINA, `approve ${technicians.label} ${technicians.hash}`);
    expect(await groupsOf(DANA)).toContain('Finance');
  });

  test('a denial takes a reason, which stays inside', async () => {
    await asksFor('Finance');
    const { label } = shownTo(TINA);
    expect(await types(TINA, `deny ${label}`)).toContain('Please give a reason.');
    expect(await types(TINA, `deny ${label} ${'x'.repeat(501)}`)).toContain('at most 500 characters');
    expect(await types(TINA, `deny ${label} The  budget is closed`)).toContain(`You denied ${label}.`);
    expect(desk.chat.textsOf(DANA).at(-1)).toBe(
      'Your request was not approved. Reply here if something has changed.',
    );
    expect(await desk.command(TINA, 'ticket 1001')).toContain('Denied: The  budget is closed');
    expect(desk.chat.textsOf(MIA).join()).toContain('Denied by tina');
    expect(await groupsOf(DANA)).not.toContain('Finance');
  });

  test.each([
    { name: 'of another plan', hash: () => 'ffff', answer: 'not those of the plan' },
    { name: 'with a wrong end', hash: (hash: string) => `${hash}0000`, answer: 'not those of the plan' },
    { name: 'too few', hash: (hash: string) => hash.slice(0, 3), answer: 'first 4 or more characters' },
    { name: 'none', hash: () => '', answer: 'first 4 or more characters' },
    { name: 'that are none', hash: () => 'zzzz', answer: 'first 4 or more characters' },
    {
      name: 'and words after them',
      hash: (hash: string) => `${hash} please`,
      answer: 'first 4 or more characters',
    },
  ])('nothing is approved by characters $name', async ({ hash: change, answer }) => {
    await asksFor('Newsletter');
    const { hash, label } = shownTo(TINA);
    expect(await types(TINA, `approve ${label} ${change(hash)}`)).toContain(answer);
    expect(await groupsOf(DANA)).not.toContain('Newsletter');
    expect(desk.chat.button(TINA, 'Approve')).toBeDefined();
  });

  test('who may not is told why, and it is written down', async () => {
    await asksFor('Newsletter');
    const { hash, label } = shownTo(TINA);
    const wrong = [
      { who: DANA, why: 'You asked for this' },
      { who: SAM, why: 'for the technicians of Acme Dental' },
      // Somebody of another client learns not even that the number exists.
      { who: GRACE, why: `There is no request ${label} for you.` },
    ];
    for (const { who, why } of wrong) {
      expect(await types(who, `approve ${label} ${hash}`)).toContain(why);
      expect(await types(who, `deny ${label} no`)).toContain(why);
    }
    expect(desk.chat.textsOf(GRACE).join()).not.toContain('Acme');
    const refused = (await auditOf(desk.app)).filter((text) => text.startsWith('approval.refused'));
    expect(refused).toHaveLength(2 * wrong.length);
    expect(desk.chat.button(TINA, 'Approve')).toBeDefined();
    expect(await groupsOf(DANA)).not.toContain('Newsletter');
  });

  test('a technician’s own request is somebody else’s to decide, and the list of approvers holds', async () => {
    await raise('teams', [LEE]);
    await desk.says(DANA, 'Please add me to the Newsletter group');
    const { hash, label } = shownTo(LEE);
    expect(await types(TINA, `approve ${label} ${hash}`)).toContain('not on the list of approvers');
    await types(LEE, `approve ${label} ${hash}`);
    expect(await groupsOf(DANA)).toContain('Newsletter');
  });

  test('twice, and after somebody else, changes nothing and says who decided', async () => {
    await asksFor('Newsletter');
    const { hash, label } = shownTo(TINA);
    await types(TINA, `approve ${label} ${hash}`);
    for (const who of [TINA, LEE]) {
      const answer = await types(who, `approve ${label} ${hash}`);
      expect(answer).toContain(`${label} is approved already: by tina`);
      expect(answer).toContain('Your message changed nothing.');
    }
    expect(await types(LEE, `deny ${label} too late`)).toContain('is approved already');
    expect(await types(LEE, `approve ${label} ffff`)).toContain('is approved already');
    const granted = (await auditOf(desk.app)).filter((text) => text.startsWith('approval.approved'));
    expect(granted).toHaveLength(1);
  });

  test('after 24 hours it is over', async () => {
    await asksFor('Newsletter');
    const { hash, label } = shownTo(TINA);
    desk.clock.advance(DAY_MS);
    expect(await types(TINA, `approve ${label} ${hash}`)).toMatch(/expired .*Your message changed nothing/s);
    expect(await types(TINA, `approve ${label} ffff`)).toContain('expired');
    expect(await groupsOf(DANA)).not.toContain('Newsletter');
  });

  test.each([
    'yes',
    'approved',
    '👍',
    'approve',
    'approve it',
    'I approve P-1001',
    'approve 1001',
    'ok approve P-1001 now',
  ])('prose decides nothing: "%s"', async (text) => {
    await asksFor('Newsletter');
    const { hash } = shownTo(TINA);
    await types(TINA, text.replace('now', hash));
    expect(await groupsOf(DANA)).not.toContain('Newsletter');
    expect(desk.chat.button(LEE, 'Approve')).toBeDefined();
  });

  test.each([
    { name: 'in a channel', event: { direct: false, mentioned: true }, says: 'type this in your own chat' },
    { name: 'by an edit', event: { edited: true }, says: '' },
  ])('nothing is decided $name', async ({ event, says }) => {
    await asksFor('Newsletter');
    const { hash, label } = shownTo(TINA);
    const before = desk.chat.messages.length;
    const at = desk.chat.direct(TINA);
    await desk.chat.send(
      messageEvent({
        id: 'x1',
        from: desk.chat.user(TINA),
        at,
        own: `approve ${label} ${hash}`,
        message: { ...at, message: 'x1' },
        ...event,
      }),
    );
    await desk.settle();
    expect(desk.chat.textsOf(TINA).join()).toContain(says);
    const said = desk.chat.messages.slice(before).filter(({ onlyFor }) => onlyFor === TINA);
    expect(said).toHaveLength(says === '' ? 0 : 1);
    expect(await groupsOf(DANA)).not.toContain('Newsletter');
  });

  test('requests that do not exist', async () => {
    await asksFor('Newsletter');
    expect(await types(TINA, 'approve P-9999 3fa9')).toContain('There is no request P-9999 for you.');
    expect(await desk.command(TINA, 'approve')).toContain('Which request? Usage: approve P-N PLAN');
  });

  test('help lists them, and a slip of the pen finds them', async () => {
    await raise();
    expect(await types(TINA, 'help')).toContain('approve P-N PLAN');
    expect(await desk.command(TINA, 'aprove P-1001 3fa9')).toContain('Did you mean "approve"?');
  });
});

describe.each<Platform>(['slack', 'playground'])('on %s', (platform) => {
  test('buttons decide, and typed words get the card back', async () => {
    await asksFor('Newsletter', platform);
    const { hash, label } = shownTo(TINA);
    const words = [`approve ${label} ${hash}`, `deny ${label} because`];
    for (const text of words) {
      expect(await types(TINA, text)).toContain('Only the buttons decide here.');
      expect(privateText(await desk.chat.command(TINA, text))).toContain('Only the buttons decide here.');
    }
    expect(privateText(await desk.chat.command(ADA, 'approve P-9999 3fa9'))).toContain('Only the buttons');
    expect(await groupsOf(DANA)).not.toContain('Newsletter');
    await desk.clicks(TINA, 'Approve');
    expect(await groupsOf(DANA)).toContain('Newsletter');
  });

  test('help does not know them', async () => {
    await raise(platform);
    expect(await desk.command(TINA, 'help')).not.toContain('approve P-N');
    expect(await desk.command(TINA, 'aprove P-1001 3fa9')).not.toContain('"approve"');
  });
});

describe('words that a form answers', () => {
  test('are answered by a card that opens it', async () => {
    await asksFor('Newsletter');
    await types(TINA, 'note 1001');
    expect(privateText(await desk.chat.clicks(TINA, 'Open'))).toBe('form Note on 1001');
    await types(DANA, '/new');
    expect(privateText(await desk.chat.clicks(DANA, 'Open'))).toBe('form New request');
  });
});
