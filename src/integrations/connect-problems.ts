// Says why the systems of a desk file could not be connected, before it is put in force. Connects nothing, calls nothing.
import type { Clock } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import type { DeskClient, DeskFile } from '../people/desk-file.ts';
import { httpTool } from '../tools/http-tool.ts';
import { createMemoryChangeLog } from './sandbox/change-log.ts';
import { createSandbox } from './sandbox/create-sandbox.ts';

/** Problems as lines, each beginning with its path in the desk file; none if everything can be connected. */
export function connectProblems(desk: DeskFile, clock: Clock): readonly string[] {
  const sandbox = createSandbox({ clientId: '', world: {}, changes: createMemoryChangeLog(), clock });
  const taken = new Set(sandbox.tools.map((tool) => tool.name));
  return desk.clients.flatMap((client, index) =>
    problemsOf(client, taken).map((problem) => `clients[${index}].${problem}`),
  );
}

function problemsOf(client: DeskClient, sandboxTools: ReadonlySet<string>): string[] {
  const sandboxes = client.integrations.length;
  return [
    ...(sandboxes > 1 ? ['integrations: has the sandbox more than once, so its tools come twice'] : []),
    ...client.tools.flatMap((tool, index) => {
      const path = `tools[${index}]`;
      if (sandboxes > 0 && sandboxTools.has(tool.name))
        return [`${path}.name: the sandbox has a tool ${tool.name} already, take another name`];
      try {
        httpTool(tool);
        return [];
      } catch (error) {
        return [`${path}: ${errorText(error)}`];
      }
    }),
  ];
}
