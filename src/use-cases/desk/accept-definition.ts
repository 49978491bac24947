// An admin has looked at a tool whose definition changed and takes the new one. The tool then needs an approval again: a rule
// that let the old definition run by itself says nothing about the new one.
import type { Core } from '../../core.ts';
import type { Integration } from '../../integrations/integration.ts';
import type { Actor } from '../../people/actor.ts';
import { conditionsOf, limitsKey, unknownKeys } from '../../policy/limits.ts';
import type { PolicyRule, ScopedRule } from '../../policy/policy.ts';
import type { Step } from '../../store/database.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/**
 * Rules that say `auto` for the tool are set to `approval_needed` for this client in the same unit, each under its own conditions.
 * Setting them back loosens, so it takes the second admin that every loosening takes. Locked rules have to be changed first.
 */
export async function acceptDefinition(
  core: Core,
  by: Actor,
  at: { readonly clientId: string; readonly integration: Integration; readonly tool: string },
): Promise<Outcome> {
  const { clientId, integration, tool } = at;
  const accepting = integration.definitions?.accept(tool, by.person.email);
  const outcome = await core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'desk.definition', clientId);
    if (found.type === 'refused') return found;
    if (!accepting) return refused(`${tool.slice(0, 100)} is not suspended at ${integration.id}.`);
    const auto = automaticRules(core, clientId, tool);
    if (auto.some(isOutOfReach))
      return refused(
        `A locked rule lets ${tool} run by itself. Take it out of the desk file first, then accept.`,
      );
    if (!(yield* accepting.write(work)))
      return refused(`${tool} has changed once more. Look at it again with "integration review".`);
    const rules = new Map(auto.map((rule) => [limitsKey(rule), approvalUnder(rule)]));
    for (const rule of rules.values())
      yield* core.desk.write(work, { kind: 'policy', client: clientId, rule }, by.person.email);
    const aside = rules.size > 0 ? ' It was automatic and needs an approval again.' : '';
    work.audit({
      actor: `person:${by.person.email}`,
      verb: 'mcp.tool_accepted',
      subject: `tool:${tool}`,
      clientId,
      text: `${by.person.name} accepted the changed definition of ${tool}.${aside}`,
    });
    const back =
      rules.size > 0
        ? ' It was automatic before and needs an approval now; "policy" sets that back, with a second admin.'
        : '';
    return done(`${tool} is used with its new definition from now on.${back}`);
  });
  if (outcome.type === 'done') await core.desk.reload();
  await accepting?.reload();
  return outcome;
}

function automaticRules(core: Core, clientId: string, tool: string): readonly ScopedRule[] {
  return core.desk.rules.filter(
    (rule) =>
      rule.tool === tool &&
      rule.policy === 'auto' &&
      (rule.clientId === undefined || rule.clientId === clientId),
  );
}

function approvalUnder(rule: PolicyRule): PolicyRule {
  return { tool: rule.tool, policy: 'approval_needed', ...conditionsOf(rule) };
}

/** Chat replaces no locked rule, and none with a condition that it does not know. */
function isOutOfReach(rule: ScopedRule): boolean {
  return rule.locked === true || unknownKeys(rule).length > 0;
}
