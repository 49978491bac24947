// Plans with the model where it may be asked and answers in time, and with the embedded planner everywhere else. The
// requester notices nothing of it; the admins hear once of each outage and of each day whose budget is spent.

import { type Clock, SECOND_MS } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import type { Logger } from '../lib/log.ts';
import { deadline } from '../lib/timers.ts';
import type { Breaker } from '../model/breaker.ts';
import type { Budget } from '../model/budget.ts';
import type { Ledger } from '../model/ledger.ts';
import { ModelError, type Usage } from '../model/model.ts';
import { createPace } from '../model/pace.ts';
import type { ModelPlanner, UsageMeter } from './model/model-planner-port.ts';
import type { Planner, PlanningRequest, Proposal } from './planner.ts';

export interface GuardedParts {
  readonly model: ModelPlanner;
  /** For the ledger. */
  readonly modelName: string;
  readonly embedded: Planner;
  readonly breaker: Breaker;
  readonly budget: Budget;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Logger;
  /** One alarm per key. */
  readonly alarm: (key: string, text: string) => void;
  /** Milliseconds that the model gets of a run; 75,000 unless told, so that the embedded planner has the rest of 90. */
  readonly modelTimeMs?: number | undefined;
}

const MODEL_TIME_MS = 75 * SECOND_MS;

/** Throws only what the embedded planner throws. */
export function createGuardedPlanner(parts: GuardedParts): Planner {
  const mayAsk = createGate(parts);
  return {
    plan: async (request, reads, writes, signal) => {
      // Its steps are what must never vary, so no judgement is asked for.
      if (request.byRules === true || request.workflows[0]?.steps !== undefined)
        return parts.embedded.plan(request, reads, writes, signal);
      const run = createRun(parts, request);
      const pass = await mayAsk(request, run);
      if (pass) {
        using time = deadline(parts.clock, parts.modelTimeMs ?? MODEL_TIME_MS);
        const limit = AbortSignal.any([signal, time.signal]);
        try {
          const planning = parts.model.plan(request, reads, writes, limit, run.meter);
          const proposal = await untilAborted(planning, limit);
          pass.succeeded();
          await run.end(proposal.type);
          return { ...proposal, by: 'model' };
        } catch (error) {
          await run.end(error instanceof ModelError ? error.kind : 'fault', error);
          // The server is there; that one conversation came to nothing is no reason to close it off for all others.
          if (error instanceof ModelError && error.kind === 'conversation') pass.succeeded();
          else {
            const closedFor = pass.failed(error instanceof ModelError ? error.kind : 'fault');
            if (closedFor) alarmOutage(parts, error, closedFor === 'client' ? request : undefined);
          }
        }
      }
      return parts.embedded.plan(request, reads, writes, signal);
    },
  };
}

interface Run {
  readonly meter: UsageMeter;
  /** Writes the ledger's row; what is counted later is not. Never throws. */
  end(
    outcome: Proposal['type'] | ModelError['kind'] | 'fault' | 'budget' | 'outage' | 'pace',
    error?: unknown,
  ): Promise<void>;
}

function createRun({ modelName, budget, ledger, clock, log }: GuardedParts, request: PlanningRequest): Run {
  const at = clock.now();
  let requests = 0;
  let usage: Usage = {
    promptTokens: 0,
    cachedTokens: 0,
    completionTokens: 0,
    reasoningTokens: 0,
    estimated: false,
  };
  return {
    meter: {
      add: (more) => {
        requests += 1;
        usage = {
          promptTokens: usage.promptTokens + more.promptTokens,
          cachedTokens: usage.cachedTokens + more.cachedTokens,
          completionTokens: usage.completionTokens + more.completionTokens,
          reasoningTokens: usage.reasoningTokens + more.reasoningTokens,
          estimated: usage.estimated || more.estimated,
        };
      },
    },
    end: async (outcome, error) => {
      const { ticketId, clientId, ticketNumber } = request;
      // A request that failed was made, and nobody counted it.
      const made = requests + (error instanceof ModelError ? 1 : 0);
      if (error !== undefined) {
        const fields = { ticket: ticketNumber, outcome, error: errorText(error) };
        log.warn(fields, 'the model did not plan this ticket; the embedded planner takes over');
      }
      const latencyMs = clock.now().getTime() - at.getTime();
      const cost = budget.costOf(usage);
      const row = {
        ticketId,
        clientId,
        at,
        model: modelName,
        outcome,
        requests: made,
        usage,
        latencyMs,
        cost,
      };
      await ledger.record(row).catch((problem: unknown) => {
        log.error({ ticket: ticketNumber, error: errorText(problem) }, 'a model run could not be recorded');
      });
    },
  };
}

/** Asks the budget first: a client without one must not use up the breaker's only trial. */
function createGate(parts: GuardedParts) {
  const { budget, breaker, alarm, log } = parts;
  const pace = createPace(parts.clock);
  const toldOn = new Map<string, string>();
  return async (request: PlanningRequest, run: Run) => {
    const { clientId, clientName } = request;
    try {
      const decision = await budget.decide(clientId);
      if (!decision.may) {
        const day = budget.day(clientId);
        if (toldOn.get(clientId) !== day) {
          toldOn.set(clientId, day);
          const text = `The language model is not used for ${clientName} today: ${decision.why}. Requests are planned without it.`;
          alarm(`model-budget:${clientId}:${day}`, text);
        }
        await run.end('budget');
        return undefined;
      }
    } catch (error) {
      // What cannot be counted is not spent.
      log.error({ clientId, error: errorText(error) }, 'the model budget could not be read');
      return undefined;
    }
    if (!pace.mayAsk({ ticketId: request.ticketId, requester: request.requester.email })) {
      log.warn({ ticket: request.ticketNumber }, 'the model was asked too often for this person or ticket');
      await run.end('pace');
      return undefined;
    }
    const pass = breaker.enter(request.clientId);
    if (!pass) await run.end('outage');
    return pass;
  };
}

/** @param only the request of the one client that it is closed off for */
function alarmOutage(
  { alarm, clock }: GuardedParts,
  error: unknown,
  only: Pick<PlanningRequest, 'clientId' | 'clientName'> | undefined,
): void {
  const why = error instanceof ModelError ? error.message : 'Planning with it failed.';
  alarm(
    `model-outage:${only === undefined ? '' : `${only.clientId}:`}${clock.now().getTime()}`,
    `The language model is not used for ${only === undefined ? '' : `${only.clientName} for `}now. ${why} Requests are planned without it, and it is tried again every two minutes. "deskhand doctor" shows more.`,
  );
}

/** Ends the wait even for a planner that does not look at its signal; whatever it still says is not heard. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(new ModelError('timeout', 'The model did not come to an end in time.'));
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
