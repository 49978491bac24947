// Jobs wait at a printer: restarts the spooler of the printer that was named; without that tool, the client's own guidance.

import type { DeviceRead } from '../directory-reads.ts';
import { ask, type Cook, propose, type Recipe } from '../recipe.ts';
import { findMentions } from '../slots/mentions.ts';
import { guidance } from './guidance.ts';

export const stuckPrinter: Recipe = async (cook) => {
  if (!cook.can('restart_spooler')) return guidance(cook);
  const printers = (await cook.reads.findDevices('printer')).filter(
    (device) => device.kind.toLowerCase() === 'printer',
  );
  const printer = await pickPrinter(cook, printers);
  if (printer === undefined) {
    const names = printers.map((device) => device.name).join(', ');
    if (printers.length === 0) return guidance(cook);
    return ask(cook, 'printer', `Which printer is it: ${names}? The name is on the label on its front.`);
  }
  return propose(cook, {
    diagnosis: `Print jobs wait at ${printer.name}, which is ${printer.online ? 'online' : 'offline'}. A stuck spooler is the usual cause.`,
    evidence: [`${printer.name} is ${printer.online ? 'online' : 'offline'}`],
    steps: [{ tool: 'restart_spooler', args: { device: printer.id }, why: 'Clears waiting jobs.' }],
    reply: `Done. The print spooler of ${printer.name} was restarted. Please print again.`,
  });
};

async function pickPrinter(cook: Cook, printers: readonly DeviceRead[]): Promise<DeviceRead | undefined> {
  const text = cook.state.slot === 'printer' ? (cook.answer ?? '') : cook.wish;
  const find = async (query: string) =>
    printers.filter((printer) => printer.name.toLowerCase() === query.toLowerCase());
  const named = (await findMentions(text, find)).at(-1)?.hits[0];
  return named ?? (printers.length === 1 ? printers[0] : undefined);
}
