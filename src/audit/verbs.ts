// The closed list of what the log can say happened, by what it happened to. Reports count by these words, so none is made up on the
// way: an entry with another verb, or about another kind of thing, does not compile.

export const AUDIT_VERBS = {
  ticket: [
    'opened',
    'edited',
    'answered',
    'handed_off',
    'taken',
    'released',
    'replied',
    'noted',
    'verified',
    'rated',
    'reopened',
    'withdrawn',
    'closed',
  ],
  plan: [
    'noted',
    'approved_by_policy',
    'proposed',
    'confirmed',
    'declined',
    'asked_anew',
    'changed',
    'superseded',
  ],
  approval: ['requested', 'approved', 'denied', 'refused', 'expired'],
  run: ['completed', 'failed', 'retried'],
  step: ['started', 'done', 'uncertain', 'settled'],
  secret: ['set', 'removed', 'opened', 'refused'],
  identity: ['linked', 'unknown', 'confirmed', 'refused'],
  admin: ['claimed'],
  rules: ['changed'],
  change: ['requested', 'applied', 'withdrawn'],
  desk: ['imported'],
  mcp: ['tool_suspended', 'tool_accepted'],
  installation: ['removed'],
  tenant: ['refused'],
  alarm: ['raised'],
} as const;

type Verbs = typeof AUDIT_VERBS;

/** Dotted and stable: `approval.approved`, `step.started`. */
export type AuditVerb = { readonly [K in keyof Verbs]: `${K}.${Verbs[K][number]}` }[keyof Verbs];

/** What an entry is about: `ticket:1042`, `approval:P-1001`, `secret:acme-dental/RMM_TOKEN`. */
export type AuditSubject =
  `${'ticket' | 'approval' | 'run' | 'delivery' | 'secret' | 'identity' | 'person' | 'rule' | 'change' | 'desk' | 'tool' | 'installation' | 'tenant' | 'alarm'}:${string}`;

/** Who did it: a person by address, the desk itself, its planner, or the requester of the ticket. */
export type AuditActor = `person:${string}` | 'system' | 'planner' | 'requester';
