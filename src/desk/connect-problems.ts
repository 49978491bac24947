// Says why the systems of a desk file could not be connected, before it is put in force. Connects nothing, calls nothing.
import { errorText } from '../lib/errors.ts';
import { httpTool } from '../tools/http-tool.ts';
import type { DeskClient, DeskFile } from './desk-file.ts';

/** Problems as lines, each beginning with its path in the desk file; none if everything can be connected. */
export function connectProblems(desk: DeskFile): readonly string[] {
  return desk.clients.flatMap((client, index) =>
    problemsOf(client).map((problem) => `clients[${index}].${problem}`),
  );
}

function problemsOf(client: DeskClient): string[] {
  const sandboxes = client.integrations.length;
  return [
    ...(sandboxes > 1 ? ['integrations: has the sandbox more than once, so its tools come twice'] : []),
    ...client.tools.flatMap((tool, index) => {
      const path = `tools[${index}]`;
      try {
        httpTool(tool);
        return [];
      } catch (error) {
        return [`${path}: ${errorText(error)}`];
      }
    }),
  ];
}
