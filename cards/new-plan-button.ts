// The button with which a technician asks for another plan; it opens the form for the hint.
import type { Button } from './card.ts';

export function newPlanButton(view: { readonly ticketId: string; readonly ticketNumber: number }): Button {
  return {
    label: 'New plan…',
    action: { type: 'ticket.plan', ticketId: view.ticketId },
    spoken: `New plan for ticket ${view.ticketNumber}`,
  };
}
