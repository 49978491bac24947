// What a diagnosis may look at: the read tools whose policy is `auto`, with every answer redacted and cut to size. It changes nothing.
import type { Core } from '../../core.ts';
import type { ClientSystems } from '../../integrations/systems.ts';
import type { Json } from '../../lib/json.ts';
import type { Reads, ToolSummary } from '../../planning/planner.ts';
import { evaluateStep } from '../../policy/evaluate.ts';
import { type Tool, ToolError, toolSchema } from '../../tools/tool.ts';
import { type PlanningSubject, policyOf } from './planning-subject.ts';

const READ_LENGTH = 8000;

/** Tools of risk `read` whose policy is `auto`, and nothing else. */
export function readsFor(
  core: Core,
  subject: Pick<PlanningSubject, 'systems' | 'requester' | 'ticket' | 'client'> &
    Partial<Pick<PlanningSubject, 'language' | 'reading'>>,
  signal: AbortSignal,
): Reads {
  const { systems, requester, ticket, client } = subject;
  // An unverified requester stops steps from being automatic, not the technicians' diagnosis.
  const context = { ...policyOf(core, subject, undefined), requesterVerified: true };
  const isOffered = (tool: Tool) => {
    const connected = systems.tools.get(tool.name);
    if (tool.risk !== 'read' || !connected) return false;
    const facts = {
      tool: tool.name,
      integration: connected.integration,
      risk: tool.risk,
      repeat: tool.repeat,
    };
    return (
      evaluateStep({ ...facts, fromMcp: connected.fromMcp, args: {}, targets: [] }, context).effect === 'auto'
    );
  };
  return {
    offered: core.redactor.value(summaries(systems, isOffered)),
    call: async (name, args) => {
      const connected = systems.tools.get(name);
      if (!connected || !isOffered(connected.tool))
        throw new ToolError('final', `The tool ${name} is not offered here`);
      const parsed = connected.tool.args.safeParse(args);
      if (!parsed.success) throw new ToolError('final', `${name}: ${parsed.error.issues[0]?.message}`);
      const looked = connected.tool.execute(parsed.data, {
        clientId: client.id,
        requesterEmail: requester.email,
        ticketNumber: ticket.number,
        idempotencyKey: `read:${ticket.id}`,
        clock: core.clock,
        signal,
        secret: (secret) => core.vault.value(client.id, secret),
      });
      return core.redactor.value(cut(await looked.catch(maskedError(core))));
    },
  };
}

/** What a system says about its failure may hold what it was called with. */
function maskedError(core: Core): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ToolError)) throw error;
    throw new ToolError(error.outcome, core.redactor.text(error.message));
  };
}

export function summaries(systems: ClientSystems, pick: (tool: Tool) => boolean): readonly ToolSummary[] {
  return [...systems.tools.values()]
    .map((connected) => connected.tool)
    .filter(pick)
    .map((tool) => ({
      name: tool.name,
      description: tool.description,
      risk: tool.risk,
      argKinds: tool.argKinds,
      schema: toolSchema(tool),
    }));
}

function cut(result: Json): Json {
  const text = JSON.stringify(result) ?? 'null';
  if (text.length <= READ_LENGTH || !Array.isArray(result)) return result;
  // Fewer whole entries rather than a broken one.
  const kept: Json[] = [];
  let length = 0;
  for (const entry of result) {
    length += JSON.stringify(entry).length;
    if (length > READ_LENGTH) break;
    kept.push(entry);
  }
  return kept;
}
