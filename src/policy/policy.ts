// Tool policies as data: what a rule says and what a decision holds. No evaluation here.
import type { ArgKind, Repeat, Risk } from '../tools/tool.ts';

export type Effect = 'auto' | 'approval_needed' | 'disabled';

/** What limits where a rule applies; all that a rule has must hold. Each key has its entry in conditions.ts. */
export interface Conditions {
  readonly integration?: string | undefined;
  readonly ticket_type?: string | undefined;
  /** Argument name → pattern over its resolved name or value; `*` stands for any text. All must match. */
  readonly when?: Readonly<Record<string, string>> | undefined;
}

/** One rule as the desk file and chat write it. */
export interface PolicyRule extends Conditions {
  readonly tool: string;
  readonly policy: Effect;
  /** The requester's manager must approve as well. */
  readonly manager?: boolean | undefined;
  /** A fresh proof of identity before the step: the manager vouches. */
  readonly verify?: boolean | undefined;
  /** MSP rules only: clients cannot loosen it. */
  readonly locked?: boolean | undefined;
}

export interface ScopedRule extends PolicyRule {
  /** Undefined: the MSP's rule, for every client. */
  readonly clientId?: string | undefined;
  readonly source: 'desk_file' | 'chat';
}

/** Whom or what an argument names, as looked up in the client's directory. */
export interface Target {
  readonly arg: string;
  readonly kind: ArgKind;
  readonly id: string;
  readonly name: string;
  readonly isRequester: boolean;
  /** Hard limit: an admin account, a service or break-glass account, a group that grants admin rights. */
  readonly protection?: 'admin' | 'service' | 'break_glass' | 'admin_group' | undefined;
}

/** What policy needs to know of one step. Nothing in it comes from a model unchecked. */
export interface StepFacts {
  readonly tool: string;
  readonly integration: string;
  readonly risk: Risk;
  readonly repeat: Repeat;
  /** Tools of MCP servers start as `approval_needed`, whatever they claim. */
  readonly fromMcp: boolean;
  /** Argument values as text, for `when`: resolved name first, then the raw value. */
  readonly args: Readonly<Record<string, readonly string[]>>;
  readonly targets: readonly Target[];
}

export interface PolicyContext {
  readonly clientId: string;
  /** As people know the client; absent: the id stands in the sentences. */
  readonly clientName?: string | undefined;
  readonly rules: readonly ScopedRule[];
  readonly ticketType: string | undefined;
  /** A type that neither a person nor a fixed rule set can only tighten. */
  readonly ticketTypeBy: 'person' | 'rule' | 'model' | undefined;
  /** Identity was only typed (e-mail, call): nothing runs by `auto`. */
  readonly requesterVerified: boolean;
  /** Why nothing of this request is automatic, as a sentence without its end: it is in another language, it is too long. */
  readonly heldBack?: string | undefined;
  /** Ordinary admin accounts released from the protected list by two admins; always dual approval. */
  readonly released: readonly string[];
}

/** A tree of reasons. `summary` is the one sentence for card, log and test. */
export interface Reason {
  readonly summary: string;
  readonly children: readonly Reason[];
}

export interface Decision extends Reason {
  readonly effect: Effect;
  readonly manager: boolean;
  readonly verify: boolean;
  /** True if a hard limit decided: no approval lifts it. */
  readonly hard: boolean;
}
