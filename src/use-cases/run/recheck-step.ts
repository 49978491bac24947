// Asked again right before a step: is the tool the one that was approved, are the people and limits still so, does policy
// of now allow it? The stricter of then and now holds.
import type { Core } from '../../core.ts';
import { lookUp } from '../../lib/look-up.ts';
import { deadline } from '../../lib/timers.ts';
import { lookUpTargets } from '../../planning/look-up-targets.ts';
import type { PlanStep } from '../../plans/plan.ts';
import type { StoredPlan } from '../../plans/store.ts';
import { evaluateStep } from '../../policy/evaluate.ts';
import { combineDecisions } from '../../policy/stricter.ts';
import { hashTool } from '../../tools/tool.ts';
import { policyOf } from '../plan/planning-subject.ts';

const TIMEOUT_MS = 30_000;

/** A sentence if the step must not run; undefined if it may. */
export async function recheckStep(core: Core, plan: StoredPlan, step: PlanStep): Promise<string | undefined> {
  const client = core.desk.client(plan.clientId);
  const ticket = await core.tickets.get(plan.ticketId);
  const systems = core.systems(plan.clientId);
  const connected = systems.tools.get(step.tool);
  if (!client || !ticket || !connected) return `The tool ${step.tool} is not connected any more.`;
  if (core.desk.modeOf(client.id) !== 'execute')
    return `${client.name} is in plan mode now, so nothing runs.`;
  if (hashTool(connected.tool) !== step.toolHash || connected.integration !== step.integration) {
    return `The tool ${step.tool} has changed since this was approved.`;
  }
  using time = deadline(core.clock, TIMEOUT_MS);
  const found = await lookUpTargets(connected.tool, step.args, {
    systems,
    requesterEmail: plan.body.requester.email,
    protected: client.protected,
    domains: client.domains,
    signal: time.signal,
  });
  if (found.type === 'refused') return `What this step acts on is not there any more: ${found.why}.`;
  const now = evaluateStep(
    {
      tool: step.tool,
      integration: connected.integration,
      risk: connected.tool.risk,
      repeat: connected.tool.repeat,
      fromMcp: connected.fromMcp,
      args: textsByArg(step),
      targets: found.targets,
    },
    policyOf(core, { client, ticket }, undefined),
  );
  const decision = combineDecisions(step.policy, now);
  if (decision.effect === 'disabled') return `Policy does not allow this any more: ${now.summary}.`;
  const approved = plan.body.steps.some((entry) => entry.policy.effect !== 'auto');
  if (decision.effect === 'approval_needed' && !approved)
    return `Policy asks for an approval now: ${now.summary}.`;
  if ((decision.manager || decision.verify) && !plan.body.manager) {
    return `Policy asks for the manager's approval now: ${now.summary}.`;
  }
  return undefined;
}

function textsByArg(step: PlanStep): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(step.args).map(([arg, value]) => {
      const name = lookUp(step.names, arg);
      return [arg, [name?.name, name?.detail, String(value)].filter((text) => text !== undefined)];
    }),
  );
}
