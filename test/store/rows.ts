// Rows for store tests: the smallest ticket, plan and message that are whole, and a unit of work that writes the audit.

import { systemClock } from '../../src/lib/clock.ts';
import type { OutgoingMessage } from '../../src/outbox/outgoing.ts';
import type { PlanBody, PlanProse } from '../../src/plans/plan.ts';
import type { Database } from '../../src/store/database.ts';
import type { NewTicket } from '../../src/tickets/store.ts';
import { createUnit } from '../../src/work/unit.ts';
import type { Unit } from '../../src/work/work.ts';

export const NOW = new Date('2026-11-23T08:00:00.000Z');

export const ADDRESS = { platform: 'slack', tenant: 'T1', channel: 'D1' } as const;

/** As the app puts it together, without anybody to wake. */
export function auditedUnit(database: () => Database, now: () => Date = () => NOW): Unit {
  return (body) => {
    const none = { messages: () => {}, jobs: () => {} };
    const mask = { audit: <T>(entry: T) => entry, message: <T>(message: T) => message };
    const clock = { ...systemClock, now };
    return createUnit({ database: database(), clock, mask, wake: none })(body);
  };
}

export function newTicket(): NewTicket {
  return {
    clientId: 'acme-dental',
    requesterId: 'dana',
    submitterId: 'dana',
    title: 'Finance group 🧾',
    address: ADDRESS,
    message: { ...ADDRESS, message: '1.2' },
    threadKey: 'slack:T1:D1:',
    source: 'chat',
    verified: true,
    attachments: [{ name: 'a.png', mimeType: 'image/png', size: 3, url: 'https://files.example/a.png' }],
  };
}

export function plan(ticketId: string): { body: PlanBody; prose: PlanProse } {
  const person = { id: 'p1', email: 'dana@acme.example', name: 'Dana Reyes' };
  return {
    body: {
      v: 1,
      clientId: 'acme-dental',
      ticketId,
      requester: person,
      submitter: person,
      steps: [
        {
          tool: 'add_group_member',
          integration: 'sandbox',
          toolHash: 'a'.repeat(64),
          risk: 'write',
          args: { group: 'g1', person: 'p1' },
          names: { group: { id: 'g1', name: 'Finance' } },
          targets: [],
          sentence: 'Add Dana Reyes to the group Finance',
          policy: { effect: 'approval_needed', manager: false, verify: false, why: 'the rule' },
        },
      ],
      reply: 'Done. You are now in Finance.',
    },
    prose: {
      ticketNumber: 1001,
      diagnosis: 'Asks for a group',
      evidence: [],
      whys: ['asked'],
      workflows: [],
      effects: [{}],
      by: 'embedded',
    },
  };
}

export function post(key: string, subject?: string): OutgoingMessage {
  return { kind: 'post', key, to: { type: 'address', address: ADDRESS }, content: `text of ${key}`, subject };
}
