// Home for one person: what waits for them, what is in progress, what was decided lately.
import type { Card } from '../../cards/card.ts';
import { homeCard } from '../../cards/home-card.ts';
import { approvalLabel } from '../approvals/approval.ts';
import type { Core } from '../core.ts';
import { isAdmin, isStaff, mayServe, type Person } from '../people/person.ts';
import { pendingFor } from './pending.ts';
import { toRows } from './ticket-view.ts';

const MOST = 10;

export async function homeOf(core: Core, person: Person): Promise<Card> {
  const staff = isStaff(person);
  const open = staff
    ? (await core.tickets.open(100)).filter((ticket) => mayServe(person, ticket.clientId)).slice(0, MOST)
    : await core.tickets.ofRequester(person.id, MOST);
  const decided = staff
    ? (await core.approvals.decided(30)).filter(
        (approval) => mayServe(person, approval.clientId) && approval.decidedAt,
      )
    : [];
  return homeCard({
    name: person.name.split(' ')[0] ?? person.name,
    waiting: await pendingFor(core, person),
    tickets: await toRows(core, open, staff),
    decided: decided.slice(0, 5).map((approval) => ({
      text: `${approvalLabel(approval.number)} ${approval.status === 'used' ? 'approved' : approval.status} by ${approval.decidedByName}`,
      at: approval.decidedAt?.getTime() ?? 0,
    })),
    staff,
    admin: isAdmin(person),
  });
}
