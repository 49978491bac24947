// Words outside every thread that ask for nothing new: they call off or take back what was asked for, ask how far it is, or thank.
import type { MessageEvent } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { isChasing, isWithdrawal } from '../../intake/small-talk.ts';
import { ownTickets } from '../../notices/own-tickets.ts';
import type { Actor } from '../../people/actor.ts';
import { readMessage } from '../../reading/read-message.ts';
import type { MatchedWorkflow } from '../../workflows/workflow.ts';
import { withoutNames } from './name-mentions.ts';
import { sendBack } from './send-back.ts';
import { openHere, withdrawUnnamed } from './take-follow-up.ts';

const NOTHING_OPEN = 'There is no open request here to cancel. "status" shows your requests.';
const STANDS =
  'All right, nothing new is done. What you asked for before stays as it is: "status" shows it, "cancel" with its number calls it off.';

/** @returns false for what may be a request */
export async function takeTalk(core: Core, event: MessageEvent, by: Actor, text: string): Promise<boolean> {
  if (event.files.length > 0 && !isWithdrawal(text)) return false;
  const bare = withoutNames({ own: text, mentions: event.mentions });
  const [fits] = core.book.match(text, by.person.clientId).workflows;
  if (isWithdrawal(bare)) {
    if (await isOfAnother(core, event, by, fits)) await sendBack(core, event, 'small', STANDS);
    else if (!(await withdrawUnnamed(core, event, by))) await sendBack(core, event, 'withdraw', NOTHING_OPEN);
    return true;
  }
  if (isChasing(bare) && (fits === undefined || fits.recipe === 'ticket_status')) {
    await sendBack(core, event, 'own-tickets', await ownTickets(core, by.person.id));
    return true;
  }
  const { instead, retracts, security } = readMessage(text);
  // What it takes back stands in it, or is what was asked for before.
  const takesBack = retracts && fits === undefined;
  if (security || !(takesBack || instead === 'thanks' || instead === 'taken_back')) return false;
  if (takesBack && (await withdrawUnnamed(core, event, by))) return true;
  if (instead === 'thanks' && !takesBack) await sendBack(core, event, 'small', 'You are welcome.');
  else {
    const isOpen = (await openHere(core, event, by)).length > 0;
    await sendBack(core, event, 'small', isOpen ? STANDS : 'All right, nothing is done.');
  }
  return true;
}

/** "I forgot my password. Never mind" while a program is asked for: it takes back its own wish, and not that one. */
async function isOfAnother(
  core: Core,
  event: MessageEvent,
  by: Actor,
  fits: MatchedWorkflow | undefined,
): Promise<boolean> {
  if (fits === undefined) return false;
  const open = await openHere(core, event, by);
  const isAbout = (title: string) =>
    core.book.match(title, by.person.clientId).workflows.some(({ id }) => id === fits.id);
  return open.length > 0 && !open.some(({ title }) => isAbout(title));
}
