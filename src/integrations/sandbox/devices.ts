// The device port over the made-up company.
import type { Devices } from '../../ports/directory.ts';
import { refuse, type Sandbox } from './open-sandbox.ts';
import { searchNames } from './search-names.ts';
import type { SandboxState } from './state.ts';

const MOST = 10;

export function createSandboxDevices({ state, change }: Sandbox): Devices {
  return {
    devicesOf: async (personId) =>
      [...(await state()).devices.values()].filter(({ ownerId }) => ownerId === personId).map(copy),
    findDevices: async (query) => {
      const devices = [...(await state()).devices.values()];
      const kind = query.trim().toLowerCase();
      const ofKind = devices.filter((device) => device.kind.toLowerCase() === kind);
      return (ofKind.length > 0 ? ofKind.slice(0, MOST) : searchNames(devices, query)).map(copy);
    },
    device: async (id) => {
      const device = (await state()).devices.get(id);
      return device && copy(device);
    },
    findSoftware: async (query) => searchNames((await state()).software.values(), query),
    software: async (id) => (await state()).software.get(id),
    installSoftware: async (deviceId, softwareId, options) => {
      await change('installSoftware', options, (current) => {
        const device = reachable(current, deviceId);
        if (device.kind === 'printer') refuse(`${device.name} is a printer; nothing can be installed on it.`);
        if (!current.software.has(softwareId)) refuse(`There is no ${softwareId} in the software catalogue.`);
        return { device: deviceId, software: softwareId };
      });
    },
    restartSpooler: async (deviceId, options) => {
      await change('restartSpooler', options, (current) => {
        reachable(current, deviceId);
        return { device: deviceId };
      });
    },
  };
}

function reachable(state: SandboxState, deviceId: string) {
  const device = state.devices.get(deviceId) ?? refuse(`There is no device ${deviceId}.`);
  if (!device.online) refuse(`${device.name} is offline.`);
  return device;
}

/** What is handed out does not change when the state does. */
function copy<T extends object>(entry: T): T {
  return { ...entry };
}
