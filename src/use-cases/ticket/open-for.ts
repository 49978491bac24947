// A ticket that comes from a form: somebody asks for themself, or sends somebody else's message to IT. Colleagues of one client
// and staff who serve it speak for its people, and for nobody else; then a technician makes sure who asks.
import { verifyCard } from '../../../cards/verify-card.ts';
import type { Address } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { technicianAudience, tellTechnicians } from '../../notices/audience.ts';
import { type Actor, notServing, outOfReach } from '../../people/actor.ts';
import type { Person } from '../../people/person.ts';
import type { Step } from '../../store/database.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { type Refused, refused } from '../outcome.ts';
import { openTicket } from './open-ticket.ts';

export interface FormWish {
  readonly requester: Person;
  readonly text: string;
  readonly source: Ticket['source'];
  /** Where the answers go. */
  readonly address: Address;
}

export async function openFor(
  core: Core,
  by: Actor,
  wish: FormWish,
): Promise<{ readonly type: 'opened'; readonly ticket: Ticket } | Refused> {
  const { requester } = wish;
  const { person: submitter } = by;
  const why = notSpeakingFor(by, requester);
  if (why !== undefined) return refused(why);
  const client = core.desk.client(requester.clientId);
  const audience = client && (await technicianAudience(core, client, [requester.email, submitter.email]));
  return core.unit(function* (work): Step<{ type: 'opened'; ticket: Ticket }> {
    const ticket = yield* openTicket(core, work, { ...wish, submitter, message: undefined, attachments: [] });
    // Only the submitter's word says who asks: a technician who reaches the requester vouches, and then it counts.
    if (!ticket.verified && client && audience) {
      const subject = `verify:${ticket.id}`;
      const content = verifyCard({
        ticketId: ticket.id,
        ticketNumber: ticket.number,
        client: client.name,
        requester,
        came: `sent to IT by ${submitter.name}`,
        reader: 'technician',
      });
      tellTechnicians(work, audience, { key: subject, content, subject });
    }
    return { type: 'opened', ticket };
  });
}

function notSpeakingFor(by: Actor, requester: Person): string | undefined {
  if (by.person.id === requester.id || by.person.clientId === requester.clientId)
    return outOfReach(by, requester.clientId);
  return notServing(by, requester.clientId) === undefined
    ? undefined
    : 'The author of this message is not somebody you can open a ticket for.';
}
