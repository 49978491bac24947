// Restarts the print spooler of the printer that is meant. Where no printer can be found, or the spooler cannot be restarted
// from here, it answers from the documentation.
import type { Device } from '../../../ports/directory.ts';
import type { ChangeTool } from '../../../tools/tool-name.ts';
import {
  handOff,
  propose,
  type Recipe,
  type RecipeContext,
  type Settled,
  settled,
  stopped,
} from '../recipe.ts';
import { settleDevice } from '../settle-device.ts';
import { requesterAccount } from '../settle-person.ts';
import { deviceNames } from '../slots/device-names.ts';
import { quote } from '../words.ts';
import { answerFromDocuments } from './guidance.ts';

const TOOL: ChangeTool = 'restart_spooler';

export const stuckPrinter: Recipe = {
  ticketType: 'printing',
  uses: { reads: ['find_devices', 'list_devices'], writes: ['restart_spooler'] },
  asks: {
    deed: /\b(?:re-?start|fix|clear|re-?set|unjam|unstick|repair|help|look|sort|flush|reboot|kick|un-?block|check)\b/,
    situation:
      /\b(?:stuck|jam\w*|queue|hang\w*|hung|offline|(?:not|cannot|can'?t|won'?t|don'?t|doesn'?t|didn'?t|isn'?t|aren'?t|no longer|never|stopped|refuses? to|nothing) (?:\w+ ){0,3}(?:print\w*|respond\w*|work\w*|com\w+ out)|nothing (?:comes|prints|happens)|blocked|frozen|dead|does nothing|silent|keeps)\b/,
  },
  async plan(context) {
    if (!context.writes.has(TOOL)) return answerFromDocuments(context, context.dialogue.all);
    const devices = await printers(context);
    if (!devices.ok) return devices.proposal;
    if (devices.value.length === 0) return answerFromDocuments(context, context.dialogue.all);
    const device = settleDevice(context, devices.value, 'Which printer is it:');
    if (!device.ok) return device.proposal;
    const { id, name, kind, online } = device.value;
    return propose(context, {
      diagnosis: `Print jobs are stuck on ${name}; its spooler is restarted.`,
      evidence: [`${name} (${kind}) is ${online ? 'online' : 'offline'}.`],
      steps: [
        { tool: TOOL, args: { device: id }, why: 'Jobs wait in the queue although the printer is there.' },
      ],
      reply: `Done. I restarted the print queue of ${name}. Please print one page; if nothing comes out or the printer shows an error, reply here and a technician takes over.`,
    });
  },
};

/** By the label in the message; else every printer of the client; else what the requester has. */
async function printers(context: RecipeContext): Promise<Settled<readonly Device[]>> {
  const labels = deviceNames(context.dialogue.opening);
  for (const label of labels) {
    const named = (await context.look.findDevices(label)).filter(isPrinter);
    if (named.length > 0) return settled(named);
  }
  // Another printer than the one that was named is never taken in its place.
  const [unknown] = labels;
  if (unknown !== undefined)
    return stopped(handOff(context, `No printer of this client is labelled ${quote(unknown)}.`));
  const all = (await context.look.findDevices('printer')).filter(isPrinter);
  if (all.length > 0) return settled(all);
  const requester = await requesterAccount(context);
  if (!requester.ok) return requester;
  const own = await context.look.devicesOf(requester.value.id);
  const ownPrinters = own.filter(isPrinter);
  return settled(
    ownPrinters.length > 0 ? ownPrinters : own.filter(({ kind }) => /laptop|desktop|pc|computer/i.test(kind)),
  );
}

function isPrinter({ kind }: Device): boolean {
  return /print/i.test(kind);
}
