// What drizzle-kit reads to generate migrations/sqlite.
import { sqliteKit } from './kit.ts';
import { tables } from './tables.ts';

export const schema = tables(sqliteKit);
export const {
  counters,
  people,
  identities,
  overrides,
  changes,
  secrets,
  tickets,
  ticketEntries,
  plans,
  approvals,
  runs,
  runSteps,
  stepAttempts,
  deliveries,
  jobs,
  outbox,
  inbox,
  auditHead,
  audit,
  auditWords,
  sandboxChanges,
  conversations,
  modelRuns,
  mcpTools,
  searchEntries,
  documents,
} = schema;
