// Everything behind a plan, for those who decide: diagnosis, evidence, why each step, and the tree of policy reasons.
import type { Card, CardBlock } from './card.ts';

export interface ApprovalDetailsView {
  readonly label: string;
  readonly hash: string;
  readonly diagnosis: string;
  readonly evidence: readonly string[];
  readonly steps: readonly { readonly sentence: string; readonly why: string; readonly policy: string }[];
  readonly reply: string;
  readonly halves: readonly string[];
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
    { type: 'quote', label: 'Reply on success', text: view.reply },
    ...view.halves.map((text): CardBlock => ({ type: 'text', text, muted: true })),
  ];
  return { title: `Details of ${view.label}`, body, foot: `plan ${view.hash}` };
}
