// The private form that shows a temporary password once. It is built for one answer and never stored.
import type { Form } from './card.ts';

export function revealForm(view: { readonly forName: string; readonly password: string }): Form {
  return {
    action: { type: 'form.close' },
    title: 'Temporary password',
    submit: 'Close',
    intro: [
      `For ${view.forName}: `,
      { code: view.password },
      '\nIt is shown this once. You choose your own at the next sign-in. Closing this ends it.',
    ],
    fields: [],
  };
}
