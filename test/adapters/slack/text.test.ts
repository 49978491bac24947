import { expect, it } from 'vitest';
import { fromSlackText, toSlackText } from '../../../adapters/slack/text.ts';

it.each([
  { name: 'plain words', text: 'Hello', plain: 'Hello' },
  { name: 'entities', text: 'a &lt;b&gt; &amp;amp; c', plain: 'a <b> &amp; c' },
  { name: 'a mention of the bot', text: '<@U0BOT> my printer', plain: 'my printer' },
  { name: 'a mention of the bot with its name', text: '<@U0BOT|deskhand>: help', plain: 'help' },
  { name: 'a mention of a person', text: 'add <@U1|dana> please', plain: 'add <@U1> please' },
  { name: 'a channel', text: 'in <#C1|general>', plain: 'in #general' },
  { name: 'a channel without a name', text: 'in <#C1>', plain: 'in <#C1>' },
  { name: 'everybody', text: '<!here> and <!subteam^S1|@it>', plain: '@here and @it' },
  { name: 'an address', text: '<mailto:dana@acme.example|dana@acme.example>', plain: 'dana@acme.example' },
  { name: 'a link', text: '<https://acme.example/a?b=1&amp;c=2>', plain: 'https://acme.example/a?b=1&c=2' },
  { name: 'a link that Slack made', text: '<http://acme.example|acme.example>', plain: 'acme.example' },
  { name: 'a link with words', text: '<https://x.example|the page>', plain: 'the page (https://x.example)' },
  { name: 'an odd bracket', text: 'a <b c> d', plain: 'a <b c> d' },
])('reads $name', ({ text, plain }) => {
  expect(fromSlackText(text, { botUserId: 'U0BOT' })).toBe(plain);
});

it('keeps the ids of channels where commands name them', () => {
  expect(fromSlackText('notify <#C1|approvals>', { ids: true })).toBe('notify <#C1>');
});

it('writes text that mentions nobody and links nowhere', () => {
  expect(toSlackText('<!channel> & <https://x.example|y>')).toBe(
    '&lt;!channel&gt; &amp; &lt;https://x.example|y&gt;',
  );
  expect(toSlackText('*bold* @here')).not.toMatch(/^\*bold|@here/);
  expect(toSlackText('x'.repeat(50_000)).length).toBeLessThan(40_000);
});
