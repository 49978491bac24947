// A heading over lines of text: lists and explanations that need no form of their own.
import type { Button, Card } from './card.ts';

export function textCard(title: string, lines: readonly string[], buttons: readonly Button[] = []): Card {
  return { title, body: lines.map((text) => ({ type: 'text', text })), buttons };
}
