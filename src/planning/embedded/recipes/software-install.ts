// Installs a program of the client's catalogue on the person's own device. What is installed already is installed again only
// where that was asked for; what is not in the catalogue is a technician's decision.
import type { Device, DirectoryPerson } from '../../../ports/directory.ts';
import { handOff, isRequester, propose, type Recipe, type RecipeContext } from '../recipe.ts';
import { settleDevice } from '../settle-device.ts';
import { settleSubject } from '../settle-subject.ts';
import { settleThings, type Thing } from '../settle-thing.ts';
import { deviceNames } from '../slots/device-names.ts';
import { saysMe } from '../slots/self.ts';
import { PROGRAM_SPEECH } from '../slots/speech.ts';
import { joinWords, quote, whose } from '../words.ts';

const AGAIN =
  /\b(?:re-?install(?:ed|ing)?|repair|updated?|upgraded?|again|broken|corrupt(?:ed)?|newer|latest)\b/i;

const PRIVATE =
  /\b(?:private|personal|home|family) (?:laptop|pc|computer|ipad|phone|tablet|mac(?:book)?|machine|device)\b/i;
const REMOVES = /\b(?:uninstall\w*|de-?install\w*|remov\w+|delet\w+|get rid of|take (?:\S+ ){1,3}off)\b/i;

export const softwareInstall: Recipe = {
  ticketType: 'software',
  uses: {
    reads: ['find_software', 'list_devices', 'find_devices', 'find_licences'],
    writes: ['install_software'],
  },
  asks: {
    personal: true,
    deed: /\b(?:install|installed|re-?install\w*|need|needs|want|wants|have|get|put|add|update|upgrade|deploy|set ?up|push|request|provide|give|use)\b/,
    notice: /\b(?:(?:is|was) (?:missing|not installed|gone)|isn't installed|crash\w*|missing)\b/,
  },
  async plan(context) {
    if (REMOVES.test(context.dialogue.opening))
      return handOff(context, 'A program is to be taken off a device, which no tool of this desk does.');
    if (PRIVATE.test(context.dialogue.opening))
      return handOff(context, 'It is about a device of their own, which this desk does not look after.');
    const text = withoutLabels(context.dialogue.opening);
    const programs = await settleThings(context, {
      kind: 'program',
      speech: PROGRAM_SPEECH,
      text,
      find: context.look.findSoftware,
      unknown: (name) =>
        handOff(
          context,
          `${quote(name)} is not in the software catalogue. Somebody has to decide whether it may be installed.`,
        ),
    });
    if (!programs.ok) return programs.proposal;
    const subject = await settleSubject(context, { text: programs.value.rest, defaultsToSelf: true });
    if (!subject.ok) return subject.proposal;
    const person = (await ownerOfLabel(context, subject.value)) ?? subject.value;
    const devices = await context.look.devicesOf(person.id);
    if (devices.length === 0) {
      return handOff(context, `No device of ${person.name} is recorded, so there is nothing to install on.`);
    }
    const device = settleDevice(context, devices, 'On which device should it be installed:');
    if (!device.ok) return device.proposal;
    return install(
      context,
      person,
      device.value,
      programs.value.things.map(({ thing }) => thing),
    );
  },
};

/** "Zoom on LT-DANA" is for whoever has LT-DANA, unless it says "me" or "my". */
async function ownerOfLabel(
  context: RecipeContext,
  subject: DirectoryPerson,
): Promise<DirectoryPerson | undefined> {
  const { opening } = context.dialogue;
  const [label, ...others] = deviceNames(opening);
  if (label === undefined || others.length > 0 || !isRequester(context, subject) || saysMe(opening))
    return undefined;
  const found = (await context.look.findDevices(label)).find(
    ({ name }) => name.toLowerCase() === label.toLowerCase(),
  );
  return found?.ownerId === undefined ? undefined : context.look.person(found.ownerId);
}

function withoutLabels(text: string): string {
  return deviceNames(text).reduce((rest, label) => rest.replaceAll(label, ' ; '), text);
}

function install(context: RecipeContext, person: DirectoryPerson, device: Device, wanted: readonly Thing[]) {
  const isThere = ({ id, name }: Thing) =>
    device.software.some((entry) => entry === id || entry.toLowerCase() === name.toLowerCase());
  const open = AGAIN.test(context.dialogue.all) ? wanted : wanted.filter((program) => !isThere(program));
  const names = (things: readonly Thing[]) =>
    joinWords(
      things.map(({ name }) => name),
      'and',
    );
  if (open.length === 0) {
    return {
      type: 'answer' as const,
      text: `${names(wanted)} is installed on ${device.name} already. If it does not work, ask here to have it reinstalled.`,
      sources: [],
      ticketType: context.ticketType,
    };
  }
  const state = `${device.name} (${device.kind}) is ${device.online ? 'online' : 'offline'}.`;
  return propose(
    context,
    {
      diagnosis: `${names(open)} is in the catalogue and is to be installed on ${person.name}'s ${device.kind} ${device.name}.`,
      evidence: [
        state,
        ...open.map(
          (program) =>
            `${program.name} is ${isThere(program) ? 'installed' : 'not installed'} on ${device.name}.`,
        ),
      ],
      steps: open.map(({ id, name }) => ({
        tool: 'install_software',
        args: { device: device.id, software: id },
        why: `${name} was asked for and is approved software.`,
      })),
      reply: `Done. ${names(open)} appears on ${whose(context, person)} ${device.kind} ${device.name} within the hour, while it is switched on.`,
    },
    person,
  );
}
