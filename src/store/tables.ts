// Every table, once for both databases: one file a room in `tables/`, put together here. Ids are UUIDv7 text made by the app;
// short numbers come from `counters`.
import type { Kit } from './kit.ts';
import { approvalsTables } from './tables/approvals.ts';
import { auditTables } from './tables/audit.ts';
import { deliveriesTables } from './tables/deliveries.ts';
import { deskTables } from './tables/desk.ts';
import { intakeTables } from './tables/intake.ts';
import { integrationsTables } from './tables/integrations.ts';
import { jobsTables } from './tables/jobs.ts';
import { knowledgeTables } from './tables/knowledge.ts';
import { modelTables } from './tables/model.ts';
import { outboxTables } from './tables/outbox.ts';
import { peopleTables } from './tables/people.ts';
import { plansTables } from './tables/plans.ts';
import { runsTables } from './tables/runs.ts';
import { secretsTables } from './tables/secrets.ts';
import { ticketsTables } from './tables/tickets.ts';

export const tables = (k: Kit) => {
  const counters = k.table('counters', {
    name: k.text('name').primaryKey(),
    value: k.int('value').notNull(),
  });

  return {
    counters,
    ...peopleTables(k),
    ...deskTables(k),
    ...secretsTables(k),
    ...ticketsTables(k),
    ...plansTables(k),
    ...approvalsTables(k),
    ...runsTables(k),
    ...deliveriesTables(k),
    ...jobsTables(k),
    ...outboxTables(k),
    ...intakeTables(k),
    ...auditTables(k),
    ...modelTables(k),
    ...integrationsTables(k),
    ...knowledgeTables(k),
  };
};

export type Tables = ReturnType<typeof tables>;
