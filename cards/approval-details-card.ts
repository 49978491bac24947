// Everything behind a plan, for those who decide: diagnosis, evidence, why each step, and the tree of policy reasons.
import type { Reason } from '../src/policy/policy.ts';
import type { Card, CardBlock } from './card.ts';
import { newPlanButton } from './new-plan-button.ts';

export interface ApprovalDetailsView {
  readonly label: string;
  readonly hash: string;
  readonly diagnosis: string;
  readonly evidence: readonly string[];
  readonly steps: readonly {
    readonly sentence: string;
    readonly why: string;
    readonly policy: string;
    /** Everything that policy weighed, where it was kept. */
    readonly reasons?: Reason | undefined;
  }[];
  readonly reply: string;
  readonly halves: readonly string[];
  /** For technicians, while the request waits: the ticket that can be planned anew. */
  readonly replan?: { readonly ticketId: string; readonly ticketNumber: number } | undefined;
}

export function approvalDetailsCard(view: ApprovalDetailsView): Card {
  const body: CardBlock[] = [
    { type: 'quote', label: "The assistant's diagnosis", text: view.diagnosis },
    ...view.evidence.map((entry): CardBlock => ({ type: 'text', text: `Seen: ${entry}`, muted: true })),
    {
      type: 'steps',
      steps: view.steps.map((step) => ({
        text: step.sentence,
        detail: `${step.why ? `Why: ${step.why} ` : ''}Policy: ${step.policy}`,
      })),
    },
    ...view.steps.flatMap(({ reasons }, index) => (reasons === undefined ? [] : [weighed(index, reasons)])),
    { type: 'quote', label: 'Reply on success', text: view.reply },
    ...view.halves.map((text): CardBlock => ({ type: 'text', text, muted: true })),
  ];
  const buttons = view.replan ? { buttons: [newPlanButton(view.replan)] } : {};
  return { title: `Details of ${view.label}`, body, foot: `plan ${view.hash}`, ...buttons };
}

function weighed(index: number, reasons: Reason): CardBlock {
  return { type: 'text', text: [`Policy of step ${index + 1}`, ...tree(reasons, 0)].join('\n'), muted: true };
}

/** One line a reason; depth is shown by signs, as platforms swallow leading spaces. */
function tree(reason: Reason, depth: number): string[] {
  const line = `${depth === 0 ? '' : `${'›'.repeat(depth)} `}${reason.summary}`;
  return [line, ...reason.children.flatMap((child) => tree(child, depth + 1))];
}
