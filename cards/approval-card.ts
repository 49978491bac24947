// The technician's approval card: rendered from the plan, never from a planner's prose, which stands below and is marked as such.
import type { Action } from './action.ts';
import type { Button, Card, CardBlock, Field, Inline, Text, Tone } from './card.ts';

export interface PersonView {
  readonly name: string;
  readonly email: string;
}

export interface StepView {
  readonly sentence: string;
  readonly risk: 'read' | 'write' | 'destructive';
  /** "12 members → 13" */
  readonly change?: string | undefined;
  readonly undo?: string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly notBefore?: number | undefined;
  /** The manager vouches for the requester's identity. */
  readonly verify: boolean;
}

interface Decider {
  readonly name: string;
  readonly at: number;
  readonly half: 'technician' | 'manager';
}

export type ApprovalOutcome =
  | {
      readonly type: 'approved';
      readonly by: readonly Decider[];
      readonly standing: string;
      readonly run?:
        | {
            readonly type: 'done' | 'failed' | 'scheduled';
            readonly at: number;
            readonly error?: string | undefined;
          }
        | undefined;
    }
  | { readonly type: 'denied'; readonly by: readonly Decider[]; readonly reason?: string | undefined }
  | { readonly type: 'expired'; readonly at: number }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'superseded' };

export interface ApprovalCardView {
  readonly approvalId: string;
  readonly ticketId: string;
  /** `P-1234` */
  readonly label: string;
  /** The first characters of the plan's hash. */
  readonly hash: string;
  readonly requester: PersonView;
  readonly submitter?: PersonView | undefined;
  readonly subject?: PersonView | undefined;
  readonly manager?: PersonView | undefined;
  readonly client: string;
  readonly ticketNumber: number;
  readonly ticketTitle: string;
  readonly workflows: readonly { readonly title: string; readonly why: string }[];
  readonly steps: readonly StepView[];
  readonly words: string;
  readonly wordsBy: 'embedded' | 'model' | 'technician';
  readonly expiresAt: number;
  /** Where a dual approval stands. */
  readonly standing?: string | undefined;
  readonly outcome?: ApprovalOutcome | undefined;
}

export function approvalCard(view: ApprovalCardView): Card {
  const card = {
    title: `${view.outcome ? 'Approval' : 'Approval needed'}: ${headline(view.steps)}`,
    body: bodyOf(view),
    full: `ticket ${view.ticketNumber}`,
    foot: `plan ${view.hash} · ${view.label}`,
  };
  if (view.outcome) return { ...card, status: statusOf(view.outcome) };
  return { ...card, buttons: buttonsOf(view) };
}

/** "reset the password of Dana Reyes and 2 more steps" */
export function headline(steps: readonly StepView[]): string {
  const first = steps[0]?.sentence ?? 'nothing';
  const more = steps.length - 1;
  const rest = more === 0 ? '' : more === 1 ? ' and 1 more step' : ` and ${more} more steps`;
  return `${inSentence(first)}${rest}`;
}

