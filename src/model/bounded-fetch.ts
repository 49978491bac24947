// The fetch that talks to a model server: follows no redirect, reads no endless answer. The body is read here, inside the
// client's own time limit, which would otherwise end with the headers.

/** Far above any answer that can be used. */
const MOST_BYTES = 1_000_000;

/** Marks the answer that stands in for one that was too long. */
export const TOO_LONG_HEADER = 'x-deskhand-too-long';

export async function boundedFetch(
  input: Parameters<typeof fetch>[0],
  init?: Parameters<typeof fetch>[1],
): Promise<Response> {
  // A redirect would carry the key and the conversation to an address that nobody configured.
  const response = await fetch(input, { ...init, redirect: 'manual' });
  if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) {
    await response.body?.cancel();
    return tooLong();
  }
  const body = response.body === null ? null : await readBody(response.body);
  if (body === undefined) return tooLong();
  const { status, headers } = response;
  return new Response(body, { status, headers });
}

async function readBody(body: ReadableStream<Uint8Array>): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The SDK would take a thrown error for a broken connection and ask for the same answer again. */
function tooLong(): Response {
  return new Response('{}', {
    status: 502,
    headers: { 'content-type': 'application/json', 'x-should-retry': 'false', [TOO_LONG_HEADER]: '1' },
  });
}
