// Reads what a tool of an MCP server answered: its text, at most 64 kB, with every secret of the server's entry struck out.
// Pictures and sounds are named, not shown.
import { redact } from '../../secrets/redact.ts';

const MOST_RESULT = 64 * 1024;

export interface McpResult {
  readonly failed: boolean;
  readonly text: string;
}

/** @param result as the server sent it */
export function readResult(result: unknown, secrets: readonly string[]): McpResult {
  const { content, structuredContent, isError } = asRecord(result);
  const blocks = Array.isArray(content) ? content.map(blockText).filter((text) => text !== '') : [];
  const text =
    blocks.length > 0 || structuredContent === undefined
      ? blocks.join('\n')
      : JSON.stringify(structuredContent);
  return { failed: isError === true, text: cutText(text, secrets) };
}

/** Struck out before it is cut, so that no half of a secret is left at the end. */
export function cutText(text: string, secrets: readonly string[], longest = MOST_RESULT): string {
  const enough = text
    .slice(0, longest * 2)
    .toWellFormed()
    .replaceAll('\u0000', '');
  const clean = redact(enough, secrets);
  const whole = clean.length <= longest && enough.length === text.length;
  return whole ? clean : `${clean.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')} … (cut)`;
}

function blockText(block: unknown): string {
  const { type, text, mimeType, resource, uri } = asRecord(block);
  if (type === 'text') return typeof text === 'string' ? text : '';
  if (type === 'resource') {
    const inner = asRecord(resource);
    return typeof inner.text === 'string' ? inner.text : `[a file, ${String(inner.uri).slice(0, 200)}]`;
  }
  if (type === 'resource_link') return `[a link, ${String(uri).slice(0, 200)}]`;
  return `[${String(type).slice(0, 20)}, ${String(mimeType).slice(0, 60)}, not shown]`;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