/** "Reset the password" → "reset the password", but "MFA" and "A" stay as they are. */
function inSentence(sentence: string): string {
  return /^\p{Lu}\p{Ll}/u.test(sentence)
    ? `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
    : sentence;
}

function bodyOf(view: ApprovalCardView): readonly CardBlock[] {
  const who = (person: PersonView) => `${person.name} (${person.email})`;
  const fields: Field[] = [
    { label: 'Requester', value: who(view.requester) },
    { label: 'Client', value: view.client },
    { label: 'Ticket', value: `${view.ticketNumber}: ${view.ticketTitle}` },
    { label: 'Workflow', value: workflowsOf(view.workflows) },
  ];
  if (view.submitter) fields.push({ label: 'Submitted by', value: who(view.submitter) });
  if (view.subject) fields.push({ label: 'Acts on', value: who(view.subject) });
  if (view.manager) fields.push({ label: 'Manager', value: who(view.manager) });
  const start = commonStart(view.steps);
  if (start !== undefined) fields.push({ label: 'Not before', value: [{ time: start }] });
  if (!view.outcome) {
    if (view.standing) fields.push({ label: 'Approvals', value: view.standing });
    fields.push({ label: 'Expires', value: [{ time: view.expiresAt }] });
  }
  const blocks: CardBlock[] = [
    { type: 'fields', fields },
    {
      type: 'steps',
      steps: withoutCommonStart(view.steps).map((step) => ({
        text: step.sentence,
        detail: stepDetail(step),
      })),
    },
  ];
  if (view.words) blocks.push({ type: 'quote', label: `${SPEAKERS[view.wordsBy]} words`, text: view.words });
  return blocks;
}

const SPEAKERS = {
  embedded: "The assistant's",
  model: "The assistant's",
  technician: "The technician's",
} as const;

function workflowsOf(workflows: ApprovalCardView['workflows']): string {
  return workflows.map((workflow) => `${workflow.title} – ${workflow.why}`).join('; ') || 'none';
}

/** "12 members → 13; write; can be undone: remove Dana Reyes from Finance EU; not before Friday" */
function stepDetail(step: StepView): Text {
  if (step.risk === 'read') return joined([...changeOf(step), ['reads only']]);
  const risk: Inline = step.risk === 'destructive' ? { strong: 'destructive' } : step.risk;
  const undo = step.undo ? `can be undone: ${step.undo}` : 'cannot be undone';
  const vouching: Inline[][] = step.verify ? [['the manager vouches for who asks']] : [];
  return joined([...changeOf(step), [risk], [undo], ...vouching, ...startOf(step)]);
}

/** The same for people outside IT: no risk classes. */
export function plainStepDetail(step: StepView): Text | undefined {
  const undo = step.undo ? 'can be undone' : 'cannot be undone';
  const parts = [...changeOf(step), ...(step.risk === 'read' ? [] : [[undo]]), ...startOf(step)];
  return parts.length === 0 ? undefined : joined(parts);
}

function changeOf(step: StepView): Inline[][] {
  return step.change ? [[step.change]] : [];
}

/** The moment that all steps wait for: it stands on the card once. */
export function commonStart(steps: readonly StepView[]): number | undefined {
  const start = steps[0]?.notBefore;
  return steps.every((step) => step.notBefore === start) ? start : undefined;
}

export function withoutCommonStart(steps: readonly StepView[]): readonly StepView[] {
  return commonStart(steps) === undefined ? steps : steps.map((step) => ({ ...step, notBefore: undefined }));
}

function startOf(step: StepView): Inline[][] {
  return step.notBefore === undefined ? [] : [['not before ', { time: step.notBefore }]];
}

function joined(parts: readonly (readonly Inline[])[]): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : ['; ', ...part]));
}

export function decisionButtons(view: ApprovalCardView): readonly Button[] {
  const destructive = view.steps.filter((step) => step.risk === 'destructive');
  const action = (type: 'approval.approve' | 'approval.deny'): Action => ({
    type,
    approvalId: view.approvalId,
  });
  return [
    {
      label: 'Approve',
      style: 'primary',
      action: action('approval.approve'),
      spoken: `Approve ${view.label}: ${headline(view.steps)}`,
      ...(destructive.length > 0
        ? {
            confirm: {
              title: 'Approve a destructive change?',
              text: `${destructive.map((step) => step.sentence).join('. ')}.`,
              yes: 'Approve',
            },
          }
        : {}),
    },
    {
      label: 'Deny…',
      style: 'danger',
      action: action('approval.deny'),
      spoken: `Deny ${view.label}: ${headline(view.steps)}`,
    },
  ];
}

function buttonsOf(view: ApprovalCardView): readonly Button[] {
  return [
    ...decisionButtons(view),
    {
      label: 'Details',
      action: { type: 'approval.details', approvalId: view.approvalId },
      spoken: `Details of ${view.label}`,
    },
    {
      label: 'Take over',
      action: { type: 'ticket.take', ticketId: view.ticketId },
      spoken: `Take over ticket ${view.ticketNumber}`,
    },
  ];
}

/** What stands in place of the buttons. */
export function statusOf(outcome: ApprovalOutcome): { readonly text: Text; readonly tone: Tone } {
  switch (outcome.type) {
    case 'approved': {
      const text: Inline[] = outcome.by.flatMap((entry, index) => [
        `${index === 0 ? 'Approved by ' : ' and '}${entry.name} at `,
        { time: entry.at, style: 'time' as const },
      ]);
      if (!outcome.run)
        return {
          text: [...text, outcome.standing.startsWith('1 of 2') ? `. ${outcome.standing}` : '.'],
          tone: 'neutral',
        };
      const { run } = outcome;
      if (run.type === 'done')
        return { text: [...text, '. Done at ', { time: run.at, style: 'time' }, '.'], tone: 'good' };
      if (run.type === 'scheduled')
        return { text: [...text, '. Waits until ', { time: run.at }, '.'], tone: 'neutral' };
      return { text: [...text, `. Stopped: ${run.error ?? 'a step failed'}`], tone: 'danger' };
    }
    case 'denied': {
      const by: Inline[] = outcome.by.flatMap((entry) => [
        ` by ${entry.name} at `,
        { time: entry.at, style: 'time' as const },
      ]);
      return { text: ['Denied', ...by, outcome.reason ? `: ${outcome.reason}` : '.'], tone: 'warning' };
    }
    case 'expired':
      return {
        text: ['Expired undecided at ', { time: outcome.at }, '. Nothing was done.'],
        tone: 'warning',
      };
    case 'withdrawn':
      return { text: 'Withdrawn. Nothing was done.', tone: 'neutral' };
    case 'superseded':
      return {
        text: 'Replaced or changed since it was asked for. Nothing of this plan runs.',
        tone: 'neutral',
      };
  }
}
