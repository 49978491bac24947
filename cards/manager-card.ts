// The manager's card: who asks, what will happen and why, in plain words. No internal diagnosis.
import {
  type ApprovalCardView,
  commonStart,
  decisionButtons,
  headline,
  plainStepDetail,
  statusOf,
  withoutCommonStart,
} from './approval-card.ts';
import type { Card, CardBlock } from './card.ts';

export function managerCard(view: ApprovalCardView): Card {
  const about = view.subject ? ` It is about ${view.subject.name}.` : '';
  const body: CardBlock[] = [
    {
      type: 'text',
      text: [
        `${view.requester.name} (${view.requester.email}) asked the IT service desk: `,
        { strong: view.ticketTitle },
        `.${about} You are asked because you are the manager of ${view.requester.name}.`,
      ],
    },
    { type: 'heading', text: 'What will happen' },
    {
      type: 'steps',
      steps: withoutCommonStart(view.steps).map((step) => ({
        text: step.sentence,
        detail: plainStepDetail(step),
      })),
    },
  ];
  const start = commonStart(view.steps);
  if (start !== undefined) body.push({ type: 'text', text: ['Not before ', { time: start }, '.'] });
  if (view.steps.some((step) => step.verify)) {
    body.push({
      type: 'text',
      text: `By approving you also confirm that it is really ${view.requester.name} who asks.`,
    });
  }
  if (!view.outcome) {
    body.push({
      type: 'text',
      text: ['A technician approves as well. This request expires ', { time: view.expiresAt }, '.'],
      muted: true,
    });
  }
  const card = {
    title: `Your approval is needed: ${headline(view.steps)}`,
    body,
    foot: `plan ${view.hash} · ${view.label}`,
  };
  if (view.outcome)
    return { ...card, title: `Approval: ${headline(view.steps)}`, status: statusOf(view.outcome) };
  return { ...card, buttons: decisionButtons(view) };
}
