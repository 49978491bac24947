// What a step's arguments name: here only names of arguments that mean something to JavaScript; the boundaries of clients are
// in the planner's and the hostile model's tests.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { collectSystems } from '../../src/integrations/systems.ts';
import { lookUpTargets } from '../../src/planning/look-up-targets.ts';
import { defineTool } from '../../src/tools/tool.ts';
import { having, INHERITED_EXAMPLES } from '../support/inherited-names.ts';

const context = {
  systems: collectSystems('acme-dental', []),
  requesterEmail: 'dana@acme-dental.example',
  protected: [],
  domains: ['acme-dental.example'],
  signal: new AbortController().signal,
};

test('an argument of any name is text unless its tool says what it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), async (arg) => {
      const tool = defineTool<Record<string, string>>({
        name: 'note',
        description: 'Writes something down',
        risk: 'write',
        repeat: 'never',
        args: z.custom<Record<string, string>>(),
        argKinds: {},
        describe: () => '',
        execute: async () => null,
      });
      const found = await lookUpTargets(tool, having(arg, 'words'), context);
      expect(found).toEqual({ type: 'found', args: having(arg, 'words'), names: {}, targets: [] });
    }),
    { examples: INHERITED_EXAMPLES },
  );
});
