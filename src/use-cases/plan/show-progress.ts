// What a requester sees while their request is looked at: the platform's own status line, with general words of a closed list.
// It is best effort: nothing of it is stored, retried or waited for, and no diagnosis stands in it.
import type { Core } from '../../core.ts';
import { SECOND_MS } from '../../lib/clock.ts';
import { later } from '../../lib/timers.ts';
import type { Ticket } from '../../tickets/ticket.ts';

/** All that may be shown, whatever a planner says. */
const WORDS: ReadonlySet<string> = new Set([
  'Reading the request',
  'Looking at the account',
  'Looking at recent sign-ins',
  'Looking at the groups',
  'Looking at the applications',
  'Looking at the licences',
  'Looking at the software',
  'Looking at the devices',
  'Reading the documentation',
  'Looking at similar tickets',
]);
const OTHERWISE = 'Looking things up';

/** At most one change in this time for a ticket; what comes in between is left out but for the last. */
const EVERY_MS = 2 * SECOND_MS;

export interface Progress {
  tell(doing: string): void;
  /** Nothing is shown afterwards. */
  end(): void;
}

export function createProgress(core: Pick<Core, 'adapters' | 'desk' | 'clock'>, ticket: Ticket): Progress {
  const { message } = ticket;
  const adapter = message && core.adapters.get(message.platform);
  // In plan mode the requester hears nothing of the desk's work.
  if (!message || !adapter || core.desk.modeOf(ticket.clientId) !== 'execute') {
    return { tell: () => {}, end: () => {} };
  }
  let shown: string | undefined;
  let next: string | undefined;
  let cancel: (() => void) | undefined;
  const show = () => {
    cancel = undefined;
    if (next === undefined || next === shown) return;
    shown = next;
    adapter.acknowledge(message, 'received', shown).catch(() => {});
    cancel = later(core.clock, EVERY_MS, show);
  };
  return {
    tell: (doing) => {
      next = WORDS.has(doing) ? doing : OTHERWISE;
      if (cancel === undefined) show();
    },
    end: () => {
      cancel?.();
      next = undefined;
    },
  };
}
