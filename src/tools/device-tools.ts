// What the desk can see and do on devices.
import { z } from 'zod';
import type { Devices } from '../integrations/directory.ts';
import { finder, onPerson } from './directory-read-tools.ts';
import { defineTool, type Repeat, type Tool } from './tool.ts';

const id = z.string().min(1).max(200);

export function deviceTools(devices: Devices, options: { readonly repeat: Repeat }): readonly Tool[] {
  const { repeat } = options;
  return [
    onPerson('list_devices', "A person's devices", devices.devicesOf),
    finder('find_devices', 'Find devices by name or kind', devices.findDevices),
    finder('find_software', 'Find software in the catalogue', devices.findSoftware),
    defineTool<{ device: string; software: string }>({
      name: 'install_software',
      description: 'Install software from the catalogue on a device',
      risk: 'write',
      repeat,
      args: z.strictObject({ device: id, software: id }),
      argKinds: { device: 'device', software: 'software' },
      describe: (_args, names) => `Install ${names.software?.name} on ${names.device?.name}`,
      before: async (args, { signal }) => {
        const [device, software] = [
          await devices.device(args.device, signal),
          await devices.software(args.software, signal),
        ];
        return software && device?.software.includes(software.name)
          ? 'installed already → installed again'
          : 'not installed → installed';
      },
      undo: (_args, names) => `remove ${names.software?.name} from ${names.device?.name}`,
      execute: async (args, { idempotencyKey: key, signal }) => {
        await devices.installSoftware(args.device, args.software, { key, signal });
        return { ok: true };
      },
    }),
    defineTool<{ device: string }>({
      name: 'restart_spooler',
      description: 'Restart the print spooler of a printer or computer',
      risk: 'write',
      repeat,
      args: z.strictObject({ device: id }),
      argKinds: { device: 'device' },
      describe: (_args, names) => `Restart the print spooler of ${names.device?.name}`,
      execute: async (args, { idempotencyKey: key, signal }) => {
        await devices.restartSpooler(args.device, { key, signal });
        return { ok: true };
      },
    }),
  ];
}
