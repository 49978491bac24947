// Reads the JSON body of a request within a limit. It reads no more than the limit, whatever the headers claim.
import type { IncomingMessage } from 'node:http';

export type JsonBody =
  | { readonly type: 'json'; readonly value: unknown }
  | { readonly type: 'refused'; readonly status: 400 | 413 | 415; readonly error: string };

/** @param maxBytes of the body as sent */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<JsonBody> {
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json') {
    return { type: 'refused', status: 415, error: 'The body must be JSON (content-type: application/json).' };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) {
      return {
        type: 'refused',
        status: 413,
        error: `That is more than ${maxBytes.toLocaleString('en')} bytes, the most that one message may have.`,
      };
    }
    chunks.push(bytes);
  }
  try {
    return { type: 'json', value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { type: 'refused', status: 400, error: 'The body is not valid JSON.' };
  }
}
