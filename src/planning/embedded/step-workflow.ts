// A step workflow without a model: its parameters are found in the message, its tool steps become the plan.
import type { Json } from '../../lib/json.ts';
import type { MatchedWorkflow, Proposal, ProposedStep, ToolSummary } from '../planner.ts';
import { ask, type Cook, filled, handOff, propose, type Slot, stop } from './recipe.ts';
import { findSubject } from './slots/subject.ts';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
const REFERENCE = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;
const WHOLE = /^\{\{\s*([A-Za-z0-9_]+)\s*\}\}$/;

type Steps = NonNullable<MatchedWorkflow['steps']>;
type Params = NonNullable<MatchedWorkflow['params']>;

export async function fillSteps(
  cook: Cook,
  workflow: MatchedWorkflow,
  steps: Steps,
  writes: readonly ToolSummary[],
): Promise<Proposal> {
  const params = workflow.params ?? {};
  const values = new Map<string, string>();
  for (const [name, param] of Object.entries(params)) {
    const found = await paramOf(cook, name, param, wantsPerson(name, steps, writes));
    if (found.type === 'stop') return found.proposal;
    if (found.value !== undefined) values.set(name, found.value);
  }
  const filledSteps: ProposedStep[] = [];
  for (const step of steps) {
    const args: Record<string, Json> = {};
    for (const [arg, template] of Object.entries(step.args)) {
      const value = fill(template, values);
      if (value === undefined)
        return handOff(cook, `The workflow "${workflow.title}" leaves ${step.tool}.${arg} open.`);
      args[arg] = value;
    }
    filledSteps.push({ tool: step.tool, args, why: `Step of the workflow "${workflow.title}".` });
  }
  return propose(cook, {
    diagnosis: `The request fits the workflow "${workflow.title}": ${workflow.why}.`,
    steps: filledSteps,
    reply: workflow.reply
      ? String(fill(workflow.reply, values) ?? workflow.reply)
      : `Done: ${workflow.title}.`,
  });
}

/** A parameter that ends in a person argument is looked up; any other is text from the message. */
function wantsPerson(name: string, steps: Steps, writes: readonly ToolSummary[]): boolean {
  return steps.some((step) =>
    Object.entries(step.args).some(([arg, template]) => {
      const used = typeof template === 'string' && WHOLE.exec(template)?.[1] === name;
      return used && writes.find((tool) => tool.name === step.tool)?.argKinds[arg] === 'person';
    }),
  );
}

async function paramOf(
  cook: Cook,
  name: string,
  param: Params[string],
  person: boolean,
): Promise<Slot<string | undefined>> {
  if (person) {
    const subject = await findSubject(
      cook,
      `Whom is this about? Please give the name or the e-mail address.`,
    );
    return subject.type === 'stop' ? subject : filled(subject.value.id);
  }
  const text = cook.state.slot === name ? (cook.answer ?? '') : cook.wish;
  const found = extract(name, text, cook.state.slot === name);
  if (found !== undefined) return filled(found);
  if (!param.required) return filled(undefined);
  return stop(ask(cook, name, `${param.description ?? `What is the ${name.replaceAll('_', ' ')}?`}`));
}

/** By the parameter's name: an address, the words after the name, a quoted text, the whole answer; the whole text for `text`. */
function extract(name: string, text: string, answering: boolean): string | undefined {
  const key = name.toLowerCase();
  if (answering) return text.trim().slice(0, 200) || undefined;
  if (/^(?:text|request|message|description|reason|details)$/.test(key))
    return text.trim().slice(0, 200) || undefined;
  if (/(?:user|person|email|upn|account|who)/.test(key)) {
    const email = EMAIL.exec(text)?.[0]?.replace(/[.,;]+$/, '');
    if (email) return email;
  }
  const named = new RegExp(
    `\\b${key.replaceAll('_', '[ _-]')}\\b(?:\\s+(?:is|called|named|number|no\\.?))?[\\s:=]+"?([\\p{L}\\p{N}][\\p{L}\\p{N}._-]*)`,
    'iu',
  ).exec(text)?.[1];
  if (named) return named.replace(/[.,;]+$/, '');
  const quoted = /["“]([^"”]{1,100})["”]/.exec(text)?.[1];
  if (quoted) return quoted;
  return codeLike(text);
}

/** A word that looks like the name of a thing: capitals or digits with a dash, such as PRN-2 or LT0042. */
function codeLike(text: string): string | undefined {
  return /\b(?=[A-Za-z0-9-]*\d)(?=[A-Za-z0-9-]*[A-Z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\b/.exec(text)?.[0];
}

/** One pass; a text that is one whole reference gives the value itself. Undefined where a reference stays open. */
function fill(template: Json, values: ReadonlyMap<string, string>): Json | undefined {
  if (typeof template !== 'string') return template;
  let open = false;
  const text = template.replace(REFERENCE, (_found, name: string) => {
    const value = values.get(name);
    if (value === undefined) open = true;
    return value ?? '';
  });
  return open ? undefined : text;
}
