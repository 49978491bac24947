// Who did what, newest first, in plain English from the audit log.
import type { Card } from './card.ts';

export function activityCard(view: {
  readonly title: string;
  readonly entries: readonly { readonly at: number; readonly text: string }[];
}): Card {
  if (view.entries.length === 0)
    return { title: view.title, body: [{ type: 'text', text: 'Nothing has happened yet.' }] };
  return {
    title: view.title,
    body: [
      { type: 'rows', rows: view.entries.map(({ at, text }) => ({ title: [{ time: at }, ` ${text}`] })) },
    ],
  };
}
