// The internal note that the full diagnosis and plan are written to, as plain text.
import { hashPlan, type PlanBody, type PlanProse, shortHash } from '../plans/plan.ts';

export function planNote(
  plan: { readonly body: PlanBody; readonly prose: PlanProse },
  around: { readonly matchWhy: string; readonly outcome: string },
): string {
  const { body, prose } = plan;
  const lines = [
    `Diagnosis: ${prose.diagnosis}`,
    ...prose.evidence.map((entry) => `- ${entry}`),
    `Workflows: ${prose.workflows.map((workflow) => `${workflow.title} (${workflow.why})`).join('; ') || around.matchWhy}`,
    'Plan:',
    ...body.steps.map((step, index) => {
      const change = prose.effects[index]?.change;
      const why = prose.whys[index];
      return `${index + 1}. ${step.sentence}${change ? ` (${change})` : ''}. ${why ? `${why} ` : ''}Policy: ${step.policy.why}.`;
    }),
    `Reply on success: ${body.reply}`,
    around.outcome,
    `plan ${shortHash(hashPlan(body))}`,
  ];
  return lines.join('\n');
}
