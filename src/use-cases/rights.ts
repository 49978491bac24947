// Who may do what: one row an action, asked inside the unit that does it, over the thing as it stands then. Whether the
// thing is in a state for it is the use case's own question.
import { type Actor, notAdmin, notServing, outOfReach } from '../people/actor.ts';
import type { Identity } from '../people/store.ts';
import type { Delivery } from '../runs/deliveries.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { PendingChange } from './desk/changes.ts';
import type { EndedRun } from './run/ended-run.ts';

/** What actions are about. */
export interface Things {
  readonly ticket: Ticket;
  readonly run: EndedRun;
  readonly identity: Identity;
  readonly change: PendingChange;
  /** A temporary password that waits for the person it is for. */
  readonly delivery: Pick<Delivery, 'recipientEmail' | 'clientId'>;
  /** Something of the desk: what one client's part of it is, or all of it. */
  readonly desk: { readonly clientId: string | undefined };
}

export type Action =
  | `ticket.${'see' | 'take' | 'release' | 'reply' | 'note' | 'close' | 'plan' | 'verify'}`
  | `ticket.${'withdraw' | 'ask_for_person' | 'rate' | 'reopen' | 'edit' | 'answer' | 'add'}`
  | `run.${'retry' | 'settle'}`
  | 'identity.settle'
  | 'delivery.open'
  | `change.${'confirm' | 'withdraw'}`
  | `desk.${'change' | 'secret' | 'definition'}`;

export type KindOf<A extends Action> = A extends `${infer K extends keyof Things}.${string}` ? K : never;
export type ThingOf<A extends Action> = Things[KindOf<A>];

/** Why this actor may not, in a sentence; undefined if they may. */
type Right<T> = (by: Actor, thing: T) => string | undefined;

export const RIGHTS: { readonly [A in Action]: Right<ThingOf<A>> } = {
  'ticket.see': serving,
  'ticket.take': serving,
  'ticket.release': serving,
  'ticket.reply': serving,
  'ticket.note': serving,
  'ticket.close': serving,
  'ticket.plan': servingOthers('another technician says how it is solved'),
  'ticket.verify': servingOthers('somebody else vouches'),
  'ticket.withdraw': ownOnly('Only the requester can cancel this. Technicians use "close".'),
  'ticket.ask_for_person': ownOnly('Only the requester can ask for this.'),
  'ticket.rate': ownOnly('Only the requester can rate this.'),
  'ticket.reopen': ownOnly('Only the requester can reopen this.'),
  'ticket.answer': ownOnly('Only the requester can answer this.'),
  'ticket.edit': (by, ticket) =>
    by.person.id === ticket.requesterId
      ? outOfReach(by, ticket.clientId)
      : 'Only the requester can change this request.',
  'ticket.add': (by, ticket) => (isOwn(by, ticket) ? outOfReach(by, ticket.clientId) : serving(by, ticket)),
  'run.retry': (by, { run, plan }) =>
    isRequester(by, plan) ? 'You asked for this, so somebody else decides it.' : notServing(by, run.clientId),
  'run.settle': (by, { run, plan }) =>
    notServing(by, run.clientId) ??
    (isRequester(by, plan) ? 'You asked for this, so somebody else settles it.' : undefined),
  'identity.settle': (by, { proposedClientId }) => notAdmin(by, proposedClientId),
  'delivery.open': (by, { recipientEmail, clientId }) =>
    recipientEmail === by.person.email.toLowerCase()
      ? outOfReach(by, clientId)
      : 'This temporary password is for somebody else.',
  'change.confirm': (by, change) =>
    notAdmin(by, change.clientId) ??
    (change.askedBy === by.person.email ? 'You asked for this, so another admin confirms it.' : undefined),
  'change.withdraw': (by, change) => notAdmin(by, change.clientId),
  'desk.change': (by, { clientId }) => notAdmin(by, clientId),
  'desk.secret': (by, { clientId }) => notAdmin(by, clientId),
  'desk.definition': (by, { clientId }) => notAdmin(by, clientId),
};

function isRequester({ person }: Actor, { body }: EndedRun['plan']): boolean {
  return person.email === body.requester.email;
}

/** Whether somebody may know of a ticket at all: who tries numbers does not learn which of them exist. */
export function mayKnow(by: Actor, ticket: Ticket): boolean {
  return isOwn(by, ticket) || serving(by, ticket) === undefined;
}

function isOwn({ person }: Actor, ticket: Ticket): boolean {
  return person.id === ticket.requesterId || person.id === ticket.submitterId;
}

function serving(by: Actor, ticket: Ticket): string | undefined {
  return notServing(by, ticket.clientId);
}

/** Staff who are no part of the request. */
function servingOthers(instead: string): Right<Ticket> {
  return (by, ticket) =>
    serving(by, ticket) ?? (isOwn(by, ticket) ? `You are part of this request, so ${instead}.` : undefined);
}

function ownOnly(why: string): Right<Ticket> {
  return (by, ticket) => (isOwn(by, ticket) ? outOfReach(by, ticket.clientId) : why);
}
