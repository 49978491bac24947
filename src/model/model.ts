// The model port: one turn of a conversation with a language model, whatever server speaks for it. What comes back is
// text by a stranger: nothing here runs, checks or trusts it.
import type { Json } from '../lib/json.ts';

export interface ModelTool {
  /** Letters, digits, `_` and `-`, at most 64 characters. */
  readonly name: string;
  readonly description: string;
  /** JSON schema of the arguments. */
  readonly schema: Json;
}

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** As the model wrote them; may be anything. */
  readonly arguments: string;
}

export type ModelMessage =
  | { readonly role: 'system' | 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly callId: string; readonly text: string };

export interface Usage {
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly completionTokens: number;
  readonly reasoningTokens: number;
  /** The server did not say; four characters count as one token. */
  readonly estimated: boolean;
}

export interface ModelTurn {
  readonly text: string;
  readonly calls: readonly ToolCall[];
  readonly usage: Usage;
  /** The answer was cut at the server's own limit. */
  readonly cut: boolean;
}

export interface Model {
  readonly name: string;
  /** @throws ModelError */
  turn(
    messages: readonly ModelMessage[],
    tools: readonly ModelTool[],
    signal: AbortSignal,
  ): Promise<ModelTurn>;
}

/**
 * `setup`: an operator has to change something (key, model name, flags); `busy` and `failed` may pass by themselves; `conversation`:
 * the server answered, but nothing that this one conversation can use, which says nothing about any other.
 */
export class ModelError extends Error {
  readonly kind: 'setup' | 'busy' | 'timeout' | 'failed' | 'conversation';
  constructor(kind: ModelError['kind'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ModelError';
    this.kind = kind;
  }
}
