// The fetch for MCP servers over HTTP: an answer to a request of ours ends after 10 MB. It follows no redirect.

const MOST_BYTES = 10 * 1024 * 1024;

export async function boundedAnswers(url: string | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: 'error' });
  // What is asked with GET is the stream of notifications, which lasts as long as the connection.
  if (response.body === null || init?.method === 'GET') return response;
  let bytes = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        bytes += chunk.byteLength;
        if (bytes > MOST_BYTES) controller.error(new Error('the answer was too long'));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(counted, { status, statusText, headers });
}
