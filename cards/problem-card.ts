// Something went wrong on our side: what it was, what helps, and the id under which the log has it.
import type { Card } from './card.ts';

export interface ProblemView {
  /** "Graph refused the change: the app lacks User.ReadWrite.All for Acme Dental." */
  readonly what: string;
  /** "An admin can grant it with `/desk integration test acme-dental graph`." */
  readonly remedy: string;
  /** `e-7f31` */
  readonly errorId: string;
}

export function problemCard(view: ProblemView): Card {
  return {
    title: 'That did not work',
    body: [
      { type: 'text', text: view.what },
      { type: 'text', text: view.remedy },
    ],
    foot: view.errorId,
  };
}
