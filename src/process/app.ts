// The composition root: puts stores, stages, adapters and the server together, starts and stops them in order.
import { carriesIdsAlone } from '../../cards/action.ts';
import { queueCard } from '../../cards/queue-card.ts';
import { createApprovalStore } from '../approvals/store.ts';
import { createAuditLog } from '../audit/store.ts';
import type { ChatAdapter, Platform } from '../chat.ts';
import type { Core } from '../core.ts';
import { createDesk } from '../desk/desk.ts';
import type { DeskFile } from '../desk/desk-file.ts';
import type { Command } from '../inbound/commands/command.ts';
import { createCommandRunner } from '../inbound/commands/run-command.ts';
import { createReceiver } from '../inbound/events.ts';
import { createJobHandlers } from '../inbound/jobs.ts';
import type { Systems } from '../integrations/systems.ts';
import type { JobHandlers } from '../jobs/job.ts';
import { createJobStore } from '../jobs/store.ts';
import { Worker } from '../jobs/worker.ts';
import type { Clock } from '../lib/clock.ts';
import type { Logger } from '../lib/log.ts';
import { createAlarm } from '../notices/alarm.ts';
import { Sender } from '../outbox/sender.ts';
import { createOutboxStore } from '../outbox/store.ts';
import { createPeople } from '../people/recognise.ts';
import { createPeopleStore } from '../people/store.ts';
import type { Planner } from '../planning/planner.ts';
import { createPlanStore } from '../plans/store.ts';
import { createDeliveries } from '../runs/deliveries.ts';
import { createRunStore } from '../runs/store.ts';
import { maskedAudit, maskedJobs, maskedMessage, maskedOutbox } from '../secrets/masked-writes.ts';
import { createRedactor, maskedLog, type Redactor } from '../secrets/redactor.ts';
import { makeTemporaryPassword } from '../secrets/temporary-password.ts';
import { type Cipher, createVault } from '../secrets/vault.ts';
import type { Database } from '../store/database.ts';
import { createTicketStore } from '../tickets/store.ts';
import { createUnit } from '../work/unit.ts';
import type { WorkflowBook } from '../workflows/book.ts';

/** What stands outside the desk; tests replace these and nothing else. */
export interface AppParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly cipher: Cipher;
  readonly deskFile: DeskFile;
  /** E-mail addresses of DESK_ADMINS. */
  readonly admins: readonly string[];
  readonly book: WorkflowBook;
  readonly planner: Planner;
  /** Puts a model-backed planner in front of `planner`; absent: there is no model. */
  readonly withModel?: ((core: Core) => Planner) | undefined;
  readonly adapters: readonly ChatAdapter[];
  /** Knows the secrets of the environment; absent: one that knows the vault's alone. */
  readonly redactor?: Redactor | undefined;
  /** Absent: the registry's. */
  readonly commands?: readonly Command[] | undefined;
  /** The bot's own workspace or tenant, as the platform says. */
  ownTenant(platform: Platform): string | undefined;
  /** What is connected for a client, given the desk as it holds now. */
  connect(core: Pick<Core, 'desk' | 'database' | 'clock'>): Systems;
}

export interface App {
  readonly core: Core;
  start(): Promise<void>;
  /** Stops taking, finishes what runs or gives it back, closes the database. */
  stop(): Promise<void>;
  /** Takes due jobs now; resolves when nothing is in flight. For tests, the demo and orderly ends. */
  settle(): Promise<void>;
}

export async function createApp(parts: AppParts): Promise<App> {
  const wake: { worker?: Worker; sender?: Sender } = {};
  const core = await createCore(parts, wake);
  const commands = createCommandRunner(core, parts.commands);
  const receive = createReceiver(core, commands);
  const { worker, sender } = createEngines(parts, core, createJobHandlers(core, commands));
  return {
    core,
    start: async () => {
      // What an earlier process left is taken up before anything new can come in, and nothing goes out before the platforms
      // are there: otherwise a message or a job of the first moments could be taken twice.
      await sender.prepare();
      await worker.prepare();
      wake.sender = sender;
      wake.worker = worker;
      await Promise.all(parts.adapters.map((adapter) => adapter.start(receive)));
      sender.start();
      await worker.start();
    },
    stop: async () => {
      await Promise.all(parts.adapters.map((adapter) => adapter.stop()));
      await worker.stop();
      await sender.stop();
      await parts.database.close();
    },
    settle: async () => {
      for (let quiet = 0; quiet < 2; quiet += 1) {
        await worker.poll();
        await worker.idle();
        await sender.idle();
      }
    },
  };
}

/** Stores to read and the one way to write; whoever is awake after a commit is told what there is to do. */
async function createCore(
  parts: AppParts,
  wake: { readonly worker?: Worker; readonly sender?: Sender },
): Promise<Core> {
  const { database, clock } = parts;
  const redactor = parts.redactor ?? createRedactor(carriesIdsAlone);
  const log = maskedLog(parts.log, redactor);
  const unit = createUnit({
    database,
    clock,
    mask: { audit: maskedAudit(redactor), message: maskedMessage(redactor) },
    wake: {
      messages: (rows) => wake.sender?.offer(rows),
      jobs: (jobs) => wake.worker?.offer(jobs),
    },
  });
  const adapters = new Map(parts.adapters.map((adapter) => [adapter.platform, adapter]));
  const desk = await createDesk(database, parts.deskFile, parts.admins);
  const peopleStore = createPeopleStore(database);
  const vault = createVault(database, parts.cipher, (value) => redactor.learn([value]));
  redactor.learn(await vault.values());
  const core: Core = {
    clock,
    log,
    database,
    unit,
    desk,
    people: createPeople({ store: peopleStore, unit, desk, adapters, clock, ownTenant: parts.ownTenant }),
    peopleStore,
    tickets: createTicketStore(database),
    plans: createPlanStore(database),
    approvals: createApprovalStore(database),
    runs: createRunStore(database),
    audit: createAuditLog(database),
    vault,
    redactor,
    deliveries: createDeliveries(parts.cipher, makeTemporaryPassword),
    systems: parts.connect({ desk, database, clock }),
    planner: parts.planner,
    book: parts.book,
    adapters,
  };
  return parts.withModel ? { ...core, planner: parts.withModel(core) } : core;
}

/** What works off jobs and what sends messages. Whatever they give up, the admins hear of. */
function createEngines(
  { database, clock }: AppParts,
  core: Core,
  handlers: JobHandlers,
): { worker: Worker; sender: Sender } {
  const { log, redactor } = core;
  const alarm = createAlarm(core);
  const worker = new Worker({
    store: maskedJobs(createJobStore(database), redactor),
    handlers,
    clock,
    log,
    onPoisoned: (job, error) =>
      alarm(`job:${job.id}`, `A job of kind ${job.kind} was given up after its last try: ${error}`),
    onUnreadable: (job, why) =>
      alarm(
        `job:${job.id}`,
        `The job ${job.key} was set aside, because this version of Deskhand cannot read it: ${why}. What it was for is not done, so please look after it yourself. All other jobs go on.`,
      ),
  });
  const sender = new Sender({
    mergeRows: (_group, rows) => queueCard({ rows }),
    store: maskedOutbox(createOutboxStore(database), redactor),
    adapters: core.adapters,
    clock,
    log,
    onFailed: (row, error) => {
      if (!row.key.startsWith('alarm:'))
        alarm(`outbox:${row.id}`, `A message could not be delivered: ${error}`);
    },
  });
  return { worker, sender };
}
