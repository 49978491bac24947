// Several waiting messages of one conversation as one: each keeps its own row and buttons.
import type { Card, Row } from './card.ts';

/** More rows than fit into one message of a platform help nobody. */
const MOST_ROWS = 12;

export function queueCard(view: { readonly rows: readonly Row[] }): Card {
  const { rows } = view;
  if (rows.length === 0) {
    return { title: 'Requests that waited', body: [{ type: 'text', text: 'All of them are decided.' }] };
  }
  const more = rows.length - MOST_ROWS;
  return {
    title: rows.length === 1 ? '1 request waits for you' : `${rows.length} requests wait for you`,
    body: [
      { type: 'rows', rows: rows.slice(0, MOST_ROWS) },
      ...(more > 0
        ? [{ type: 'text', text: `${more} more. They move up as these are decided.`, muted: true } as const]
        : []),
    ],
  };
}
