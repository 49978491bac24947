// An admin has looked at a tool whose definition changed and takes the new one. The tool then needs an approval again: a rule
// that let the old definition run by itself says nothing about the new one.
import type { Core } from '../../core.ts';
import type { Integration } from '../../integrations/integration.ts';
import type { Person } from '../../people/person.ts';
import type { PolicyRule, ScopedRule } from '../../policy/policy.ts';
import type { Handled } from '../outcome.ts';

/**
 * Rules that say `auto` for the tool are set to `approval_needed` for this client in the same unit. Setting them back loosens, so
 * it takes the second admin that every loosening takes. Rules that chat cannot replace have to be changed first.
 */
export async function acceptDefinition(
  core: Core,
  at: { readonly clientId: string; readonly integration: Integration; readonly tool: string },
  by: Person,
): Promise<Handled> {
  const { clientId, integration, tool } = at;
  const now = core.clock.now();
  const accepting = integration.definitions?.accept(tool, by.email, now);
  if (!accepting)
    return { type: 'refused', why: `${tool.slice(0, 100)} is not suspended at ${integration.id}.` };
  const auto = core.desk.rules.filter(
    (rule) =>
      rule.tool === tool &&
      rule.policy === 'auto' &&
      (rule.clientId === undefined || rule.clientId === clientId),
  );
  if (auto.some(isOutOfReach))
    return {
      type: 'refused',
      why: `A rule with a condition, or a locked one, lets ${tool} run by itself. Take it out of the desk file first, then accept.`,
    };
  const types = [...new Set(auto.map((rule) => rule.ticket_type))];
  const accepted = await core.unit(function* (work) {
    if (!(yield* accepting.write(work))) return false;
    for (const type of types) {
      const rule: PolicyRule = { tool, policy: 'approval_needed', ...(type ? { ticket_type: type } : {}) };
      yield* core.desk.write(work, { kind: 'policy', client: clientId, rule }, by.email);
    }
    const aside = types.length > 0 ? ' It was automatic and needs an approval again.' : '';
    work.audit({
      actor: `person:${by.email}`,
      verb: 'mcp.tool_accepted',
      subject: `tool:${tool}`,
      clientId,
      text: `${by.name} accepted the changed definition of ${tool}.${aside}`,
    });
    return true;
  });
  if (types.length > 0) await core.desk.reload();
  await accepting.reload();
  if (!accepted)
    return {
      type: 'refused',
      why: `${tool} has changed once more. Look at it again with "integration review".`,
    };
  const aside =
    types.length > 0
      ? ' It was automatic before and needs an approval now; "policy" sets that back, with a second admin.'
      : '';
  return { type: 'done', text: `${tool} is used with its new definition from now on.${aside}` };
}

/** Chat replaces rules without a condition only. */
function isOutOfReach(rule: ScopedRule): boolean {
  return rule.when !== undefined || rule.integration !== undefined || rule.locked === true;
}
