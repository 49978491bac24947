// The list of job kinds over time: what versions of the project left in their databases is read, under the keys they wrote.
import { describe, expect, test } from 'vitest';
import type { MessageEvent } from '../../src/chat.ts';
import {
  applyChangeJob,
  expireApprovalJob,
  expireDeliveryJob,
  type JobDraft,
  type JobKind,
  messageJob,
  noticeJob,
  planJob,
  readPayload,
  remindApproversJob,
  runJob,
} from '../../src/jobs/kinds.ts';
import { messageEvent } from '../support/message-event.ts';

const dana = { platform: 'slack', tenant: 'T1', id: 'U1' } as const;
const at = { platform: 'slack', tenant: 'T1', channel: 'D1', thread: '1.0' } as const;
const screen = { name: 'screen.png', mimeType: 'image/png', size: 3, url: 'https://files.example/1' };

const full: Required<MessageEvent> = {
  type: 'message',
  id: 'Ev1',
  from: dana,
  at,
  own: 'please add @Lee to Finance',
  quoted: [{ text: 'who is in Finance?', author: 'Mia Chen' }],
  forwarded: [{ text: 'FYI' }],
  mentions: [{ user: { ...dana, id: 'U2' }, name: 'Lee' }],
  automatic: true,
  targeted: true,
  files: [screen],
  message: { ...at, message: '1.2' },
  direct: false,
  mentioned: true,
  edited: true,
  deleted: true,
};

test('a message is read back from its job with all that it holds', () => {
  const stored: unknown = JSON.parse(JSON.stringify(messageJob(full, true).payload));
  expect(readPayload('message', stored)).toEqual({ type: 'read', payload: { event: full, hidden: true } });
});

test('a message that an older version stored is its own words and its files', () => {
  const older = {
    type: 'message',
    id: 'Ev1',
    from: dana,
    at,
    text: 'my printer is stuck',
    message: { ...at, message: '1.2' },
    direct: true,
    mentioned: false,
    edited: false,
    attachments: [screen],
  };
  const event = messageEvent({
    id: 'Ev1',
    from: dana,
    at,
    own: 'my printer is stuck',
    message: { ...at, message: '1.2' },
    files: [screen],
  });
  for (const stored of [{ event: older }, { event: older, hidden: false }])
    expect(readPayload('message', stored)).toEqual({ type: 'read', payload: { event, hidden: false } });
});

test.each<{ kind: JobKind; stored: unknown; payload: unknown }>([
  { kind: 'plan', stored: { ticketId: 't1' }, payload: { ticketId: 't1', added: false } },
  { kind: 'plan', stored: { ticketId: 't1', added: true }, payload: { ticketId: 't1', added: true } },
  { kind: 'run', stored: { runId: 'r1' }, payload: { runId: 'r1' } },
  { kind: 'approval.expire', stored: { planId: 'p1' }, payload: { planId: 'p1' } },
  { kind: 'approval.remind', stored: { planId: 'p1' }, payload: { planId: 'p1' } },
  { kind: 'change.apply', stored: { changeId: 'c1' }, payload: { changeId: 'c1' } },
  { kind: 'delivery.expire', stored: { deliveryId: 'd1' }, payload: { deliveryId: 'd1' } },
  ...[
    { type: 'failure', runId: 'r1', ticketId: 't1' },
    { type: 'uncertain', runId: 'r1', ticketId: 't1', idx: 0 },
    { type: 'delivery', deliveryId: 'd1', email: 'lee@acme.example', forName: 'Lee', ticketId: 't1' },
  ].map((notice) => ({ kind: 'notice' as const, stored: notice, payload: notice })),
])('$kind is read as $stored', ({ kind, stored, payload }) => {
  expect(readPayload(kind, stored)).toEqual({ type: 'read', payload });
});

describe('what cannot be read is named, and what stands in it is not said', () => {
  const broken = 'payload.event.own: Invalid input: expected string, received object';
  test.each<{ kind: JobKind; stored: unknown; why: string }>([
    { kind: 'message', stored: { event: { ...full, own: { secret: 'hunter2!' } } }, why: broken },
    {
      kind: 'message',
      stored: { event: { ...full, from: { ...dana, platform: 'hunter2!' } } },
      why: 'payload.event.from.platform: Invalid option: expected one of "slack"|"teams"|"playground"',
    },
    {
      kind: 'message',
      stored: {},
      why: 'payload.event: Invalid input: expected object, received undefined',
    },
    {
      kind: 'notice',
      stored: { type: 'hunter2!', ticketId: 't1' },
      why: "payload.type: Invalid discriminator value. Expected 'failure' | 'uncertain' | 'delivery'",
    },
    {
      kind: 'run',
      stored: { runId: '' },
      why: 'payload.runId: Too small: expected string to have >=1 characters',
    },
    {
      kind: 'plan',
      stored: null,
      why: 'payload: Invalid input: expected object, received null',
    },
  ])('$kind: $why', ({ kind, stored, why }) => {
    expect(readPayload(kind, stored)).toEqual({ type: 'unreadable', why });
  });
});

/** A job that waits in a database of an earlier version is not owed a second time by this one. */
test.each<[JobDraft, string]>([
  [messageJob(full, false), 'message:slack:Ev1'],
  [planJob('t1', { type: 'opened' }), 'plan:t1:0'],
  [planJob('t1', { type: 'answered', eventId: 'Ev1' }), 'plan:t1:Ev1'],
  [planJob('t1', { type: 'edited', eventId: 'Ev1' }), 'plan:t1:edit:Ev1'],
  [planJob('t1', { type: 'hinted', hintId: 'h1' }), 'plan:t1:hint:h1'],
  [planJob('t1', { type: 'added', addedId: 'a1' }), 'plan:t1:more:a1'],
  [planJob('t1', { type: 'superseded', jobId: 'j1' }), 'plan:t1:added:j1'],
  [planJob('t1', { type: 'outdated', mark: 'm1' }), 'plan:t1:again:m1'],
  [runJob('r1'), 'run:r1'],
  [runJob('r1', 2), 'run:r1:settled:2'],
  [noticeJob({ type: 'failure', runId: 'r1', ticketId: 't1' }), 'notice:failure:r1'],
  [noticeJob({ type: 'uncertain', runId: 'r1', ticketId: 't1', idx: 2 }), 'notice:uncertain:r1:2'],
  [
    noticeJob({ type: 'delivery', ticketId: 't1', deliveryId: 'd1', email: 'e', forName: 'n' }),
    'notice:delivery:d1',
  ],
  [expireApprovalJob('p1'), 'approval.expire:p1'],
  [remindApproversJob('p1'), 'approval.remind:p1'],
  [applyChangeJob('c1'), 'change.apply:c1'],
  [expireDeliveryJob('d1'), 'delivery.expire:d1'],
])('what this version writes it reads, under the keys of earlier versions: %#', (draft, key) => {
  expect(draft.key).toBe(key);
  expect(readPayload(draft.kind, draft.payload)).toEqual({ type: 'read', payload: draft.payload });
});
