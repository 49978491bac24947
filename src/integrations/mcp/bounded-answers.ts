// The fetch for MCP servers over HTTP: an answer to a request of ours, and each single notification, ends after 10 MB. It
// follows no redirect.

const MOST_BYTES = 10 * 1024 * 1024;
const LINE_FEED = 10;
const RETURN = 13;

export async function boundedAnswers(url: string | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: 'error' });
  if (response.body === null) return response;
  // What is asked with GET is the stream of notifications, which lasts as long as the connection: each of them is counted anew.
  const count = init?.method === 'GET' ? sinceBlankLine() : inAll();
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        if (count(chunk) > MOST_BYTES) controller.error(new Error('the answer was too long'));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(counted, { status, statusText, headers });
}

function inAll(): (chunk: Uint8Array) => number {
  let bytes = 0;
  return (chunk) => {
    bytes += chunk.byteLength;
    return bytes;
  };
}

/** An event ends at a blank line (server-sent events, WHATWG HTML 9.2.6). */
function sinceBlankLine(): (chunk: Uint8Array) => number {
  let bytes = 0;
  let atLineStart = true;
  return (chunk) => {
    for (const byte of chunk) {
      if (byte === LINE_FEED || byte === RETURN) {
        if (atLineStart) bytes = 0;
        atLineStart = true;
      } else atLineStart = false;
      bytes += 1;
    }
    return bytes;
  };
}
