// Puts the model-backed planner together with what guards it, for a desk that has a model. The client and its SDK are loaded
// here and nowhere else, so that a desk without a model starts as if they did not exist.
import { randomBytes } from 'node:crypto';
import type { Core } from '../core.ts';
import { MINUTE_MS } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import { deadline } from '../lib/timers.ts';
import { createBreaker } from '../model/breaker.ts';
import { createBudget } from '../model/budget.ts';
import type { ModelClientOptions, ModelConfig } from '../model/client.ts';
import { createLedger } from '../model/ledger.ts';
import { createAlarm } from '../notices/alarm.ts';
import { createGuardedPlanner } from '../planning/guarded-planner.ts';
import { confidenceFor } from '../planning/model/confidence.ts';
import { createModelPlanner } from '../planning/model/create-model-planner.ts';
import { knownTicketTypes } from '../planning/model/ticket-types.ts';
import type { Planner } from '../planning/planner.ts';

export interface ConnectedModel {
  /** `core.planner` is the embedded one, which takes over whenever the model may not or cannot plan. */
  guard(core: Core): Planner;
  /** Tries the model in the background; a failure becomes a log line and an alarm, never an end. */
  probe(core: Core, signal: AbortSignal): void;
}

export interface ModelConnectionOptions extends ModelClientOptions {
  /** Milliseconds that the model gets of a run; 75,000 unless told. */
  readonly modelTimeMs?: number | undefined;
}

export async function connectModel(
  config: ModelConfig,
  options: ModelConnectionOptions = {},
): Promise<ConnectedModel> {
  const { createModelClient } = await import('../model/client.ts');
  const { probeModel } = await import('../model/probe.ts');
  const client = createModelClient(config, options);

  async function examine(core: Core, signal: AbortSignal): Promise<void> {
    using time = deadline(core.clock, MINUTE_MS);
    const result = await probeModel(client, AbortSignal.any([signal, time.signal]));
    if (signal.aborted) return;
    if (result.state === 'works') return core.log.info({ model: client.name }, 'the model answers');
    const { message, remedy } = result;
    core.log.warn({ model: client.name, message, remedy }, 'the model was tried and is not as it should be');
    if (result.state !== 'fails') return;
    const text = `The language model ${client.name} does not work. ${message} ${remedy} Until then requests are planned without it.`;
    createAlarm(core)(`model-start:${core.clock.now().getTime()}`, text);
  }

  return {
    guard: (core) => {
      const { desk, database, clock, log } = core;
      const ledger = createLedger(database);
      return createGuardedPlanner({
        model: createModelPlanner({
          model: client,
          nonce: () => randomBytes(9).toString('hex'),
          confidence: (clientId, type) => {
            const own = desk.client(clientId)?.agent.confidence ?? {};
            return confidenceFor(desk.desk.agent.confidence, own, type);
          },
          ticketTypes: (clientId) => knownTicketTypes(desk.rules, clientId),
        }),
        modelName: client.name,
        embedded: core.planner,
        breaker: createBreaker(clock),
        budget: createBudget({ desk, ledger, clock, model: client.name }),
        ledger,
        clock,
        log,
        alarm: createAlarm(core),
        modelTimeMs: options.modelTimeMs,
      });
    },
    probe: (core, signal) => {
      void examine(core, signal).catch((error: unknown) => {
        core.log.error({ model: client.name, error: errorText(error) }, 'the model could not be tried');
      });
    },
  };
}
