// A step workflow without a model: its parameters are found in the message and put into its tool steps, in one pass. A
// required parameter that is not there is asked for; a reference that stays open ends in a hand-off.
import type { Json } from '../../lib/json.ts';
import { lookUp } from '../../lib/look-up.ts';
import type { ChangeTool } from '../../tools/tool-name.ts';
import type { MatchedWorkflow } from '../../workflows/workflow.ts';
import type { Proposal, ProposedStep, ToolSummary } from '../planner.ts';
import { handOff, type RecipeContext, type Settled, settled, stopped } from './recipe.ts';
import { type ParamKind, type ParamValue, settleParam } from './settle-param.ts';

const REFERENCE = /\{\{\s*([\w.]+)\s*\}\}/g;
const WHOLE = /^\{\{\s*(\w+)\s*\}\}$/;
const CREATES: ChangeTool = 'create_user';
const PERSONAL = /\b(?:person|user|upn|e-?mail|employee|colleague|member|who|people)\b/i;

type Steps = NonNullable<MatchedWorkflow['steps']>;

/** @param tools those a step may name: writes, and reads that are offered */
export async function fillSteps(
  context: RecipeContext,
  workflow: MatchedWorkflow,
  steps: Steps,
  tools: ReadonlyMap<string, ToolSummary>,
): Promise<Proposal> {
  const missing = [...new Set(steps.map(({ tool }) => tool))].filter((tool) => !tools.has(tool));
  if (missing.length > 0) {
    return handOff(
      context,
      `The workflow “${workflow.title}” needs ${missing.join(' and ')}, which may not be used here.`,
    );
  }
  const settledValues = await settleValues(context, workflow, (name, description) =>
    kindOf(name, description, steps, tools),
  );
  if (!settledValues.ok) return settledValues.proposal;
  const values = settledValues.value;
  const filled: ProposedStep[] = [];
  for (const { tool, args } of steps) {
    const made = fillArgs(args, values);
    if ('open' in made) {
      return handOff(
        context,
        `The workflow “${workflow.title}” leaves ${made.open} of ${tool} open: the message does not say it.`,
      );
    }
    filled.push({ tool, args: made.args, why: `Step of the workflow “${workflow.title}”.` });
  }
  const subject = [...values.values()].find(({ personId }) => personId !== undefined)?.personId;
  const said = [...values].map(([name, { name: text }]) => `${name}: ${text}`);
  const reply = workflow.reply?.replace(REFERENCE, (whole, name: string) => values.get(name)?.name ?? whole);
  return {
    type: 'plan',
    diagnosis: `The request is carried out by the workflow “${workflow.title}”.`,
    evidence: said,
    steps: filled,
    reply: reply ?? `Done: ${workflow.title}.`,
    ticketType: context.ticketType,
    ...(subject === undefined || subject === context.request.requester.id ? {} : { subject }),
  };
}

/** Every parameter that was said. With two people it stops: who is who cannot be told apart by rules. */
async function settleValues(
  context: RecipeContext,
  workflow: MatchedWorkflow,
  kind: (name: string, description: string) => ParamKind,
): Promise<Settled<ReadonlyMap<string, ParamValue>>> {
  const params = Object.entries(workflow.params ?? {}).map(([name, param]) => ({
    name,
    kind: kind(name, param.description ?? ''),
    ...param,
  }));
  if (params.filter((param) => param.kind === 'person' || param.kind === 'address').length > 1) {
    const reason = `The workflow “${workflow.title}” names several people; who is who cannot be told without a model.`;
    return stopped(handOff(context, reason));
  }
  const values = new Map<string, ParamValue>();
  for (const param of params) {
    const found = await settleParam(context, param);
    if (!found.ok) return found;
    if (found.value !== undefined) values.set(param.name, found.value);
  }
  return settled(values);
}

/** What a parameter is: as the tool argument that takes it says, else by its name and description. */
function kindOf(
  name: string,
  description: string,
  steps: Steps,
  tools: ReadonlyMap<string, ToolSummary>,
): ParamKind {
  const isPersonal = PERSONAL.test(`${name} ${description}`.replaceAll('_', ' '));
  for (const { tool, args } of steps) {
    for (const [arg, template] of Object.entries(args)) {
      if (typeof template !== 'string' || WHOLE.exec(template)?.[1] !== name) continue;
      const kind = lookUp(tools.get(tool)?.argKinds ?? {}, arg);
      if (kind !== undefined && kind !== 'requester' && kind !== 'text') return kind;
      // Somebody who gets an account is in no directory yet; any other tool that takes text for a person gets the address.
      if (kind === 'text') return isPersonal && tool !== CREATES ? 'address' : 'text';
    }
  }
  return isPersonal ? 'person' : 'text';
}

type Filled = { readonly args: Record<string, Json> } | { readonly open: string };

function fillArgs(args: Readonly<Record<string, Json>>, values: ReadonlyMap<string, ParamValue>): Filled {
  const filled = new Map<string, Json>();
  for (const [arg, template] of Object.entries(args)) {
    const whole = typeof template === 'string' ? WHOLE.exec(template)?.[1] : undefined;
    // An optional parameter that was not given leaves its argument out.
    if (whole !== undefined && !values.has(whole)) continue;
    const { json, open } = fill(template, values);
    if (open) return { open: arg };
    filled.set(arg, json);
  }
  return { args: Object.fromEntries(filled) };
}

function fill(
  template: Json,
  values: ReadonlyMap<string, ParamValue>,
): { readonly json: Json; readonly open: boolean } {
  if (typeof template !== 'string') return { json: template, open: false };
  let open = false;
  const json = template.replace(REFERENCE, (whole, name: string) => {
    const found = values.get(name);
    open ||= found === undefined;
    return found?.value ?? whole;
  });
  return { json, open };
}
