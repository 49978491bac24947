// An admin has looked at a tool whose definition changed and takes the new one. The tool then needs an approval again: a rule
// that let the old definition run by itself says nothing about the new one.
import type { Core } from '../../core.ts';
import type { Integration } from '../../integrations/integration.ts';
import type { Actor } from '../../people/actor.ts';
import type { PolicyRule, ScopedRule } from '../../policy/policy.ts';
import type { Step } from '../../store/database.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/**
 * Rules that say `auto` for the tool are set to `approval_needed` for this client in the same unit. Setting them back loosens, so
 * it takes the second admin that every loosening takes. Rules that chat cannot replace have to be changed first.
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
        `A rule with a condition, or a locked one, lets ${tool} run by itself. Take it out of the desk file first, then accept.`,
      );
    if (!(yield* accepting.write(work)))
      return refused(`${tool} has changed once more. Look at it again with "integration review".`);
    const types = [...new Set(auto.map((rule) => rule.ticket_type))];
    for (const type of types) {
      const rule: PolicyRule = { tool, policy: 'approval_needed', ...(type ? { ticket_type: type } : {}) };
      yield* core.desk.write(work, { kind: 'policy', client: clientId, rule }, by.person.email);
    }
    const aside = types.length > 0 ? ' It was automatic and needs an approval again.' : '';
    work.audit({
      actor: `person:${by.person.email}`,
      verb: 'mcp.tool_accepted',
      subject: `tool:${tool}`,
      clientId,
      text: `${by.person.name} accepted the changed definition of ${tool}.${aside}`,
    });
    const back =
      types.length > 0
        ? ' It was automatic before and needs an approval now; "policy" sets that back, with a second admin.'
        : '';
    return done(`${tool} is used with its new definition from now on.${back}`);
  });
  await core.desk.reload();
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

/** Chat replaces rules without a condition only. */
function isOutOfReach(rule: ScopedRule): boolean {
  return rule.when !== undefined || rule.integration !== undefined || rule.locked === true;
}
