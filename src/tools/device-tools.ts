// What the desk can look up and do on devices.
import { z } from 'zod';
import type { Devices, DeviceVerb } from '../ports/directory.ts';
import { idArg, nameOf, writeOptions } from './argument.ts';
import { confirmed } from './confirmed.ts';
import { finder, onPerson } from './read-tool.ts';
import { defineTool, type Repeat, type Tool } from './tool.ts';
import type { ChangeTool } from './tool-name.ts';

/** @param options.repeat `keyed` if this product honours our idempotency keys, else what its writes allow */
export function deviceTools(devices: Devices, options: { readonly repeat: Repeat }): readonly Tool[] {
  const changes: Readonly<Record<DeviceVerb, Tool>> = {
    installSoftware: installSoftware(devices, options.repeat),
    restartSpooler: restartSpooler(devices, options.repeat),
  };
  return [
    onPerson('list_devices', "A person's devices", (id, signal) => devices.devicesOf(id, signal)),
    finder('find_devices', 'Find devices by name or kind', (query, signal) =>
      devices.findDevices(query, signal),
    ),
    finder('find_software', 'Find software in the catalogue', (query, signal) =>
      devices.findSoftware(query, signal),
    ),
    ...Object.values(changes),
  ];
}

function installSoftware(devices: Devices, repeat: Repeat): Tool {
  type Args = { readonly device: string; readonly software: string };
  /** Undefined: the device or the software is not known any more. */
  const isInstalled = async (args: Args, signal: AbortSignal): Promise<boolean | undefined> => {
    const [device, software] = await Promise.all([
      devices.device(args.device, signal),
      devices.software(args.software, signal),
    ]);
    return device && software && device.software.includes(software.name);
  };
  return defineTool<Args>({
    name: 'install_software' satisfies ChangeTool,
    description: 'Install software from the catalogue on a device',
    risk: 'write',
    repeat,
    args: z.strictObject({ device: idArg, software: idArg }),
    argKinds: { device: 'device', software: 'software' },
    describe: (args, names) =>
      `Install ${nameOf(names, args, 'software')} on ${nameOf(names, args, 'device')}`,
    before: async (args, { signal }) => {
      const installed = await isInstalled(args, signal);
      if (installed === undefined) return undefined;
      return installed ? 'installed already → installed again' : 'not installed → installed';
    },
    readBack: async (args, { signal }) => {
      const installed = await isInstalled(args, signal);
      return installed === undefined ? 'unknown' : installed ? 'done' : 'not_done';
    },
    undo: (args, names) => `remove ${nameOf(names, args, 'software')} from ${nameOf(names, args, 'device')}`,
    execute: (args, context) =>
      confirmed(devices.installSoftware(args.device, args.software, writeOptions(context)), async () => {
        const installed = await isInstalled(args, context.signal);
        return installed === undefined ? undefined : { installed };
      }),
  });
}

function restartSpooler(devices: Devices, repeat: Repeat): Tool {
  return defineTool<{ device: string }>({
    name: 'restart_spooler' satisfies ChangeTool,
    description: 'Restart the print spooler of a printer or computer',
    risk: 'write',
    repeat,
    args: z.strictObject({ device: idArg }),
    argKinds: { device: 'device' },
    describe: (args, names) => `Restart the print spooler of ${nameOf(names, args, 'device')}`,
    before: async (args, { signal }) => {
      const device = await devices.device(args.device, signal);
      return device && !device.online ? 'the device is offline now' : undefined;
    },
    execute: (args, context) =>
      confirmed(devices.restartSpooler(args.device, writeOptions(context)), async () => {
        const device = await devices.device(args.device, context.signal);
        return device && { online: device.online };
      }),
  });
}
