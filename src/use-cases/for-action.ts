// The thing that somebody wants to act on, or why they may not: read in the unit that acts, so that nothing can change in
// between. Every use case that a person starts begins here.
import type { Actor } from '../people/actor.ts';
import { selectIdentity } from '../people/store.ts';
import { selectPlan } from '../plans/store.ts';
import { selectDelivery } from '../runs/deliveries.ts';
import { selectRun, selectSteps } from '../runs/store.ts';
import type { Db, Step } from '../store/database.ts';
import { selectTicket, selectTicketByNumber } from '../tickets/store.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { selectChange } from './desk/changes.ts';
import { type Refused, unknown } from './outcome.ts';
import { type Action, type KindOf, mayKnow, RIGHTS, type ThingOf, type Things } from './rights.ts';
import type { EndedRun } from './run/ended-run.ts';

/** An id; of a ticket also the short number that people type. Of the desk: a client, or undefined for all of it. */
export interface Ids {
  readonly ticket: string | number;
  readonly run: string;
  readonly identity: string;
  readonly change: string;
  readonly delivery: string;
  readonly desk: string | undefined;
}

export type Found<T> = { readonly type: 'found'; readonly thing: T } | Refused;

/** @returns the thing as it stands now, or the refusal in words */
export function* forAction<A extends Action>(
  db: Db,
  by: Actor,
  action: A,
  id: Ids[KindOf<A>],
): Step<Found<ThingOf<A>>> {
  const kind = kindOf(action);
  const thing = yield* LOAD[kind](db, id);
  if (thing === undefined) return unknown(GONE[kind](id));
  const why = RIGHTS[action](by, thing);
  if (why === undefined) return { type: 'found', thing };
  const hidden = typeof id === 'number' && !mayKnow(by, thing as Ticket);
  return hidden ? unknown(GONE[kind](id)) : { type: 'refused', why };
}

function kindOf<A extends Action>(action: A): KindOf<A> {
  return action.slice(0, action.indexOf('.')) as KindOf<A>;
}

const LOAD: { readonly [K in keyof Things]: (db: Db, id: Ids[K]) => Step<Things[K] | undefined> } = {
  ticket: loadTicket,
  run: loadRun,
  identity: selectIdentity,
  change: selectChange,
  delivery: selectDelivery,
  *desk(_db, clientId) {
    return { clientId };
  },
};

const GONE: { readonly [K in keyof Things]: (id: Ids[K]) => string } = {
  ticket: (id) =>
    typeof id === 'number' ? `There is no ticket ${id} for you.` : 'This ticket does not exist any more.',
  run: () => 'This run does not exist any more.',
  identity: () => 'This account is not known any more.',
  change: () => 'This change does not exist any more.',
  delivery: () => 'This temporary password does not exist any more. Ask for a new one.',
  desk: () => 'There is no such client.',
};

function loadTicket(db: Db, id: string | number): Step<Ticket | undefined> {
  return typeof id === 'number' ? selectTicketByNumber(db, id) : selectTicket(db, id);
}

function* loadRun(db: Db, id: string): Step<EndedRun | undefined> {
  const run = yield* selectRun(db, id);
  const plan = run && (yield* selectPlan(db, run.planId));
  return run && plan ? { run, plan, steps: yield* selectSteps(db, id) } : undefined;
}
