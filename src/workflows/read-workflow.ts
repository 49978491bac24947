// A workflow file: a guide (instructions) or a step workflow of tool steps. What the schema does not know is refused.
import { z } from 'zod';
import type { Workflow } from './workflow.ts';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by -');
const value = z.union([z.string(), z.number(), z.boolean()]);

const common = {
  id,
  scope: z.string().min(1).default('shared'),
  status: z.enum(['draft', 'active', 'archived']).default('active'),
  trigger: z.string().trim().max(400).default(''),
  tags: z.array(z.string()).default([]),
};

const guideSchema = z.strictObject({
  ...common,
  title: z.string().trim().min(1).max(120),
  instructions: z.string().trim().min(1).max(8000),
  recipe: z
    .string()
    .regex(/^[a-z_]+$/)
    .optional(),
});

const stepsSchema = z.strictObject({
  ...common,
  name: z.string().trim().min(1).max(120),
  description: z.string().optional(),
  params: z
    .record(
      z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
      z.strictObject({
        type: z.enum(['string', 'number', 'boolean']).default('string'),
        required: z.boolean().default(true),
        description: z.string().optional(),
      }),
    )
    .default({}),
  steps: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(60),
        type: z.literal('tool', 'only tool steps run in this version'),
        tool_name: z.string().min(1),
        tool_args: z.record(z.string(), value).default({}),
      }),
    )
    .min(1)
    .max(40),
  reply: z.string().max(2000).optional(),
});

export type ReadWorkflow =
  | { readonly ok: true; readonly workflow: Workflow }
  | { readonly ok: false; readonly problems: readonly string[] };

/** @param input what the YAML parser gave */
export function readWorkflow(input: unknown, source: Workflow['source']): ReadWorkflow {
  const hasSteps = typeof input === 'object' && input !== null && 'steps' in input;
  const parsed = hasSteps ? stepsSchema.safeParse(input) : guideSchema.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`,
    );
    return { ok: false, problems };
  }
  const { data } = parsed;
  if (data.status === 'active' && data.trigger === '' && !('steps' in data)) {
    return { ok: false, problems: ['trigger: an active guide needs one, e.g. "When somebody asks for …"'] };
  }
  const { id: key, scope, status, trigger, tags } = data;
  const head = { id: key, scope, status, trigger, tags, version: 1, source };
  if ('instructions' in data) {
    const { instructions, recipe } = data;
    return {
      ok: true,
      workflow: { ...head, title: data.title, body: { kind: 'guide', instructions, recipe } },
    };
  }
  const steps = data.steps.map((step) => ({ id: step.id, tool: step.tool_name, args: step.tool_args }));
  return {
    ok: true,
    workflow: {
      ...head,
      title: data.name,
      body: { kind: 'steps', params: data.params, steps, reply: data.reply },
    },
  };
}
