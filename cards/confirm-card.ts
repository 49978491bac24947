// Asks the requester whether this is what they want, before anything is done or anybody is asked. It shows the plan's own sentences
// and nothing of the diagnosis.
import type { Card } from './card.ts';

const MAX_LABEL = 60;
const MAX_SHOWN = 8;

export interface ConfirmView {
  readonly planId: string;
  readonly ticketId: string;
  readonly ticketNumber: number;
  /** Name of who reads it, so that their own account is called theirs. */
  readonly reader: string;
  /** The steps' sentences, in order; at least one. */
  readonly sentences: readonly string[];
  /** What is asked here, in the reader's language where that is not English. */
  readonly lead?: string | undefined;
}

export function confirmCard(view: ConfirmView): Card {
  const said = view.sentences.map((sentence) => toReader(sentence, view.reader));
  const shown = said.slice(0, MAX_SHOWN);
  const more = said.length - shown.length;
  return {
    title: said.length === 1 ? `${said[0]}?` : 'Is this what you want?',
    body: [
      ...(view.lead === undefined ? [] : [{ type: 'text' as const, text: view.lead }]),
      ...(said.length === 1 ? [] : shown.map((text) => ({ type: 'text' as const, text: `- ${text}` }))),
      ...(more > 0 ? [{ type: 'text' as const, text: `... and ${more} more.` }] : []),
      {
        type: 'text',
        text: 'Nothing is done before you press Yes. The question is open for 24 hours.',
        muted: true,
      },
    ],
    buttons: [
      {
        label: said.length === 1 ? yes(said[0] ?? '') : 'Yes, all of it',
        action: { type: 'plan.confirm', planId: view.planId },
        style: 'primary',
        spoken: `Yes, that is what I want, ticket ${view.ticketNumber}`,
      },
      {
        label: 'No',
        action: { type: 'plan.decline', planId: view.planId },
        spoken: `No, ticket ${view.ticketNumber}`,
      },
      {
        label: 'Talk to a person',
        action: { type: 'ticket.person', ticketId: view.ticketId },
        spoken: `Talk to a person about ticket ${view.ticketNumber}`,
      },
    ],
  };
}

/** "Yes, reset my password"; what is longer than a button stands in the title alone. */
function yes(sentence: string): string {
  const label = `Yes, ${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;
  return label.length <= MAX_LABEL ? label : 'Yes, do this';
}

/** "the password of Dana Reyes" is "my password" to Dana Reyes; "Add Dana Reyes to ..." becomes "Add me to ...". */
function toReader(sentence: string, reader: string): string {
  const own = sentence.replaceAll(
    /\bthe ([\w ]{1,30}) of ([^.,;]+?)(?=$|[.,;]| everywhere| and )/g,
    (whole, thing: string, name: string) => (name === reader ? `my ${thing}` : whole),
  );
  return own.replace(new RegExp(`(?<=\\s)${RegExp.escape(reader)}(?=\\s|$)`, 'u'), 'me');
}
