// Decides whether a client's model may be asked once more today, and what a run costs, by the limits and prices of the desk
// file. It never stops a run that has begun: the one that crosses the limit finishes.

import type { Desk } from '../desk/desk.ts';
import type { AgentSettings } from '../desk/desk-file.ts';
import type { Clock } from '../lib/clock.ts';
import { dayAt, startOfDay } from '../lib/local-time.ts';
import { lookUp } from '../lib/look-up.ts';
import type { Cost, Ledger, Spent } from './ledger.ts';
import type { Usage } from './model.ts';

type Price = AgentSettings['prices'][string];

/** Per client and day; undefined: no limit; 0: nothing may be spent. */
export interface DailyLimits {
  readonly tokens?: number | undefined;
  /** In `currency`, per day. */
  readonly cost?: number | undefined;
  readonly currency: string;
}

export type BudgetDecision =
  | { readonly may: true; readonly tokensLeft: number | undefined; readonly costLeft: Cost | undefined }
  /** `why` completes "the model is not used for this client today: ...". */
  | { readonly may: false; readonly why: string };

export interface Budget {
  /** Asks the ledger. */
  decide(clientId: string): Promise<BudgetDecision>;
  /** Undefined without a price for the model. */
  costOf(usage: Usage): Cost | undefined;
  /** The client's day now, e.g. `2026-11-23`. */
  day(clientId: string): string;
}

export interface BudgetParts {
  /** Read at each decision: an import may change it. */
  readonly desk: Pick<Desk, 'desk' | 'client'>;
  readonly ledger: Pick<Ledger, 'spent'>;
  readonly clock: Clock;
  /** As the desk file's prices name it. */
  readonly model: string;
}

export function createBudget({ desk, ledger, clock, model }: BudgetParts): Budget {
  const price = () => lookUp(desk.desk.agent.prices, model);
  const zone = (clientId: string) => desk.client(clientId)?.timeZone ?? 'UTC';
  return {
    decide: async (clientId) => {
      const limits = limitsOf(desk, clientId);
      const spent = await ledger.spent(clientId, new Date(startOfDay(clock.now().getTime(), zone(clientId))));
      return decideBudget(limits, spent, price() !== undefined);
    },
    costOf: (usage) => {
      const known = price();
      return known && { micros: costMicros(usage, known), currency: desk.desk.agent.currency };
    },
    day: (clientId) => dayAt(clock.now().getTime(), zone(clientId)),
  };
}

/** The client's own limits go before the MSP's, key by key. */
export function limitsOf(desk: Pick<Desk, 'desk' | 'client'>, clientId: string): DailyLimits {
  const own = desk.client(clientId)?.agent.dailyBudget;
  const { dailyBudget, currency } = desk.desk.agent;
  return { tokens: own?.tokens ?? dailyBudget?.tokens, cost: own?.cost ?? dailyBudget?.cost, currency };
}

const MICROS = 1_000_000;

/** Pure. Without a price a limit on cost cannot be kept, so nothing is spent under one. */
export function decideBudget(limits: DailyLimits, spent: Spent, priced: boolean): BudgetDecision {
  const { tokens, cost, currency } = limits;
  const used = spent.promptTokens + spent.completionTokens;
  if (tokens !== undefined && used >= tokens)
    return { may: false, why: `its daily budget of ${tokens.toLocaleString('en')} tokens is spent` };
  if (cost !== undefined && !priced)
    return {
      may: false,
      why: 'it has a daily budget in money, and the desk file has no price for the model',
    };
  const paid = spent.costs.find((entry) => entry.currency === currency)?.micros ?? 0;
  if (cost !== undefined && paid >= cost * MICROS)
    return { may: false, why: `its daily budget of ${cost.toFixed(2)} ${currency} is spent` };
  return {
    may: true,
    tokensLeft: tokens === undefined ? undefined : tokens - used,
    costLeft: cost === undefined ? undefined : { micros: Math.round(cost * MICROS) - paid, currency },
  };
}

/** Millionths of the currency: prices are per million tokens, so a token costs as many millionths as its price says. */
export function costMicros(usage: Usage, price: Price): number {
  const fresh = usage.promptTokens - usage.cachedTokens;
  return Math.round(
    fresh * price.prompt +
      usage.cachedTokens * (price.cached ?? price.prompt) +
      usage.completionTokens * price.completion,
  );
}
