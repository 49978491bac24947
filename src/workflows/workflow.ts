// A workflow: when it applies (trigger) and what is done (body). One notion for guides and step workflows.
import type { Json } from '../lib/json.ts';

export type WorkflowStatus = 'draft' | 'active' | 'archived';

export interface GuideBody {
  readonly kind: 'guide';
  readonly instructions: string;
  /** The built-in recipe that carries it out without a model. */
  readonly recipe?: string | undefined;
}

export interface StepsBody {
  readonly kind: 'steps';
  readonly params: Readonly<
    Record<string, { readonly description?: string | undefined; readonly required: boolean }>
  >;
  readonly steps: readonly {
    readonly id: string;
    readonly tool: string;
    readonly args: Readonly<Record<string, Json>>;
  }[];
  /** Sent to the requester when all steps are done. */
  readonly reply?: string | undefined;
}

export interface Workflow {
  /** kebab-case, unique. */
  readonly id: string;
  readonly title: string;
  /** `shared` or a client id. */
  readonly scope: string;
  readonly status: WorkflowStatus;
  /** One sentence that says when it applies. Required before `active`. */
  readonly trigger: string;
  readonly tags: readonly string[];
  readonly body: GuideBody | StepsBody;
  readonly version: number;
  /** `starter` and files are read-only in chat. */
  readonly source: 'starter' | 'file' | 'chat';
}

/** A workflow that fits a ticket, as a planner is given it. */
export interface MatchedWorkflow {
  readonly id: string;
  readonly title: string;
  readonly trigger: string;
  readonly instructions: string;
  /** Names the built-in recipe that carries the guide out without a model, if any. */
  readonly recipe?: string | undefined;
  /** A step workflow's tool steps, which the embedded planner fills from the message. */
  readonly steps?:
    | readonly { readonly tool: string; readonly args: Readonly<Record<string, Json>> }[]
    | undefined;
  /** Parameters of a step workflow: name → what it is. */
  readonly params?:
    | Readonly<Record<string, { readonly description?: string | undefined; readonly required: boolean }>>
    | undefined;
  /** A step workflow's own reply. */
  readonly reply?: string | undefined;
  readonly why: string;
}
