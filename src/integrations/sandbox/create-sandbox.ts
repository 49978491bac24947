// The sandbox: a made-up company behind the same ports and tools as a real one. Nothing real is touched.
import { AppError } from '../../lib/errors.ts';
import { deviceTools } from '../../tools/device-tools.ts';
import { directoryTools } from '../../tools/directory-tools.ts';
import { documentationTools } from '../../tools/documentation-tools.ts';
import { ticketSystemTools } from '../../tools/ticket-system-tools.ts';
import type { Product } from '../kind.ts';
import { createSandboxDevices } from './devices.ts';
import { createSandboxDocumentation } from './documentation.ts';
import { type OpenOptions, openSandbox } from './open-sandbox.ts';
import type { SandboxWorld } from './read-sandbox-file.ts';
import { createSandboxDirectory } from './sandbox-directory.ts';
import { companySchema } from './sandbox-schema.ts';
import { createSandboxTickets } from './ticket-system.ts';

export interface SandboxOptions extends OpenOptions {
  readonly clientId: string;
  readonly world: SandboxWorld;
}

/** A client that the world does not have gets an empty company, and `check` says so. */
export function createSandbox(options: SandboxOptions): Product {
  const { clientId, world } = options;
  const own = Object.hasOwn(world, clientId) ? world[clientId] : undefined;
  const company = own ?? companySchema.parse({});
  const sandbox = openSandbox(options, company);
  const directory = createSandboxDirectory(sandbox);
  const devices = createSandboxDevices(sandbox);
  const documentation = createSandboxDocumentation(company.documents);
  const tickets = createSandboxTickets(sandbox, company.boards);
  return {
    directory,
    devices,
    documentation,
    tickets,
    tools: [
      ...directoryTools(directory, { repeat: 'keyed' }),
      ...deviceTools(devices, { repeat: 'keyed' }),
      ...documentationTools(documentation),
      ...ticketSystemTools(tickets),
    ],
    check: async () => {
      if (!own) {
        throw new AppError({
          code: 'sandbox.no_section',
          message: `The sandbox file has no section for ${clientId}. Add one, or name another file in SANDBOX_FILE.`,
        });
      }
      const { people, groups } = await sandbox.state();
      return `works: ${people.size} made-up people in ${groups.size} groups. Nothing real is touched.`;
    },
  };
}
