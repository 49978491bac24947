// Who did what, in plain English: the latest, or everything on one ticket.
import { activityCard } from '../../../cards/activity-card.ts';
import { mayServe } from '../../people/person.ts';
import { say } from '../replies.ts';
import { type Command, parseNumber, usage } from './command.ts';

const SHOWN = 25;

export const activity: Command = {
  name: 'activity',
  usage: 'activity [N]',
  summary: 'Who did what, lately or on one ticket',
  role: 'technician',
  typed: 'any_words_of_staff',
  run: async ({ core, person, words }) => {
    if (words.length === 0) {
      const latest = await core.audit.latest(200);
      const visible = latest.filter(
        (entry) => entry.clientId === undefined || mayServe(person, entry.clientId),
      );
      return say(activityCard({ title: 'Latest activity', entries: toEntries(visible.slice(0, SHOWN)) }));
    }
    const number = parseNumber(words[0]);
    const ticket = number === undefined ? undefined : await core.tickets.byNumber(number);
    if (!ticket || !mayServe(person, ticket.clientId))
      return usage(activity, `There is no ticket ${words[0]?.slice(0, 20)} for you.`);
    const plan = await core.plans.ofTicket(ticket.id);
    const run = plan && (await core.runs.ofPlan(plan.id));
    const own = await core.audit.latest(SHOWN, `ticket:${ticket.number}`);
    const steps = run ? await core.audit.latest(SHOWN, `run:${run.id}`) : [];
    const decisions = plan
      ? (await core.approvals.ofPlan(plan.id)).map((half) => `approval:P-${half.number}`)
      : [];
    const votes = await Promise.all(decisions.map((subject) => core.audit.latest(SHOWN, subject)));
    const matches = core.book.match(
      (await core.tickets.entries(ticket.id))[0]?.text ?? '',
      ticket.clientId,
    ).result;
    const all = [...own, ...steps, ...votes.flat()].sort((a, b) => b.seq - a.seq);
    const card = activityCard({
      title: `Activity on ticket ${ticket.number}`,
      entries: toEntries(all.slice(0, SHOWN)),
    });
    const considered = matches.considered
      .slice(0, 3)
      .map((match) => `${match.fits ? 'Matched' : 'Did not match'}: ${match.id} (${match.why})`);
    return say({
      ...card,
      body: [...card.body, ...considered.map((text) => ({ type: 'text' as const, text, muted: true }))],
    });
  },
};

function toEntries(entries: readonly { readonly at: Date; readonly text: string | undefined }[]) {
  return entries.map((entry) => ({ at: entry.at.getTime(), text: entry.text ?? '(the words were erased)' }));
}
