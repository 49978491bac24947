// A conversation with tools, told in plain text for servers that know no tools: what the tools are, what was called, what
// came of it. Pure; reading the answer is text-calls.ts.
import type { ModelMessage, ModelTool } from './model.ts';

export interface PlainMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
}

/**
 * Tools go to the end of the first system text, so that what stands before the ticket stays the same from run to run.
 * Neighbours of one role become one message: many templates insist on turns that alternate.
 */
export function toPlainMessages(
  messages: readonly ModelMessage[],
  tools: readonly ModelTool[],
): readonly PlainMessage[] {
  const names = new Map<string, string>();
  const plain = messages.map((message): PlainMessage => {
    if (message.role === 'assistant') {
      for (const call of message.calls) names.set(call.id, call.name);
      return { role: 'assistant', text: [message.text, ...message.calls.map(written)].join('\n').trim() };
    }
    if (message.role !== 'tool') return message;
    return { role: 'user', text: `Result of ${names.get(message.callId) ?? 'a tool'}:\n${message.text}` };
  });
  const first = plain[0];
  if (tools.length === 0) return merged(plain);
  const described = describe(tools);
  return merged(
    first?.role === 'system'
      ? [{ role: 'system', text: `${first.text}\n\n${described}` }, ...plain.slice(1)]
      : [{ role: 'system', text: described }, ...plain],
  );
}

function written({ name, arguments: args }: { name: string; arguments: string }): string {
  return `{"tool": ${JSON.stringify(name)}, "arguments": ${args}}`;
}

function describe(tools: readonly ModelTool[]): string {
  return [
    'You use tools by writing. To use one, answer with one JSON object and nothing else:',
    '{"tool": "NAME", "arguments": {...}}',
    'One tool per answer; its result comes as the next message. The tools, with the JSON schema of their arguments:',
    ...tools.map((tool) => `- ${tool.name}: ${tool.description} Arguments: ${JSON.stringify(tool.schema)}`),
  ].join('\n');
}

function merged(messages: readonly PlainMessage[]): readonly PlainMessage[] {
  const together: PlainMessage[] = [];
  for (const message of messages) {
    const before = together.at(-1);
    if (before?.role === message.role) {
      together[together.length - 1] = { role: message.role, text: `${before.text}\n\n${message.text}` };
    } else together.push(message);
  }
  return together;
}
