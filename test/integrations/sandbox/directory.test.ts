import type { Directory } from '../../../src/ports/directory.ts';
import { directoryContract } from '../../contracts/directory.ts';
import { raiseSandbox } from './sandbox-stage.ts';

directoryContract({
  name: 'sandbox',
  keyed: true,
  setup: async () => {
    const { sandbox, changes, start } = raiseSandbox();
    return {
      directory: sandbox.directory as Directory,
      person: { id: 'dana.reyes@acme.example', email: 'dana.reyes@acme.example', name: 'Dana Reyes' },
      managerId: 'mia.fontaine@acme.example',
      sharedName: 'alex',
      groupId: 'grp:finance-eu',
      appId: 'app:ledger',
      licenceId: 'lic:ledger-pro',
      fullLicenceId: 'lic:full',
      freeEmail: 'noa.brandt@acme.example',
      restart: async () => start().directory as Directory,
      traces: async () => JSON.stringify(await changes.all()),
      stop: async () => undefined,
    };
  },
});
