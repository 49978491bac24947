// The sandbox as a kind of integration: the only one that is made up, and one of them is enough for a client.
import type { Kind } from '../kind.ts';
import { createSandbox } from './create-sandbox.ts';
import { createChangeLog } from './store.ts';

const settings = {};

export const sandboxKind: Kind<typeof settings> = {
  settings,
  real: false,
  problems: (entries) =>
    entries.length > 1 ? ['has the sandbox more than once, so its tools come twice'] : [],
  connect: (_, { clientId, database, clock, world }) =>
    createSandbox({ clientId, world, clock, changes: createChangeLog(database, clientId) }),
};
