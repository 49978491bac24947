// One question to the requester; the answer is the next message, or the button of what it offers.
import type { Card } from './card.ts';

export interface QuestionView {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly question: string;
  readonly choices?: readonly Choice[] | undefined;
}

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** Teams shows six buttons, and two of them are the same below every question. */
const MOST = 4;
const LONGEST_ID = 100;
const LONGEST_LABEL = 60;

export function questionCard({ ticketId, ticketNumber, question, choices = [] }: QuestionView): Card {
  // Some of them alone would look like all of them.
  const shown = choices.length <= MOST && choices.every(({ id }) => id.length <= LONGEST_ID) ? choices : [];
  return {
    title: `A question about ticket ${ticketNumber}`,
    body: [
      { type: 'text', text: question },
      {
        type: 'text',
        text: shown.length > 0 ? 'Press a button, or answer here.' : 'Please answer here.',
        muted: true,
      },
    ],
    buttons: [
      ...shown.map(({ id, label }) => ({
        label: label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1)}…`,
        action: { type: 'ticket.choose' as const, ticketId, choice: id },
        spoken: `${label}, ticket ${ticketNumber}`,
      })),
      { label: 'Talk to a person', action: { type: 'ticket.person', ticketId } },
      { label: 'Cancel', action: { type: 'ticket.cancel', ticketId } },
    ],
  };
}

/** The same once it was answered: nothing to press any more. */
export function answeredCard({ ticketNumber, question }: QuestionView, answer: string): Card {
  return {
    title: `A question about ticket ${ticketNumber}`,
    body: [
      { type: 'text', text: question },
      { type: 'text', text: `You answered: ${answer}`, muted: true },
    ],
    buttons: [],
  };
}
