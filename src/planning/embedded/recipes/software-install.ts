// Software from the catalogue on one of the person's devices.

import type { DeviceRead, PersonRead } from '../directory-reads.ts';
import {
  answerWith,
  ask,
  type Cook,
  filled,
  handOff,
  propose,
  type Recipe,
  type Slot,
  stop,
} from '../recipe.ts';
import { findItem, knowing } from '../slots/item.ts';
import { findMentions } from '../slots/mentions.ts';
import { findSubject } from '../slots/subject.ts';

const AGAIN = /\b(?:re-?install|again|repair|broken|corrupt|crash\w*)\b/i;

export const softwareInstall: Recipe = async (cook) => {
  const software = await findItem(cook, 'software', {
    what: 'software of the catalogue',
    find: cook.reads.findSoftware,
  });
  if (software.type === 'stop') return software.proposal;
  const wish = cook.wish.replace(software.value.name, ' ');
  const subject = await findSubject(
    { ...cook, wish },
    'For whom? Please give the name or the e-mail address.',
  );
  if (subject.type === 'stop') return subject.proposal;
  const device = await findDevice(cook, subject.value, knowing(software.value, 'software'));
  if (device.type === 'stop') return device.proposal;
  const installed = device.value.software.includes(software.value.name);
  if (installed && !AGAIN.test(cook.wish)) {
    return answerWith(
      cook,
      `${software.value.name} is installed on ${device.value.name} already. If it does not start, write "reinstall ${software.value.name}".`,
    );
  }
  const self = subject.value.id === cook.request.requester.id;
  return propose(cook, {
    diagnosis: `${cook.request.requester.name} asks for ${software.value.name} on ${device.value.name}. It is ${installed ? 'installed and is to be installed again' : 'in the catalogue and not installed'}.`,
    evidence: [`${device.value.name}: ${device.value.software.join(', ') || 'no software recorded'}`],
    steps: [
      {
        tool: 'install_software',
        args: { device: device.value.id, software: software.value.id },
        why: installed ? 'A repair was asked for.' : 'It is not installed.',
      },
    ],
    reply: `Done. ${software.value.name} is installed on ${device.value.name}. Please restart it once.`,
    subject: self ? undefined : subject.value.id,
  });
};

async function findDevice(
  cook: Cook,
  person: PersonRead,
  known: Readonly<Record<string, string>>,
): Promise<Slot<DeviceRead>> {
  const devices = await cook.reads.devicesOf(person.id);
  const [only, other] = devices;
  if (!only) return stop(handOff(cook, `${person.name} has no device on record.`));
  if (!other) return filled(only);
  const text = cook.state.slot === 'device' ? (cook.answer ?? '') : cook.wish;
  const own = async (query: string) =>
    devices.filter((device) => device.name.toLowerCase() === query.toLowerCase());
  const named = (await findMentions(text, own)).at(-1)?.hits[0];
  const byKind = devices.filter((device) => text.toLowerCase().includes(device.kind.toLowerCase()));
  if (named) return filled(named);
  if (byKind.length === 1 && byKind[0]) return filled(byKind[0]);
  const names = devices.map((device) => `${device.name} (${device.kind})`).join(', ');
  return stop(ask(cook, 'device', `On which device: ${names}?`, { ...known, person: person.id }));
}
