// A loosening of the rules that waits for a second admin, or for a day where there is no other.
import type { Card } from './card.ts';

export interface ChangeView {
  readonly changeId: string;
  readonly summary: string;
  readonly askedBy: string;
  /** Milliseconds since 1970 UTC; on a desk with one admin it takes effect then. */
  readonly appliesAt?: number | undefined;
  readonly outcome?: string | undefined;
}

export function changeCard(view: ChangeView): Card {
  return {
    title: 'A change that loosens the rules',
    ...(view.outcome ? { status: { text: view.outcome, tone: 'neutral' as const } } : {}),
    body: [
      { type: 'text', text: [{ strong: view.summary }] },
      { type: 'text', text: `Asked for by ${view.askedBy}.` },
      view.appliesAt === undefined
        ? { type: 'text', text: 'A second admin has to confirm it.', muted: true }
        : {
            type: 'text',
            text: ['Takes effect ', { time: view.appliesAt }, ' unless it is withdrawn.'],
            muted: true,
          },
    ],
    buttons: view.outcome
      ? []
      : [
          ...(view.appliesAt === undefined
            ? [
                {
                  label: 'Confirm',
                  style: 'primary' as const,
                  action: { type: 'change.confirm' as const, changeId: view.changeId },
                },
              ]
            : []),
          {
            label: 'Withdraw',
            style: 'danger',
            action: { type: 'change.withdraw', changeId: view.changeId },
          },
        ],
  };
}
