// The last net under everything that is written: audit words, outgoing messages and the errors of jobs and sends are masked here,
// whatever the part that made them did. It changes words only, never ids, times or the order.
import type { AuditDraft } from '../audit/audit.ts';
import type { JobStore } from '../jobs/store.ts';
import type { OutgoingMessage } from '../outbox/outgoing.ts';
import type { Delivery, OutboxStore } from '../outbox/store.ts';
import type { Redactor } from './redactor.ts';

export function maskedAudit(redactor: Redactor): (draft: AuditDraft) => AuditDraft {
  return (draft) => ({ ...draft, text: redactor.text(draft.text) });
}

export function maskedMessage(redactor: Redactor): (message: OutgoingMessage) => OutgoingMessage {
  return (message) => {
    const content = redactor.value(message.content);
    switch (message.kind) {
      case 'post':
        return { ...message, content, merge: redactor.value(message.merge) };
      case 'show':
        return { ...message, content };
      case 'update_all':
        return { ...message, content, row: redactor.value(message.row) };
    }
  };
}

export function maskedJobs(store: JobStore, redactor: Redactor): JobStore {
  const masked = (error: string | undefined) => (error === undefined ? undefined : redactor.text(error));
  return {
    ...store,
    end: (job, now, error) => store.end(job, now, masked(error)),
    later: (job, change) => store.later(job, { ...change, error: masked(change.error) }),
  };
}

export function maskedOutbox(store: OutboxStore, redactor: Redactor): OutboxStore {
  const masked = (delivery: Delivery): Delivery =>
    'error' in delivery ? { ...delivery, error: redactor.text(delivery.error) } : delivery;
  return { ...store, record: (deliveries) => store.record(deliveries.map(masked)) };
}
