// Staff of the desk: list, add, change, remove.
import { textCard } from '../../../cards/text-card.ts';
import type { Role } from '../../desk/client.ts';
import { parseEmail } from '../../lib/email-address.ts';
import { changeRules } from '../../use-cases/desk/change-rules.ts';
import { handled, say } from '../replies.ts';
import { type Command, type CommandCall, usage } from './command.ts';

const ROLES: Readonly<Record<string, readonly Role[]>> = {
  admin: ['msp_admin'],
  technician: ['msp_technician'],
  none: [],
};

export const people: Command = {
  name: 'people',
  usage: 'people [EMAIL admin|technician|none [NAME]]',
  summary: 'Technicians and admins: list, add, remove',
  role: 'admin',
  typed: 'any_words_of_staff',
  run: async (call) => {
    const [email, role] = call.words;
    return email === undefined ? list(call) : change(call, email, role ?? '');
  },
};

async function list({ core }: CommandCall) {
  const staff = core.desk.desk.people.filter((person) => person.roles.length > 0);
  const lines = staff.map((person) => {
    const limit = person.clients ? `, limited to ${person.clients.join(', ')}` : '';
    return `${person.name} (${person.email}): ${person.roles.map((role) => role.replace('msp_', '')).join(', ')}${limit}`;
  });
  const waiting = (await core.peopleStore.proposed()).map(
    (identity) =>
      `Waits for an admin: ${identity.name} (${identity.email ?? 'no address'}) on ${identity.user.platform}`,
  );
  return say(textCard('People of the desk', [...lines, ...waiting]));
}

async function change({ core, by, words }: CommandCall, given: string, word: string) {
  const email = parseEmail(given) === undefined ? undefined : given.toLowerCase();
  if (!email) return usage(people, `"${given.slice(0, 60)}" is not an e-mail address.`);
  const roles = Object.hasOwn(ROLES, word) ? ROLES[word] : undefined;
  if (!roles) return usage(people, 'Which role?');
  const known = core.desk.desk.people.find((entry) => entry.email === email);
  const admins = core.desk.admins();
  if (admins.length === 1 && admins[0]?.email === email && word !== 'admin') {
    return say('This is the only admin. Make somebody else admin first.');
  }
  const name = words.slice(2).join(' ') || known?.name || (email.split('@')[0] ?? email);
  const before = known?.roles ?? [];
  // More rights for anybody are a loosening; fewer take effect at once.
  const loosens = roles.some((role) => !before.includes(role));
  const override = { kind: 'person', email, name, roles, clients: known?.clients } as const;
  const summary = `${name} (${email}) becomes ${word === 'none' ? 'no longer staff' : word}`;
  return handled(await changeRules(core, by, { override, summary, loosens }));
}
