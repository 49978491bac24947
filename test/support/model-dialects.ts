// The three kinds of model server that a desk has to work with, each in front of the same scripted model.
import { z } from 'zod';
import type { ModelConfig } from '../../src/model/client.ts';
import type { ModelProfile } from '../../src/model/model-profile.ts';
import { startFront, type Through } from './model-front.ts';
import { MODEL, MODEL_KEY, type ScriptedModel } from './scripted-model.ts';

export interface DialectServer {
  readonly config: ModelConfig;
  /** What the address of a real server of this kind would tell. */
  readonly profile: ModelProfile;
  readonly bodies: () => readonly string[];
  close(): Promise<void>;
}

export const MODEL_DIALECTS = ['strict', 'generic', 'text only'] as const;
export type ModelDialect = (typeof MODEL_DIALECTS)[number];

/** `model` keeps its scripts and is closed by whoever started it. */
export async function startDialect(dialect: ModelDialect, model: ScriptedModel): Promise<DialectServer> {
  const front = await startFront(model.url, THROUGH[dialect]);
  return {
    config: {
      baseUrl: `${front.url}/v1`,
      model: MODEL,
      ...(dialect === 'strict' ? { apiKey: MODEL_KEY } : {}),
    },
    profile: dialect === 'strict' ? 'openai' : 'generic',
    bodies: front.bodies,
    close: front.close,
  };
}

const functionSchema = z.strictObject({
  name: z.string().regex(/^[\w-]{1,64}$/),
  description: z.string().optional(),
  parameters: z.looseObject({ type: z.literal('object') }).optional(),
});

/** What OpenAI documents, of the fields that a desk may use; anything else is an unknown parameter. */
const strictRequest = z
  .strictObject({
    model: z.string(),
    messages: z
      .array(
        z.discriminatedUnion('role', [
          z.strictObject({ role: z.enum(['system', 'user']), content: z.string() }),
          z.strictObject({
            role: z.literal('assistant'),
            content: z.string().nullable(),
            tool_calls: z
              .array(
                z.strictObject({
                  id: z.string().min(1),
                  type: z.literal('function'),
                  function: z.strictObject({ name: z.string(), arguments: z.string() }),
                }),
              )
              .min(1)
              .optional(),
          }),
          z.strictObject({ role: z.literal('tool'), tool_call_id: z.string().min(1), content: z.string() }),
        ]),
      )
      .min(1),
    tools: z
      .array(z.strictObject({ type: z.literal('function'), function: functionSchema }))
      .min(1)
      .optional(),
    tool_choice: z.literal('auto').optional(),
    parallel_tool_calls: z.boolean().optional(),
    max_completion_tokens: z.int().min(1).optional(),
    store: z.boolean().optional(),
    prompt_cache_key: z.string().optional(),
  })
  .refine(({ tools, tool_choice, parallel_tool_calls }) => {
    return tools !== undefined || (tool_choice === undefined && parallel_tool_calls === undefined);
  }, 'tool_choice is only allowed when tools are specified')
  .refine(({ messages }) => answersEveryCall(messages), 'tool_call_ids did not have response messages');

interface WireMessage {
  readonly role: string;
  readonly tool_calls?: readonly { readonly id: string }[] | undefined;
  readonly tool_call_id?: string;
}

/** After calls come their results, each once and nothing in between. */
function answersEveryCall(messages: readonly WireMessage[]): boolean {
  const open = new Set<string>();
  for (const message of messages) {
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id ?? '')) return false;
      continue;
    }
    if (open.size > 0) return false;
    const ids = message.tool_calls?.map((call) => call.id) ?? [];
    for (const id of ids) open.add(id);
    if (open.size !== ids.length) return false;
  }
  return open.size === 0;
}

const refusal = (status: number, message: string) => ({
  status,
  body: { error: { message, type: 'invalid_request_error', param: null, code: null } },
});

const COMMON_FIELDS = ['model', 'messages', 'tools', 'tool_choice'];

const THROUGH: Readonly<Record<ModelDialect, Through>> = {
  strict: {
    refuse: (body) => {
      const read = strictRequest.safeParse(body);
      return read.success ? undefined : refusal(400, `Invalid request: ${read.error.issues[0]?.message}`);
    },
  },
  generic: {
    refuse: (body) => {
      const unknown = Object.keys(body).find((key) => !COMMON_FIELDS.includes(key));
      return unknown === undefined ? undefined : refusal(400, `unknown field "${unknown}"`);
    },
    translate: ({ usage: _, ...answer }) => answer,
  },
  'text only': {
    refuse: (body) => {
      if ('tools' in body) return refusal(400, `registry.example/${MODEL}:latest does not support tools`);
      const unknown = Object.keys(body).find((key) => !COMMON_FIELDS.includes(key));
      if (unknown !== undefined) return refusal(400, `unknown field "${unknown}"`);
      const roles = z
        .array(z.object({ role: z.string() }))
        .parse(body.messages)
        .map(({ role }) => role);
      return roles.some((role, at) => role === 'tool' || role === roles[at - 1])
        ? refusal(400, 'Conversation roles must alternate user/assistant/user/assistant')
        : undefined;
    },
    translate: asText,
  },
};

const answerSchema = z.object({
  choices: z.array(
    z.object({
      message: z.object({
        content: z.string().nullish(),
        tool_calls: z
          .array(z.object({ function: z.object({ name: z.string(), arguments: z.string() }) }))
          .optional(),
      }),
    }),
  ),
});

/** The scripted call as a small model would write it: a sentence and a fence. Of several, the first. */
function asText(answer: Record<string, unknown>): unknown {
  const message = answerSchema.parse(answer).choices[0]?.message;
  const call = message?.tool_calls?.[0]?.function;
  const content = call
    ? `I look at this first.\n\`\`\`json\n{"tool": ${JSON.stringify(call.name)}, "arguments": ${call.arguments}}\n\`\`\``
    : (message?.content ?? '');
  return { choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] };
}
