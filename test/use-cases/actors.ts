// Everybody who may try something, for the tables of rights: Dana asks, Sam wrote it for her; the plan acts on Dana, Mia is her
// manager. The last two come from places that serve another client.
import { defaultDeskFile } from '../../src/desk/default.ts';
import type { Actor } from '../../src/people/actor.ts';
import { ADA, createTestDesk, DANA, LEE, MIA, NOOR, type TestDesk, TINA } from '../support/test-desk.ts';

const SAM = 'sam.ortiz@acme-dental.example';
const GRACE = 'grace.lin@birch-legal.example';
const BIRCH_ONLY = 'rob@north-msp.example';

export const FOR_TECHNICIANS = 'This is for the technicians of that client.';
export const FOR_ADMINS = 'This is for admins.';
export const FROM_BIRCH =
  'From here you can act for Birch Legal alone. Use a workspace or tenant of the MSP for this.';
export const WHOLE_DESK = 'This is about the whole desk, so it needs a workspace or tenant of the MSP.';

export const ACTORS = [
  'an employee of another client',
  'a colleague',
  'the requester',
  'the submitter',
  'the manager',
  'a technician limited to another client',
  'a technician',
  'an admin',
  "an admin in another client's workspace",
  'a played technician beyond the sandbox',
] as const;
export type Kind = (typeof ACTORS)[number];

/** Who is refused, with what they read. */
export type Refusals = Readonly<Partial<Record<Kind, string>>>;

export const everybodyBut = (may: readonly Kind[], why: string): Refusals =>
  Object.fromEntries(ACTORS.filter((kind) => !may.includes(kind)).map((kind) => [kind, why]));

export const staffOnly: Refusals = {
  ...everybodyBut(['a technician', 'an admin'], FOR_TECHNICIANS),
  "an admin in another client's workspace": FROM_BIRCH,
  'a played technician beyond the sandbox': FROM_BIRCH,
};
export const adminsOnly: Refusals = {
  ...everybodyBut(['an admin'], FOR_ADMINS),
  "an admin in another client's workspace": FROM_BIRCH,
};

/** A desk on which all of them are known. */
export async function deskWithActors(): Promise<{ desk: TestDesk; by: (kind: Kind) => Actor }> {
  const file = defaultDeskFile();
  const rob = {
    email: BIRCH_ONLY,
    name: 'Rob',
    roles: ['msp_technician'],
    clients: ['birch-legal'],
  } as const;
  const desk = await createTestDesk({ desk: { ...file, people: [...file.people, rob] } });
  const known = async (email: string): Promise<Actor> => {
    const who = await desk.app.core.people.recognise(desk.chat.user(email));
    if (who.type === 'unknown') throw new Error(`${email} is not known`);
    return who.by;
  };
  const birch = { type: 'clients', ids: ['birch-legal'], names: 'Birch Legal' } as const;
  const actors: Readonly<Record<Kind, Actor>> = {
    'an employee of another client': await known(GRACE),
    'a colleague': await known('erin.cole@acme-dental.example'),
    'the requester': await known(DANA),
    'the submitter': await known(SAM),
    'the manager': await known(MIA),
    'a technician limited to another client': await known(BIRCH_ONLY),
    'a technician': await known(TINA),
    'an admin': await known(ADA),
    "an admin in another client's workspace": { ...(await known(NOOR)), reach: birch },
    'a played technician beyond the sandbox': { ...(await known(LEE)), reach: birch },
  };
  return { desk, by: (kind) => actors[kind] };
}
