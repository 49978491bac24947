// A wish that fits no workflow by its words alone may do so by the client's own names: "add Sam to Front Desk" speaks of a group,
// because this client has one of that name. It looks names up and matches again; it plans nothing.
import type { Core } from '../../core.ts';
import { errorText } from '../../lib/errors.ts';
import { deadline } from '../../lib/timers.ts';
import { createLookups } from '../../planning/embedded/lookups.ts';
import { sayKinds } from '../../planning/embedded/say-kinds.ts';
import type { PlanningSubject } from './planning-subject.ts';
import { readsFor } from './reads-for.ts';

const LOOK_UP_MS = 10_000;

export async function matchOwnNames(core: Core, subject: PlanningSubject): Promise<PlanningSubject> {
  const { sought, security } = subject.reading;
  if (subject.wished.length > 0 || sought === '' || security) return subject;
  using time = deadline(core.clock, LOOK_UP_MS);
  try {
    const look = createLookups(readsFor(core, subject, time.signal), time.signal);
    const said = await sayKinds(sought, look);
    if (said === sought) return subject;
    const { workflows, result } = core.book.match(said, subject.client.id);
    const ids = workflows.map(({ id }) => id);
    return {
      ...subject,
      workflows: [...workflows, ...subject.workflows.filter(({ id }) => !ids.includes(id))],
      wished: ids,
      matchWhy: ids.length > 0 ? result.why : subject.matchWhy,
    };
  } catch (error) {
    // Names are a help: without them the message is matched by its words.
    core.log.warn(
      { ticket: subject.ticket.number, error: errorText(error) },
      'own names could not be looked up',
    );
    return subject;
  }
}
