// A plan: what we intend to do, in order, and its hash. Immutable: a changed plan is a new plan with a new hash.
import { hashJson, type Json } from '../lib/json.ts';
import type { Effect, Target } from '../policy/policy.ts';
import type { PlanProse } from '../store/tables/plans.ts';
import type { Names, Risk } from '../tools/tool.ts';

/** A person as the plan names them: found in the directory or in our own list, never typed. */
export interface PlanPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export interface PlanStep {
  readonly tool: string;
  readonly integration: string;
  /** Hash of the tool's definition when the plan was made. */
  readonly toolHash: string;
  readonly risk: Risk;
  readonly args: Readonly<Record<string, Json>>;
  readonly names: Names;
  readonly targets: readonly Target[];
  /** The tool's own sentence for these arguments; the card shows it. */
  readonly sentence: string;
  /** Milliseconds since 1970 UTC; the step waits for it. */
  readonly notBefore?: number | undefined;
  readonly policy: {
    readonly effect: Effect;
    readonly manager: boolean;
    readonly verify: boolean;
    readonly why: string;
  };
  /** Who may open the secret that this step sets. */
  readonly deliverTo?: PlanPerson | undefined;
}

/** Everything an approval is bound to. */
export interface PlanBody {
  readonly v: 1;
  readonly clientId: string;
  readonly ticketId: string;
  readonly requester: PlanPerson;
  readonly submitter: PlanPerson;
  readonly subject?: PlanPerson | undefined;
  readonly steps: readonly PlanStep[];
  /** Resolved when the plan was made, if a step needs the manager. */
  readonly manager?: PlanPerson | undefined;
  /** Sent to the requester on success. */
  readonly reply: string;
  /** How many technicians' hints it was made with, so that a plan asked for anew is never the one before. */
  readonly hints?: number | undefined;
}

/** What the column may hold stands with it, in store/tables/. */
export type { PlanProse };

/** SHA-256 in hex over the canonical form; any change of any field changes it. */
export function hashPlan(body: PlanBody): string {
  return hashJson('deskhand/plan/v1', body);
}

/** The first characters of the hash, as cards and typed commands show it. */
export function shortHash(hash: string): string {
  return hash.slice(0, 8);
}
