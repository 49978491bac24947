// Several waiting messages of one conversation as one: each keeps its own row and buttons.
import type { Card, Row } from './card.ts';

export function queueCard(view: { readonly rows: readonly Row[] }): Card {
  const count = view.rows.length;
  return {
    title: count === 1 ? '1 request waits for you' : `${count} requests wait for you`,
    body: [{ type: 'rows', rows: view.rows }],
  };
}
