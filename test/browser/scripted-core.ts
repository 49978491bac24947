// A core of a few lines for looking at the page: one request, its approval by a technician, a temporary password. It
// decides nothing for real.
import type { PlaygroundAdapter } from '../../adapters/playground/create-playground.ts';
import { BOT } from '../../adapters/playground/record.ts';
import type { Card, Form } from '../../cards/card.ts';
import type { Address, ChatEvent, ChatReply, MessageRef } from '../../src/chat.ts';
import { DANA, LEE, user } from '../adapters/playground/playground-stage.ts';

const TICKET = { type: 'ticket.person', ticketId: 't1' } as const;

const receipt: Card = {
  title: 'Ticket 1042',
  body: [{ type: 'text', text: 'Got it. I will come back to you here.' }],
  buttons: [
    { label: 'Talk to a person', action: TICKET },
    { label: 'Cancel', action: { type: 'ticket.cancel', ticketId: 't1' } },
  ],
};

const done: Card = {
  title: 'Done: your password is reset',
  status: { text: 'Done', tone: 'good' },
  body: [
    {
      type: 'text',
      text: 'Press the button to see the temporary password; it is shown once, within 15 minutes, and you will choose your own at sign-in.',
    },
  ],
  buttons: [
    { label: 'Show temporary password', style: 'primary', action: { type: 'secret.reveal', secretId: 's1' } },
  ],
};

const revealed: Form = {
  action: { type: 'form.close' },
  title: 'Temporary password',
  submit: 'Close',
  intro: [
    'For Dana Reyes: ',
    { code: 'Blue-Falcon-4271' },
    '\nIt is shown this once. You choose your own at the next sign-in.',
  ],
  fields: [],
};

const denying: Form = {
  action: { type: 'form.deny', approvalId: 'a1' },
  title: 'Deny this request',
  submit: 'Deny',
  intro: 'Dana Reyes is told that the request was not approved.',
  fields: [
    { id: 'reason', label: 'Reason', type: 'text', multiline: true, hint: 'One sentence is enough.' },
    {
      id: 'next',
      label: 'What happens next',
      type: 'select',
      initial: 'close',
      options: [
        { value: 'close', label: 'Close the ticket' },
        { value: 'keep', label: 'Keep it open [for later]' },
      ],
    },
    {
      id: 'tell',
      label: 'Requester',
      type: 'check',
      text: 'Show the reason to the requester',
      initial: true,
    },
  ],
};

function approval(now: number): Card {
  return {
    title: 'Approval needed: reset the password of Dana Reyes',
    body: [
      {
        type: 'fields',
        fields: [
          { label: 'Requester', value: 'Dana Reyes' },
          { label: 'Client', value: 'Acme Dental' },
          { label: 'Ticket', value: '1042, password' },
          { label: 'Workflow', value: "Password reset (matched: 'forgot … password')" },
          { label: 'Expires', value: [{ time: now + 86_400_000 }] },
        ],
      },
      {
        type: 'steps',
        steps: [
          {
            text: 'Reset the password of Dana Reyes',
            detail: 'last set 64 days ago → temporary; cannot be undone',
          },
          { text: 'Sign Dana Reyes out everywhere', detail: '3 sessions → none' },
        ],
      },
      {
        type: 'quote',
        label: "The assistant's words",
        text: 'Dana is locked out since this morning; the account shows no other problem.',
      },
    ],
    buttons: [
      {
        label: 'Approve',
        style: 'primary',
        action: { type: 'approval.approve', approvalId: 'a1' },
        spoken: 'Approve: reset the password of Dana Reyes',
      },
      { label: 'Deny…', style: 'danger', action: { type: 'approval.deny', approvalId: 'a1' } },
      { label: 'Details', action: { type: 'approval.details', approvalId: 'a1' } },
      { label: 'Take over', action: { type: 'ticket.take', ticketId: 't1' } },
    ],
    foot: 'plan 3fa9c1d2',
  };
}

const home = (name: string): Card => ({
  title: `Hello ${name}`,
  body: [
    { type: 'heading', text: 'Waiting for me' },
    {
      type: 'rows',
      rows: [
        {
          title: [{ strong: 'P-1234' }, ' Reset the password of Dana Reyes'],
          detail: 'Acme Dental · expires in 23 hours',
          buttons: [{ label: 'Open', action: { type: 'ticket.open', ticketId: 't1' } }],
        },
        {
          title: [{ strong: 'P-1235' }, ' Add Omar Haddad to Finance EU'],
          detail: 'Acme Dental · expires in 20 hours',
          buttons: [{ label: 'Open', action: { type: 'ticket.open', ticketId: 't2' } }],
        },
      ],
    },
    { type: 'heading', text: 'In progress' },
    { type: 'text', text: 'Nothing else is open.', muted: true },
  ],
  buttons: [{ label: 'Tickets', action: { type: 'command.run', text: 'tickets' } }],
});

/** Answers like the product for the story of one password. */
export function scriptedCore(adapter: PlaygroundAdapter): (event: ChatEvent) => Promise<ChatReply> {
  let cards: { request: Address; asked: MessageRef; approval: MessageRef } | undefined;
  let keys = 0;
  const post = (to: Address, content: Card | string) => {
    keys += 1;
    return adapter.post(to, content, { key: `${BOT}-${keys}` });
  };

  const onMessage = async (event: Extract<ChatEvent, { type: 'message' }>) => {
    if (!event.own.includes('password')) return;
    const direct = await adapter.openDirectMessage(user(LEE));
    await post(event.at, receipt);
    cards = {
      request: event.at,
      asked: event.message,
      approval: await post(direct, approval(1_900_000_000_000)),
    };
  };
  const onApprove = async () => {
    if (cards === undefined) return;
    const { buttons: _gone, ...decided } = approval(1_900_000_000_000);
    await adapter.update(cards.approval, {
      ...decided,
      status: { text: 'Approved by Lee Park, 10:32. Done at 10:33.', tone: 'good' },
    });
    await adapter.acknowledge(cards.asked, 'finished');
    await post(cards.request, done);
  };

  return async (event) => {
    if (event.type === 'message') {
      await adapter.acknowledge(event.message, 'received');
      await onMessage(event);
    }
    if (event.type === 'home') {
      const { name } = await adapter.profile(event.from);
      await adapter.publishHome(event.from, home(name));
    }
    if (event.type === 'command')
      return { type: 'private', content: `There is nothing to show for "${event.text}".` };
    if (event.type === 'shortcut')
      return { type: 'form', form: { ...denying, title: 'Send to IT', submit: 'Send' } };
    if (
      event.type === 'submission' &&
      event.form.type === 'form.deny' &&
      (event.values.reason ?? '').length < 3
    ) {
      return { type: 'form_errors', errors: { reason: 'Give a reason of at least three letters.' } };
    }
    if (event.type !== 'action') return { type: 'accepted' };
    switch (event.action.type) {
      case 'approval.approve':
        if (event.from.id !== LEE) return { type: 'private', content: 'This is not yours to decide.' };
        await onApprove();
        return { type: 'accepted' };
      case 'approval.deny':
        return { type: 'form', form: denying };
      case 'secret.reveal':
        return event.from.id === DANA ? { type: 'form', form: revealed } : { type: 'accepted' };
      default:
        return { type: 'private', content: 'Here is more about it.' };
    }
  };
}
