// The planner port. A planner proposes; it never acts: it sees read tools and tool descriptions, never `execute`.
import type { Json } from '../lib/json.ts';
import type { ArgKind, Risk } from '../tools/tool.ts';
import type { MatchedWorkflow } from '../workflows/workflow.ts';

export interface ToolSummary {
  readonly name: string;
  readonly description: string;
  readonly risk: Risk;
  readonly argKinds: Readonly<Record<string, ArgKind>>;
  /** JSON schema of the arguments. */
  readonly schema: Json;
}

export interface PlanningRequest {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly clientId: string;
  /** The requester's own words: first message, then answers in order. */
  readonly messages: readonly string[];
  /** What technicians said about how to solve it, in order. Advice: at most it brings a workflow of the desk; it widens no policy. */
  readonly hints: readonly string[];
  /** What an earlier question was about and what is known already; planners store what they like. */
  readonly state: Readonly<Record<string, Json>>;
  readonly requester: { readonly id: string | undefined; readonly email: string; readonly name: string };
  /** True if the submitter is a technician writing for somebody. */
  readonly onBehalf: boolean;
  /** Told while the diagnosis goes on, for the platform's status line; a few plain words. */
  readonly onProgress?: ((doing: string) => void) | undefined;
  readonly clientName: string;
  /** IANA time zone of the client, for "Friday". */
  readonly timeZone: string;
  readonly now: Date;
  readonly workflows: readonly MatchedWorkflow[];
  /** Ids of the workflows that fit what is wished; the others fit what is only mentioned, and change nothing. Absent: all. */
  readonly wished?: readonly string[] | undefined;
  /** A model has had its turn, or is not to have one: only fixed rules plan. */
  readonly byRules?: boolean | undefined;
}

/** Reads that policy lets the diagnosis make. @throws ToolError for a tool that was not offered, or that failed. */
export interface Reads {
  readonly offered: readonly ToolSummary[];
  call(tool: string, args: Readonly<Record<string, Json>>): Promise<Json>;
}

export interface ProposedStep {
  readonly tool: string;
  /** Raw: validated, resolved and bound to requester and client by the program afterwards. */
  readonly args: Readonly<Record<string, Json>>;
  readonly why: string;
  /** Milliseconds since 1970 UTC. */
  readonly notBefore?: number | undefined;
  /** Directory id of the person who may open the secret of this step; default the person acted on. */
  readonly deliverTo?: string | undefined;
}

export type Proposal =
  | {
      readonly type: 'plan';
      readonly diagnosis: string;
      readonly evidence: readonly string[];
      readonly steps: readonly ProposedStep[];
      readonly reply: string;
      /** e.g. `password`, `access`, `onboarding`; a recipe's type counts as a fixed rule's. */
      readonly ticketType: string;
      /** Directory id of the person acted on, if not the requester. */
      readonly subject?: string | undefined;
      /** Likely wished, not certainly: the requester confirms it first. Why, for technicians. */
      readonly unsure?: string | undefined;
    }
  | {
      readonly type: 'question';
      readonly question: string;
      readonly state: Readonly<Record<string, Json>>;
      readonly ticketType: string;
    }
  | {
      readonly type: 'answer';
      readonly text: string;
      readonly sources: readonly string[];
      readonly ticketType: string;
    }
  /** `reason` for technicians; `ticketType` if known. */
  | {
      readonly type: 'hand_off';
      readonly reason: string;
      readonly ticketType?: string | undefined;
      /** Reports what looks like an attack: the technicians' card says so before anything else. */
      readonly urgent?: true | undefined;
      /** What the requester reads first, where that is more than that a person comes. */
      readonly tell?: string | undefined;
    };

/** Who made a proposal. A ticket type that a model chose may tighten a policy, never loosen it. */
export type ProposedBy = 'embedded' | 'model';

export type Proposed = Proposal & { readonly by: ProposedBy };
export type ProposedPlan = Extract<Proposed, { type: 'plan' }>;

export interface Planner {
  /** `writes` are the tools a plan may name. Never throws for what a message says. */
  plan(
    request: PlanningRequest,
    reads: Reads,
    writes: readonly ToolSummary[],
    signal: AbortSignal,
  ): Promise<Proposed>;
}
