// The device port over the made-up company.
import type { Devices } from '../directory.ts';
import type { Sandbox } from './create-sandbox.ts';
import { searchNames } from './search-names.ts';

export function createSandboxDevices({ state, change }: Sandbox): Devices {
  return {
    devicesOf: async (personId) =>
      [...(await state()).devices.values()].filter((device) => device.ownerId === personId),
    findDevices: async (query) => {
      const devices = [...(await state()).devices.values()];
      const byKind = devices.filter((device) => device.kind.toLowerCase() === query.trim().toLowerCase());
      return byKind.length > 0 ? byKind.slice(0, 10) : searchNames(devices, query);
    },
    device: async (id) => (await state()).devices.get(id),
    findSoftware: async (query) => searchNames((await state()).software.values(), query),
    software: async (id) => (await state()).software.get(id),
    installSoftware: (deviceId, softwareId, options) =>
      change('installSoftware', { device: deviceId, software: softwareId }, options, (current) => {
        if (!current.devices.has(deviceId)) return `There is no device ${deviceId}.`;
        return current.software.has(softwareId) ? undefined : `${softwareId} is not in the catalogue.`;
      }),
    restartSpooler: (deviceId, options) =>
      change('restartSpooler', { device: deviceId }, options, (current) => {
        const device = current.devices.get(deviceId);
        if (!device) return `There is no device ${deviceId}.`;
        return device.online ? undefined : `${device.name} is offline.`;
      }),
  };
}
