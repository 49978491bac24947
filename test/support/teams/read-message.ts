// One message activity as Teams delivers it, and the event that the adapter makes of it. Sam is known already, by the account
// `aad-sam` and the member id `29:sam`; nobody else is.
import { readActivity } from '../../../adapters/teams/read-activity.ts';
import type { KnownPeople } from '../../../adapters/teams/read-mentions.ts';
import type { MessageEvent } from '../../../src/chat.ts';

const BOT = '28:desk';
const known: KnownPeople = ({ objectId, memberId }) => {
  const userId = objectId ?? (memberId === '29:sam' ? 'aad-sam' : undefined);
  return { userId, name: userId === 'aad-sam' ? 'Sam Ortiz' : undefined };
};

export const base = {
  type: 'message',
  id: '1791253691172',
  timestamp: '2026-11-20T08:00:00Z',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/emea/',
  textFormat: 'plain',
  from: { id: '29:dana', name: 'Dana Reyes', aadObjectId: 'aad-dana' },
  recipient: { id: BOT, name: 'Deskhand' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'tenant' },
  channelData: { tenant: { id: 'tenant' } },
};

export function incoming(more: object) {
  return readActivity({ ...base, ...more }, known)?.incoming;
}

export function read(more: object): MessageEvent {
  const got = incoming(more);
  if (got?.kind !== 'event' || got.event.type !== 'message') throw new Error(String(got?.kind));
  return got.event;
}

export const html = (content: string, ...more: object[]) => ({
  attachments: [{ contentType: 'text/html', content }, ...more],
});
export const at = (name: string, id = BOT, more: object = {}) => ({
  type: 'mention',
  text: `<at>${name}</at>`,
  mentioned: { id, name, ...more },
});
export const user = (id: string) => ({ platform: 'teams', tenant: 'tenant', id });
