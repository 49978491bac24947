// A run that stopped: which steps are done, which failed, which never started, and what a technician can do.
import type { Card, StepState } from './card.ts';
import { newPlanButton } from './new-plan-button.ts';

export interface FailureView {
  readonly runId: string;
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly client: string;
  readonly requester: string;
  readonly steps: readonly {
    readonly sentence: string;
    readonly status: StepState;
    readonly error?: string | undefined;
  }[];
}

export function failureCard(view: FailureView): Card {
  return {
    title: `Ticket ${view.ticketNumber} stopped half way`,
    status: { text: 'A step failed; the steps after it were not started.', tone: 'danger' },
    body: [
      {
        type: 'fields',
        fields: [
          { label: 'Requester', value: view.requester },
          { label: 'Client', value: view.client },
        ],
      },
      {
        type: 'steps',
        steps: view.steps.map((step) => ({ text: step.sentence, state: step.status, detail: step.error })),
      },
    ],
    full: `ticket ${view.ticketNumber}`,
    buttons: [
      { label: 'Retry the rest', style: 'primary', action: { type: 'run.retry', runId: view.runId } },
      { label: 'Take over', action: { type: 'ticket.take', ticketId: view.ticketId } },
      { label: 'Open', action: { type: 'ticket.open', ticketId: view.ticketId } },
      newPlanButton(view),
    ],
  };
}
