// Holds one step of a model's plan against what the run offered and found: the tool, its arguments, and every id. A step that
// does not hold is named with the reason; nothing is corrected.
import { z } from 'zod';
import type { Json } from '../../lib/json.ts';
import { calendarDay, timeOn } from '../../lib/local-time.ts';
import { lookUp } from '../../lib/look-up.ts';
import type { PlanningRequest, ProposedStep, ToolSummary } from '../planner.ts';
import type { StepForm } from './closing-forms.ts';
import type { Findings } from './findings.ts';
import { wrongArgument } from './read-calls.ts';
import { schemaForModel } from './toolbox.ts';

const LONGEST_WAIT_MS = 366 * 24 * 3_600_000;

export interface StepContext {
  readonly request: Pick<PlanningRequest, 'requester' | 'now' | 'timeZone'>;
  readonly writes: ReadonlyMap<string, ToolSummary>;
  readonly findings: Pick<Findings, 'hasId'>;
}

export type CheckedStep =
  | { readonly ok: true; readonly step: Omit<ProposedStep, 'why'> }
  | { readonly ok: false; readonly problem: string };

export function checkStep(form: StepForm, context: StepContext): CheckedStep {
  const tool = context.writes.get(form.tool);
  if (!tool) return { ok: false, problem: 'tool is not in the list' };
  const args = form.args as Readonly<Record<string, Json>>;
  const problem =
    wrongArgument(args) ?? wrongSign(args) ?? wrongShape(tool, args) ?? wrongId(tool, args, context);
  if (problem !== undefined) return { ok: false, problem };
  const when = readTime(form.not_before ?? undefined, context.request);
  if (!when.ok) return when;
  return {
    ok: true,
    step: { tool: tool.name, args, ...(when.at === undefined ? {} : { notBefore: when.at }) },
  };
}

/** Characters that hide, turn the reading direction or pass for others. */
function wrongSign(value: Json): string | undefined {
  if (typeof value === 'string') {
    if (/[\p{C}\p{Zl}\p{Zp}]/u.test(value)) return 'an argument holds a hidden character';
    if (mixesAlphabets(value)) return 'an argument mixes letters of different alphabets';
    if (value.includes('@') && !/^[\x20-\x7e]+$/.test(value))
      return 'an address holds a letter outside ASCII';
    return undefined;
  }
  if (value === null || typeof value !== 'object') return undefined;
  for (const entry of Object.values(value)) {
    const wrong = wrongSign(entry);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function mixesAlphabets(text: string): boolean {
  return text
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word));
}

/** Against the tool's own schema, as far as it can be read here; the program parses the arguments again before a plan is made. */
function wrongShape(tool: ToolSummary, args: Readonly<Record<string, Json>>): string | undefined {
  const form = formOf(tool);
  const parsed = form?.safeParse(args);
  const issue = parsed?.error?.issues[0];
  return issue && `args ${issue.path.join('.')} ${issue.message}`.slice(0, 200);
}

const forms = new WeakMap<ToolSummary, z.ZodType | undefined>();

function formOf(tool: ToolSummary): z.ZodType | undefined {
  if (forms.has(tool)) return forms.get(tool);
  let form: z.ZodType | undefined;
  try {
    // A foreign pattern might take for ever on a text that was made for it.
    form = z.fromJSONSchema(withoutPatterns(schemaForModel(tool)) as Parameters<typeof z.fromJSONSchema>[0]);
  } catch {
    form = undefined;
  }
  forms.set(tool, form);
  return form;
}

function withoutPatterns(schema: Json): Json {
  if (schema === null || typeof schema !== 'object') return schema;
  if (Array.isArray(schema)) return schema.map(withoutPatterns);
  return Object.fromEntries(
    Object.entries(schema)
      .filter(
        ([key, value]) => key !== 'patternProperties' && !(key === 'pattern' && typeof value === 'string'),
      )
      .map(([key, value]) => [key, withoutPatterns(value)]),
  );
}

/** People, groups and things only by an id that a read of this run returned, or the requester's own. */
function wrongId(
  tool: ToolSummary,
  args: Readonly<Record<string, Json>>,
  { request, findings }: StepContext,
): string | undefined {
  for (const [arg, value] of Object.entries(args)) {
    const kind = lookUp(tool.argKinds, arg);
    if (kind === undefined || kind === 'text') continue;
    if (kind === 'requester') return `args ${arg} is filled in by the desk`;
    const isOwn = kind === 'person' && request.requester.id !== undefined && value === request.requester.id;
    if (typeof value !== 'string' || !(isOwn || findings.hasId(value)))
      return `args ${arg} is not an id that a look-up of this conversation returned`;
  }
  return undefined;
}

type Time =
  | { readonly ok: true; readonly at: number | undefined }
  | { readonly ok: false; readonly problem: string };

/** Local to the client without an offset; at most a year ahead. */
function readTime(text: string | undefined, request: StepContext['request']): Time {
  if (text === undefined || text === '') return { ok: true, at: undefined };
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match?.slice(1, 6).map(Number) ?? [];
  const date = match ? calendarDay(year, month, day) : undefined;
  if (date === undefined || hour > 23 || minute > 59)
    return { ok: false, problem: 'not_before is not a date and time like 2026-11-27T17:00' };
  const at = match?.[6] ? Date.parse(text) : timeOn(date, { hour, minute }, request.timeZone);
  if (!Number.isSafeInteger(at))
    return { ok: false, problem: 'not_before is not a date and time like 2026-11-27T17:00' };
  if (at <= request.now.getTime()) return { ok: false, problem: 'not_before has passed already' };
  if (at > request.now.getTime() + LONGEST_WAIT_MS)
    return { ok: false, problem: 'not_before is more than a year ahead' };
  return { ok: true, at };
}
