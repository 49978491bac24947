// What the parts that cross stages are given: stores to read, one way to write (`unit`), and the outside world behind ports.
// Put together once, in app.ts.
import type { ApprovalStore } from './approvals/store.ts';
import type { AuditLog } from './audit/store.ts';
import type { ChatAdapter, Platform } from './chat.ts';
import type { Desk } from './desk/desk.ts';
import type { Systems } from './integrations/systems.ts';
import type { Clock } from './lib/clock.ts';
import type { Logger } from './lib/log.ts';
import type { People } from './people/recognise.ts';
import type { PeopleStore } from './people/store.ts';
import type { Planner } from './planning/planner.ts';
import type { PlanStore } from './plans/store.ts';
import type { Deliveries } from './runs/deliveries.ts';
import type { RunStore } from './runs/store.ts';
import type { Redactor } from './secrets/redactor.ts';
import type { Vault } from './secrets/vault.ts';
import type { Database } from './store/database.ts';
import type { TicketStore } from './tickets/store.ts';
import type { Unit } from './work/work.ts';
import type { WorkflowBook } from './workflows/book.ts';

export interface Core {
  readonly clock: Clock;
  readonly log: Logger;
  readonly database: Database;
  readonly unit: Unit;
  readonly desk: Desk;
  readonly people: People;
  readonly peopleStore: PeopleStore;
  readonly tickets: TicketStore;
  readonly plans: PlanStore;
  readonly approvals: ApprovalStore;
  readonly runs: RunStore;
  readonly audit: AuditLog;
  readonly vault: Vault;
  /** Everything of the outside goes through it before it is kept, shown or given to a planner. */
  readonly redactor: Redactor;
  readonly deliveries: Deliveries;
  readonly systems: Systems;
  readonly planner: Planner;
  readonly book: WorkflowBook;
  readonly adapters: ReadonlyMap<Platform, ChatAdapter>;
}
