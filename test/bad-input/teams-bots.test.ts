// Another bot in a conversation of Teams, or somebody without an account in Entra, is nobody: its words are no request, no command and no decision.
import { expect, test } from 'vitest';
import { readActivity } from '../../adapters/teams/read-activity.ts';
import { encodeAction } from '../../cards/action.ts';

const press = { action: encodeAction({ type: 'approval.approve', approvalId: 'a1' }) };
const activity = {
  id: '1',
  timestamp: '2026-11-20T08:00:00Z',
  serviceUrl: 'https://smba.example/emea/',
  recipient: { id: '28:desk' },
  channelData: { tenant: { id: 'tenant' } },
  conversation: { id: 'a:1', conversationType: 'personal' },
};
const kindFrom = (from: object, more: object) => readActivity({ ...activity, ...more, from })?.incoming.kind;

test.each([
  { name: 'a message', is: 'ignored', more: { type: 'message', text: 'approve P-1 3fa9' } },
  { name: 'an edit', is: 'ignored', more: { type: 'messageUpdate', text: 'approve P-1 3fa9' } },
  { name: 'a plain submit', is: 'ignored', more: { type: 'message', value: press } },
  {
    name: 'a press',
    is: 'not_ours',
    more: { type: 'invoke', name: 'adaptiveCard/action', value: { action: { data: press } } },
  },
])('$name of nobody: $is', ({ more, is }) => {
  expect(kindFrom({ id: '29:person', aadObjectId: 'object' }, more)).toBe('event');
  expect(kindFrom({ id: '28:other' }, more)).toBe(is);
  expect(kindFrom({ id: '28:other', aadObjectId: 'object' }, more)).toBe(is);
  expect(kindFrom({ id: '29:anonymous' }, more)).toBe(is);
});
