// The hash-chained log, and its words in a table of their own.
import type { Kit } from '../kit.ts';

export const auditTables = (k: Kit) => {
  const auditHead = k.table('audit_head', {
    id: k.text('id').primaryKey(),
    seq: k.int('seq').notNull(),
    hash: k.text('hash').notNull(),
  });

  const audit = k.table(
    'audit',
    {
      seq: k.int('seq').primaryKey(),
      at: k.time('at').notNull(),
      actor: k.text('actor').notNull(),
      verb: k.text('verb').notNull(),
      subject: k.text('subject').notNull(),
      clientId: k.text('client_id'),
      digest: k.text('digest').notNull(),
      prev: k.text('prev').notNull(),
      hash: k.text('hash').notNull(),
    },
    (t) => [k.index('audit_subject').on(t.subject, t.seq)],
  );

  const auditWords = k.table('audit_words', {
    seq: k.int('seq').primaryKey(),
    text: k.text('text').notNull(),
  });

  return { auditHead, audit, auditWords };
};
