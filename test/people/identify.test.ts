import { describe, expect, it } from 'vitest';
import type { ChatProfile } from '../../src/chat.ts';
import type { DeskFile } from '../../src/desk/desk-file.ts';
import { parseDeskFile } from '../../src/desk/parse.ts';
import { type IdentityClaim, identify } from '../../src/people/identify.ts';

function desk(): DeskFile {
  const parsed = parseDeskFile(`
msp:
  name: North MSP
  domains: [north-msp.example]
  slack_teams: [T0NORTH]
  teams_tenants: [aa11-north]
people:
  - { email: tina@north-msp.example, name: Tina, roles: [msp_technician] }
  - { email: carl@contractor.example, name: Carl, roles: [msp_technician] }
clients:
  - id: acme-dental
    name: Acme Dental
    domains: [acme-dental.example]
    slack_teams: [T0ACME]
    teams_tenants: [bb22-acme]
    integrations: [{ id: sandbox, kind: sandbox }]
  - { id: birch-legal, name: Birch Legal, domains: [birch-legal.example], slack_teams: [T0BIRCH] }
`);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.desk;
}

interface Row {
  readonly name: string;
  readonly email?: string;
  readonly profile?: Partial<ChatProfile>;
  readonly claim?: Partial<IdentityClaim>;
  /** `staff Tina`, `requester acme-dental dana@...`, `propose acme-dental: reason`, `stranger: reason`. */
  readonly is: string;
}

const DANA = 'dana@acme-dental.example';
const TINA = 'tina@north-msp.example';

