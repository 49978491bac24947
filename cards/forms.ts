// The forms for longer input.
import type { Form } from './card.ts';

export function newTicketForm(initial = ''): Form {
  return {
    action: { type: 'form.new' },
    title: 'New request',
    submit: 'Send',
    fields: [
      {
        type: 'text',
        id: 'text',
        label: 'What do you need?',
        hint: 'In your own words, for example "I cannot reach the VPN since this morning".',
        multiline: true,
        initial,
      },
    ],
  };
}

export function sendToItForm(view: {
  readonly messageKey: string;
  readonly author: string;
  readonly text: string;
}): Form {
  return {
    action: { type: 'form.send_to_it', messageKey: view.messageKey },
    title: 'Send to IT',
    submit: 'Send',
    intro: `This opens a ticket for ${view.author}.`,
    fields: [
      { type: 'text', id: 'text', label: 'Request', multiline: true, initial: view.text.slice(0, 2900) },
    ],
  };
}

export function denyForm(view: { readonly approvalId: string; readonly label: string }): Form {
  return {
    action: { type: 'form.deny', approvalId: view.approvalId },
    title: `Deny ${view.label}`,
    submit: 'Deny',
    intro:
      'The requester reads: "Your request was not approved: (your reason). Reply here if something has changed." Without the reason if you leave the box below empty.',
    fields: [
      {
        type: 'text',
        id: 'reason',
        label: 'Reason',
        multiline: true,
        maxLength: 500,
        hint: 'For the ticket. Needed.',
      },
      {
        type: 'check',
        id: 'tell',
        label: 'Requester',
        text: 'Tell the requester this reason',
        initial: true,
      },
    ],
  };
}

export function replyForm(view: { readonly ticketId: string; readonly number: number }): Form {
  return {
    action: { type: 'form.reply', ticketId: view.ticketId },
    title: `Reply on ${view.number}`,
    submit: 'Send',
    fields: [{ type: 'text', id: 'text', label: 'To the requester', multiline: true }],
  };
}

export function noteForm(view: { readonly ticketId: string; readonly number: number }): Form {
  return {
    action: { type: 'form.note', ticketId: view.ticketId },
    title: `Note on ${view.number}`,
    submit: 'Save',
    intro: 'Technicians see it; the requester never does.',
    fields: [{ type: 'text', id: 'text', label: 'Note', multiline: true }],
  };
}

export function planForm(view: { readonly ticketId: string; readonly number: number }): Form {
  return {
    action: { type: 'form.plan', ticketId: view.ticketId },
    title: `New plan for ${view.number}`,
    submit: 'Plan',
    intro:
      'What waits for approval is replaced. The requester does not see your words. The assistant without a model can only pick another workflow.',
    fields: [
      {
        type: 'text',
        id: 'hint',
        label: 'What should it do differently?',
        multiline: true,
        maxLength: 1000,
      },
    ],
  };
}

export function secretForm(view: {
  readonly name: string;
  readonly client: string;
  readonly where: string;
}): Form {
  return {
    action: { type: 'form.secret', name: view.name, client: view.client },
    title: 'Set a secret',
    submit: 'Save',
    intro: `${view.name} for ${view.where}. The value goes into the vault and is not shown again.`,
    fields: [{ type: 'text', id: 'value', label: 'Value' }],
  };
}
