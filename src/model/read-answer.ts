// Reads a chat completion as some server sent it: tolerant in form, because servers differ, and bounded in numbers, because
// they are counted. Trusts nothing that it says.
import { z } from 'zod';
import { ModelError, type ModelTurn, type ToolCall, type Usage } from './model.ts';
import { filtered } from './model-failure.ts';

const count = z.number().min(0).max(10_000_000).transform(Math.round).nullish().catch(undefined);
const text = z.string().nullish().catch(undefined);

const callSchema = z.object({
  id: text,
  function: z.object({ name: z.string(), arguments: z.unknown() }).optional().catch(undefined),
});

const answerSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: text, refusal: text, tool_calls: z.array(callSchema).nullish() }),
        finish_reason: text,
      }),
    )
    .min(1),
  usage: z
    .object({
      prompt_tokens: count,
      completion_tokens: count,
      prompt_tokens_details: z.object({ cached_tokens: count }).nullish().catch(undefined),
      completion_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
});

/**
 * @param promptLength characters of the request, to estimate from when the server counts nothing
 * @throws ModelError for what is no chat completion, and for an answer that a content filter ended
 */
export function readAnswer(answer: unknown, promptLength: number): ModelTurn {
  const read = answerSchema.safeParse(answer);
  const choice = read.data?.choices[0];
  if (!read.data || !choice)
    throw new ModelError('failed', 'The model server did not answer as chat completions do.');
  if (choice.finish_reason === 'content_filter') throw filtered();
  const { content, refusal, tool_calls } = choice.message;
  const said = content ?? refusal ?? '';
  const calls = toCalls(tool_calls ?? []);
  const length = said.length + calls.reduce((sum, call) => sum + call.name.length + call.arguments.length, 0);
  return {
    text: said,
    calls,
    usage: toUsage(read.data.usage, promptLength, length),
    cut: choice.finish_reason === 'length',
  };
}

/** Every call gets an id that no other call of the turn has: results are told apart by it. */
function toCalls(calls: readonly z.output<typeof callSchema>[]): readonly ToolCall[] {
  const taken = new Set<string>();
  return calls.map(({ id, function: called }, at) => {
    const usable = typeof id === 'string' && id !== '' && id.length <= 128 && !taken.has(id);
    const own = usable ? id : freeId(at, taken);
    taken.add(own);
    return { id: own, name: called?.name ?? '', arguments: argumentsText(called?.arguments) };
  });
}

function freeId(at: number, taken: ReadonlySet<string>): string {
  let id = `call_${at + 1}`;
  while (taken.has(id)) id += '_';
  return id;
}

/** Some servers send the object itself instead of its text. */
function argumentsText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? '{}';
  } catch {
    throw new ModelError('conversation', 'The arguments of a tool call cannot be read.');
  }
}

function toUsage(
  usage: z.output<typeof answerSchema>['usage'],
  promptLength: number,
  answerLength: number,
): Usage {
  const { prompt_tokens: prompt, completion_tokens: completion } = usage ?? {};
  // Servers that count nothing leave it out or say 0, and no prompt is empty.
  if (!prompt || typeof completion !== 'number') return estimateUsage(promptLength, answerLength);
  return {
    promptTokens: prompt,
    cachedTokens: Math.min(prompt, usage?.prompt_tokens_details?.cached_tokens ?? 0),
    completionTokens: completion,
    reasoningTokens: Math.min(completion, usage?.completion_tokens_details?.reasoning_tokens ?? 0),
    estimated: false,
  };
}

const CHARACTERS_PER_TOKEN = 4;

function estimateUsage(promptLength: number, answerLength: number): Usage {
  return {
    promptTokens: Math.ceil(promptLength / CHARACTERS_PER_TOKEN),
    cachedTokens: 0,
    completionTokens: Math.ceil(answerLength / CHARACTERS_PER_TOKEN),
    reasoningTokens: 0,
    estimated: true,
  };
}
