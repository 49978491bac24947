// A step workflow without a model: its parameters are found in the message and put into its tool steps, in one pass. A
// required parameter that is not there is asked for; a reference that stays open ends in a hand-off.
import type { Json } from '../../lib/json.ts';
import type { ArgKind } from '../../tools/tool.ts';
import type { MatchedWorkflow, Proposal, ProposedStep, ToolSummary } from '../planner.ts';
import { handOff, type RecipeContext } from './recipe.ts';
import { type ParamKind, settleParam } from './settle-param.ts';

const REFERENCE = /\{\{\s*([\w.]+)\s*\}\}/g;
const WHOLE = /^\{\{\s*(\w+)\s*\}\}$/;
const PERSONAL = /\b(?:person|user|upn|e-?mail|employee|colleague|member|who|people)\b/i;

type Steps = NonNullable<MatchedWorkflow['steps']>;

/** A parameter's value for tools, and how replies call it. */
interface Value {
  readonly value: string;
  readonly name: string;
}

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
  const values = new Map<string, Value>();
  let subject: string | undefined;
  for (const [name, param] of Object.entries(workflow.params ?? {})) {
    const kind = kindOf(name, param.description ?? '', steps, tools);
    const found = await settleParam(context, { name, kind, ...param });
    if (!found.ok) return found.proposal;
    if (found.value === undefined) continue;
    values.set(name, found.value);
    if (kind === 'person' && found.value.value !== context.request.requester.id)
      subject ??= found.value.value;
  }
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
  const said = [...values].map(([name, { name: text }]) => `${name}: ${text}`);
  const reply = workflow.reply?.replace(REFERENCE, (whole, name: string) => values.get(name)?.name ?? whole);
  return {
    type: 'plan',
    diagnosis: `The request is carried out by the workflow “${workflow.title}”.`,
    evidence: said,
    steps: filled,
    reply: reply ?? `Done: ${workflow.title}.`,
    ticketType: context.ticketType,
    ...(subject === undefined ? {} : { subject }),
  };
}

/** What a parameter is: as the tool argument that takes it says, else by its name and description. */
function kindOf(
  name: string,
  description: string,
  steps: Steps,
  tools: ReadonlyMap<string, ToolSummary>,
): ParamKind {
  for (const { tool, args } of steps) {
    for (const [arg, template] of Object.entries(args)) {
      if (typeof template !== 'string' || WHOLE.exec(template)?.[1] !== name) continue;
      const kind = ownKind(tools.get(tool)?.argKinds, arg);
      if (kind !== undefined && kind !== 'requester' && kind !== 'text') return kind;
      // An argument that is plain text takes what was written, not an id; an address is looked up all the same.
      if (kind === 'text' && !PERSONAL.test(`${name} ${description}`.replaceAll('_', ' '))) return 'text';
    }
  }
  return PERSONAL.test(`${name} ${description}`.replaceAll('_', ' ')) ? 'person' : 'text';
}

function ownKind(kinds: Readonly<Record<string, ArgKind>> | undefined, arg: string): ArgKind | undefined {
  return kinds && Object.hasOwn(kinds, arg) ? kinds[arg] : undefined;
}

type Filled = { readonly args: Record<string, Json> } | { readonly open: string };

function fillArgs(args: Readonly<Record<string, Json>>, values: ReadonlyMap<string, Value>): Filled {
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
  values: ReadonlyMap<string, Value>,
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
