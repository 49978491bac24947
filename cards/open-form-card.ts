// A typed word that a form answers: platforms open a form after a press only, so this is the press.
import type { Card } from './card.ts';

export function openFormCard(view: { readonly title: string; readonly command: string }): Card {
  return {
    title: view.title,
    body: [{ type: 'text', text: 'This is a form.' }],
    buttons: [{ label: 'Open', style: 'primary', action: { type: 'command.run', text: view.command } }],
  };
}
