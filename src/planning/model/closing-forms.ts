// The four ways a run can end, as tools that the model calls, and the forms their arguments must have. Nothing here runs:
// what passes a form is checked further and then proposed.
import { z } from 'zod';
import type { Json } from '../../lib/json.ts';
import type { ModelTool } from '../../model/model.ts';

export const MAX_STEPS = 10;
/** Longer texts are cut later; anything beyond this is no text for people. */
const text = z.string().max(8000);
const confidence = z.number().min(0).max(1);
const optionalType = z.string().max(200).nullish();

/** Anything else that a step holds, such as a recipient, is refused. */
const stepForm = z.strictObject({
  tool: z.string().max(200),
  args: z.record(z.string(), z.json()).default({}),
  why: text.nullish(),
  not_before: z.string().max(40).nullish(),
});
export type StepForm = z.output<typeof stepForm>;

export const planForm = z.strictObject({
  diagnosis: text,
  evidence: z.array(text).max(40).default([]),
  confidence,
  ticket_type: optionalType,
  steps: z.array(stepForm).max(MAX_STEPS, `at most ${MAX_STEPS} steps`),
  reply: text,
});

export const questionForm = z.strictObject({
  question: text,
  notes: text.nullish(),
  ticket_type: optionalType,
});

export const answerForm = z.strictObject({
  text,
  sources: z.array(z.string().max(400)).max(20),
  confidence,
  ticket_type: optionalType,
});

export const handOffForm = z.strictObject({ reason: text, ticket_type: optionalType });

export const CLOSING_NAMES = ['answer', 'ask_requester', 'hand_off', 'submit_plan'] as const;
export type ClosingName = (typeof CLOSING_NAMES)[number];

export function isClosing(name: string): name is ClosingName {
  return CLOSING_NAMES.some((closing) => closing === name);
}

/**
 * @param writes names a step may hold; without any no plan can be made
 * @param types the closed list of ticket types
 */
export function closingTools(writes: readonly string[], types: readonly string[]): readonly ModelTool[] {
  const type: Json = { type: 'string', enum: types };
  const share: Json = { type: 'number', minimum: 0, maximum: 1 };
  const plan: ModelTool = {
    name: 'submit_plan',
    description: 'End with a plan: what is wrong, the steps in order, and the reply once all are done',
    schema: object(
      {
        diagnosis: string(1500),
        evidence: { type: 'array', items: string(300) },
        confidence: share,
        ticket_type: type,
        steps: { type: 'array', minItems: 1, maxItems: MAX_STEPS, items: stepSchema(writes) },
        reply: string(600),
      },
      [],
    ),
  };
  return [
    {
      name: 'answer',
      description: "End with an answer that rests on the client's documents",
      schema: object(
        {
          text: string(1500),
          sources: { type: 'array', items: string(200) },
          confidence: share,
          ticket_type: type,
        },
        [],
      ),
    },
    {
      name: 'ask_requester',
      description: 'End with one question to the requester; notes keep what is known for the next time',
      schema: object({ question: string(300), notes: string(2000), ticket_type: type }, ['notes']),
    },
    {
      name: 'hand_off',
      description: 'End by giving the ticket to a person, with the reason',
      schema: object({ reason: string(1500), ticket_type: type }, []),
    },
    ...(writes.length > 0 ? [plan] : []),
  ];
}

function stepSchema(writes: readonly string[]): Json {
  return object(
    {
      tool: { type: 'string', enum: writes },
      args: { type: 'object' },
      why: string(300),
      not_before: {
        type: 'string',
        description: 'Local date and time, 2026-11-27T17:00; only if it has to wait',
      },
    },
    ['not_before'],
  );
}

function string(maxLength: number): Json {
  return { type: 'string', maxLength };
}

function object(properties: Readonly<Record<string, Json>>, optional: readonly string[]): Json {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false };
}
