// Says why the systems of a desk file could not be connected, before it is put in force. Connects nothing, calls nothing.
import { KINDS, type KindList } from '../integrations/kinds.ts';
import { errorText } from '../lib/errors.ts';
import { httpTool } from '../tools/http-tool.ts';
import type { DeskClient, DeskFile } from './desk-file.ts';

/** Problems as lines, each beginning with its path in the desk file; none if everything can be connected. */
export function connectProblems(desk: DeskFile, kinds: KindList = KINDS): readonly string[] {
  return desk.clients.flatMap((client, index) =>
    [...integrationProblems(client, kinds), ...toolProblems(client)].map(
      (problem) => `clients[${index}].${problem}`,
    ),
  );
}

function integrationProblems({ integrations }: DeskClient, kinds: KindList): readonly string[] {
  return Object.entries(kinds).flatMap(([name, kind]) => {
    const entries = integrations.filter((entry) => entry.kind === name);
    return (kind.problems?.(entries) ?? []).map((problem) => `integrations: ${problem}`);
  });
}

function toolProblems({ tools }: DeskClient): readonly string[] {
  return tools.flatMap((tool, index) => {
    try {
      httpTool(tool);
      return [];
    } catch (error) {
      return [`tools[${index}]: ${errorText(error)}`];
    }
  });
}
