// The sandbox: a made-up company behind the same ports as a real one. Nothing real is touched; every change is logged
// under the caller's key, so that repeating a call does nothing.
import type { Clock } from '../../lib/clock.ts';
import type { Json } from '../../lib/json.ts';
import { deviceTools } from '../../tools/device-tools.ts';
import { directoryTools } from '../../tools/directory-tools.ts';
import { documentationTools } from '../../tools/documentation-tools.ts';
import { ticketSystemTools } from '../../tools/ticket-system-tools.ts';
import { ToolError } from '../../tools/tool.ts';
import type { WriteOptions } from '../directory.ts';
import type { Integration } from '../integration.ts';
import type { ChangeLog } from './change-log.ts';
import { createSandboxDevices } from './devices.ts';
import { createSandboxDocumentation } from './documentation.ts';
import type { SandboxCompany, SandboxWorld } from './read-sandbox-file.ts';
import { createSandboxDirectory } from './sandbox-directory.ts';
import { applyChange, initialState, type SandboxState } from './state.ts';
import { createSandboxTickets } from './ticket-system.ts';

/** What a call by this verb is told to do instead, for tests and the demo. */
export type Fault = 'final' | 'retry' | 'unknown' | 'hang';

export interface SandboxOptions {
  readonly clientId: string;
  readonly world: SandboxWorld;
  readonly changes: ChangeLog;
  readonly clock: Clock;
  /** By verb, asked at each call. */
  readonly fault?: ((verb: string) => Fault | undefined) | undefined;
}

/** What the ports share: the present state, and the one way to change it. */
export interface Sandbox {
  state(): Promise<SandboxState>;
  /** @param check names what is missing, or gives undefined */
  change(
    verb: string,
    args: Readonly<Record<string, Json>>,
    options: WriteOptions,
    check: (state: SandboxState) => string | undefined,
  ): Promise<void>;
}

const EMPTY: SandboxCompany = {
  people: [],
  groups: [],
  apps: [],
  licences: [],
  software: [],
  devices: [],
  documents: [],
  boards: [],
  teams: [],
  calendars: [],
  agreements: [],
  tickets: [],
};

export function createSandbox(options: SandboxOptions): Integration {
  const company = Object.hasOwn(options.world, options.clientId)
    ? options.world[options.clientId]
    : undefined;
  const sandbox = openSandbox(options, company ?? EMPTY);
  const directory = createSandboxDirectory(sandbox);
  const devices = createSandboxDevices(sandbox);
  const documentation = createSandboxDocumentation(company?.documents ?? []);
  const tickets = createSandboxTickets(sandbox);
  return {
    id: 'sandbox',
    kind: 'sandbox',
    real: false,
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
      const { people, groups } = await sandbox.state();
      return `works: ${people.size} made-up people in ${groups.size} groups. Nothing real is touched.`;
    },
  };
}

function openSandbox({ changes, clock, fault }: SandboxOptions, company: SandboxCompany): Sandbox {
  let loaded: Promise<SandboxState> | undefined;
  const load = async () => {
    const state = initialState(company, clock.now().getTime());
    for (const change of await changes.all()) applyChange(state, change);
    return state;
  };
  const state = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    state,
    change: async (verb, args, { key, signal }, check) => {
      const current = await state();
      await meetFault(fault?.(verb), verb, signal);
      const missing = check(current);
      if (missing) throw new ToolError('final', missing);
      const change = { key: `${key}/${verb}`, at: clock.now().getTime(), verb, args };
      if ((await changes.append(change)) === 'appended') applyChange(current, change);
    },
  };
}

async function meetFault(fault: Fault | undefined, verb: string, signal: AbortSignal): Promise<void> {
  if (fault === undefined) return;
  if (fault === 'hang') {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    throw new ToolError('unknown', `The sandbox did not answer ${verb}.`);
  }
  throw new ToolError(fault, `The sandbox was told to fail ${verb}.`);
}