const rows: Row[] = [
  { name: 'in the workspace of the client', email: DANA, is: `requester acme-dental ${DANA}` },
  {
    name: 'a member of the workspace of the MSP',
    email: DANA,
    claim: { tenant: 'T0NORTH' },
    is: `requester acme-dental ${DANA}`,
  },
  {
    name: 'in the tenant of the client',
    email: DANA,
    claim: { platform: 'teams', tenant: 'BB22-ACME' },
    is: `requester acme-dental ${DANA}`,
  },
  {
    name: 'in a workspace that nobody listed: an admin confirms',
    email: DANA,
    claim: { tenant: 'T0OTHER' },
    is: 'propose acme-dental: Has an address of Acme Dental, in workspace T0OTHER that is not listed for it',
  },
  {
    name: 'in the workspace of another client: an admin confirms',
    email: DANA,
    claim: { tenant: 'T0BIRCH' },
    is: 'propose acme-dental: Has an address of Acme Dental, in workspace T0BIRCH that is not listed for it',
  },
  {
    name: 'a workspace is not a tenant of the same name',
    email: DANA,
    claim: { platform: 'teams', tenant: 'T0ACME' },
    is: 'propose acme-dental: Has an address of Acme Dental, in tenant T0ACME that is not listed for it',
  },
  {
    name: 'an unknown domain in a listed workspace',
    email: 'dana@gmail.example',
    is: 'stranger: No client has the domain gmail.example',
  },
  { name: 'staff in the workspace of the MSP', email: TINA, claim: { tenant: 'T0NORTH' }, is: 'staff Tina' },
  {
    name: 'staff in the tenant of the MSP',
    email: TINA,
    claim: { platform: 'teams', tenant: 'aa11-north' },
    is: 'staff Tina',
  },
  {
    name: 'staff in upper case',
    email: 'TINA@North-MSP.example',
    claim: { tenant: 'T0NORTH' },
    is: 'staff Tina',
  },
  {
    name: 'staff with an address of elsewhere, in the workspace of the MSP',
    email: 'carl@contractor.example',
    claim: { tenant: 'T0NORTH' },
    is: 'staff Carl',
  },
  {
    name: 'an address of staff in the workspace of a client: an admin confirms',
    email: TINA,
    is: 'propose msp (staff Tina): Has the address of Tina, in workspace T0ACME that is not listed for the MSP',
  },
  {
    name: 'staff in the own workspace of the bot',
    email: TINA,
    claim: { tenant: 'T0BOT', ownTenant: 'T0BOT' },
    is: 'staff Tina',
  },
  {
    name: 'somebody of the MSP who is not listed is a requester',
    email: 'olga@north-msp.example',
    claim: { tenant: 'T0NORTH' },
    is: 'requester msp olga@north-msp.example',
  },
  {
    name: 'a plus address is not the technician',
    email: 'tina+x@north-msp.example',
    claim: { tenant: 'T0NORTH' },
    is: 'requester msp tina+x@north-msp.example',
  },
  {
    name: 'a plus address stays what it is',
    email: 'dana+admin@acme-dental.example',
    is: 'requester acme-dental dana+admin@acme-dental.example',
  },
  {
    name: 'upper case',
    email: 'Dana@ACME-Dental.Example',
    is: `requester acme-dental ${DANA}`,
  },
  {
    name: 'a subdomain is another domain',
    email: 'dana@mail.acme-dental.example',
    is: 'stranger: No client has the domain mail.acme-dental.example',
  },
  {
    name: 'a longer domain with the same end',
    email: 'dana@evilacme-dental.example',
    is: 'stranger: No client has the domain evilacme-dental.example',
  },
  {
    name: 'a look-alike letter in the domain',
    email: 'dana@аcme-dental.example',
    is: 'stranger: The e-mail address is not a plain one',
  },
  {
    name: 'full-width letters in the domain',
    email: 'dana@ａcme-dental.example',
    is: 'stranger: The e-mail address is not a plain one',
  },
  {
    name: 'the Kelvin sign that lower case would turn into k',
    email: 'dana@north-msp.example\u212a',
    is: 'stranger: The e-mail address is not a plain one',
  },
  {
    name: 'two at signs',
    email: 'dana@evil.example@acme-dental.example',
    is: 'stranger: The e-mail address is not a plain one',
  },
  {
    name: 'a display name around the address',
    email: '"x" <dana@acme-dental.example>',
    is: 'stranger: The e-mail address is not a plain one',
  },
  {
    name: 'a domain with a dot at its end',
    email: 'dana@acme-dental.example.',
    is: 'stranger: The e-mail address is not a plain one',
  },
  { name: 'no address', is: 'stranger: The platform gives no e-mail address' },
  {
    name: 'a guest in the workspace of their client',
    email: DANA,
    profile: { guest: true },
    is: `requester acme-dental ${DANA}`,
  },
  {
    name: 'a guest in the workspace of the MSP, which is not listed for the client',
    email: DANA,
    profile: { guest: true },
    claim: { tenant: 'T0NORTH' },
    is: 'stranger: A guest, in workspace T0NORTH that is not listed for Acme Dental',
  },
  {
    name: 'a guest of one client in the workspace of another',
    email: 'kim@birch-legal.example',
    profile: { guest: true },
    is: 'stranger: A guest, in workspace T0ACME that is not listed for Birch Legal',
  },
  {
    name: 'staff as a guest of a client',
    email: TINA,
    profile: { guest: true },
    is: 'stranger: A guest with the address of Tina',
  },
  {
    name: 'staff with an address of elsewhere as a guest of the MSP',
    email: 'carl@contractor.example',
    profile: { guest: true },
    claim: { tenant: 'T0NORTH' },
    is: 'stranger: A guest with the address of Carl',
  },
  {
    name: 'people of shared channels, even staff',
    email: TINA,
    profile: { outsider: true },
    claim: { tenant: 'T0NORTH' },
    is: 'stranger: Belongs to another workspace (a shared channel)',
  },
  {
    name: 'bots, even with an address of staff',
    email: TINA,
    profile: { bot: true },
    claim: { tenant: 'T0NORTH' },
    is: 'stranger: Bots are not people of the desk',
  },
  {
    name: 'the playground: a person of a sandbox client',
    email: DANA,
    claim: { platform: 'playground', tenant: 'playground' },
    is: `requester acme-dental ${DANA}`,
  },
  {
    name: 'the playground: staff',
    email: TINA,
    claim: { platform: 'playground', tenant: 'playground' },
    is: 'staff Tina',
  },
  {
    name: 'the playground does not reach a client without the sandbox',
    email: 'kim@birch-legal.example',
    claim: { platform: 'playground', tenant: 'playground' },
    is: 'stranger: Birch Legal is not a sandbox client, the playground does not reach it',
  },
  {
    name: 'the playground has one tenant',
    email: TINA,
    claim: { platform: 'playground', tenant: 'T0NORTH' },
    is: 'stranger: Not the tenant of the playground',
  },
  {
    name: 'a workspace that calls itself playground',
    email: TINA,
    claim: { platform: 'slack', tenant: 'playground' },
    is: 'propose msp (staff Tina): Has the address of Tina, in workspace playground that is not listed for the MSP',
  },
];

describe('identify', () => {
  it.each(rows)('$name', ({ email, profile, claim, is }) => {
    const identity = identify({
      platform: 'slack',
      tenant: 'T0ACME',
      desk: desk(),
      profile: { name: 'Dana Reyes', email, guest: false, outsider: false, bot: false, ...profile },
      ...claim,
    });
    const shown = {
      staff: () => identity.type === 'staff' && `staff ${identity.person.name}`,
      requester: () => identity.type === 'requester' && `requester ${identity.clientId} ${identity.email}`,
      propose: () =>
        identity.type === 'propose' &&
        `propose ${identity.clientId}${identity.staff ? ` (staff ${identity.staff.name})` : ''}: ${identity.reason}`,
      stranger: () => identity.type === 'stranger' && `stranger: ${identity.reason}`,
    }[identity.type]();
    expect(shown).toBe(is);
  });
});
