// Deciding by typed words, on Teams only, where buttons can fail on phones: the same decision as the click's, with the same
// rights. An approval names the plan by its first characters, so nobody approves what they have not seen. Prose decides nothing.
import { approvalsCard } from '../../../cards/approvals-card.ts';
import { type ApprovalRequest, approvalLabel, MAX_REASON, standingOf } from '../../approvals/approval.ts';
import { pendingFor } from '../../notices/pending.ts';
import { mayServe, type Person } from '../../people/person.ts';
import type { Verdict } from '../../use-cases/approval/decide.ts';
import { decideByClick } from '../decision-reply.ts';
import { type Answer, say } from '../replies.ts';
import { type Command, type CommandCall, parseLabel, usage } from './command.ts';

const HASH = /^[0-9a-f]{4,64}$/i;

export const approve: Command = {
  name: 'approve',
  usage: 'approve P-N PLAN',
  summary: 'Approve a request; PLAN is the first 4 or more characters after "plan" on its card',
  role: 'manager',
  typed: 'with_approval',
  platforms: ['teams'],
  run: (call) =>
    decideTyped(call, approve, ([hash, extra]) => {
      if (hash === undefined || !HASH.test(hash) || extra !== undefined)
        return 'The first 4 or more characters of the plan belong after the number; they stand at the foot of its card.';
      return { status: 'approved', hash: hash.toLowerCase() };
    }),
};

export const deny: Command = {
  name: 'deny',
  usage: 'deny P-N REASON',
  summary: 'Deny a request; the reason is for the ticket',
  role: 'manager',
  typed: 'with_approval',
  platforms: ['teams'],
  run: (call) =>
    decideTyped(call, deny, () => {
      const reason = call.rest.slice((call.words[0] ?? '').length).trim();
      if (reason === '') return 'Please give a reason.';
      if (reason.length > MAX_REASON) return `A reason has at most ${MAX_REASON} characters.`;
      // The form asks whether the requester may read it; words that were typed without that question stay inside.
      return { status: 'denied', reason, tellRequester: false };
    }),
};

/** @param read the verdict of the words after the number, or what is wrong with them */
async function decideTyped(
  call: CommandCall,
  command: Command,
  read: (words: readonly string[]) => Verdict | string,
): Promise<Answer> {
  const { core, person, event, words } = call;
  if (event.from.platform !== 'teams') return buttonsDecide(call);
  // In a channel the words may be somebody else's, quoted.
  if (event.type === 'message' && !event.direct) return say('Please type this in your own chat with me.');
  const number = parseLabel(words[0]);
  if (number === undefined) return usage(command, 'Which request?');
  const verdict = read(words.slice(1));
  if (typeof verdict === 'string') return usage(command, verdict);
  const label = approvalLabel(number);
  const none = usage(command, `There is no request ${label} for you.`);
  const approval = await core.approvals.byNumber(number);
  if (!approval) return none;
  const reply = await decideByClick(core, call.by, approval.id, verdict, 'message');
  // Numbers can be guessed, cards cannot: who has nothing to do with the client learns nothing of it.
  if (!mayKnow(person, approval)) return none;
  return reply.type === 'accepted' ? say(await said(call, approval, verdict)) : reply;
}

function mayKnow(person: Person, approval: ApprovalRequest): boolean {
  return (
    mayServe(person, approval.clientId) ||
    person.clientId === approval.clientId ||
    person.email.toLowerCase() === approval.managerEmail?.toLowerCase()
  );
}

async function said({ core }: CommandCall, approval: ApprovalRequest, verdict: Verdict): Promise<string> {
  const label = approvalLabel(approval.number);
  if (verdict.status === 'denied')
    return `You denied ${label}. The requester is told so, without your reason.`;
  const standing = standingOf(await core.approvals.ofPlan(approval.planId));
  const rest = standing.type === 'pending' ? standing.summary : 'Its card shows how it goes on.';
  return `You approved ${label}. ${rest}`;
}

async function buttonsDecide({ core, person }: CommandCall): Promise<Answer> {
  const pending = await pendingFor(core, person);
  if (pending.length === 0) return say('Only the buttons of a card decide here. Nothing waits for you.');
  return say(
    approvalsCard({ approvals: pending, intro: 'Only the buttons decide here. This is what waits for you:' }),
  );
}
