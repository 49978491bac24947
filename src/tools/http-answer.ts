// Reads the answer to a tool's request: at most as much as is shown, with every secret struck out, also inside JSON.
import type { Json } from '../lib/json.ts';
import { redact } from '../secrets/redact.ts';

export interface HttpAnswer {
  /** JSON where it is JSON; absent if it is empty or must not be shown. */
  readonly body?: Json;
  /** Only the beginning is shown. */
  readonly cut?: true;
}

const SHOWN = 7500;
/** More than is shown, so that a secret is never cut in two at the end of what is shown. */
const MOST_BYTES = 64 * 1024;
/** Shorter ones cannot be struck out without tearing every word apart. */
const SHORTEST_SECRET = 4;

/** Never throws: an answer that breaks off is shown as far as it came. */
export async function readAnswer(response: Response, secrets: readonly string[]): Promise<HttpAnswer> {
  const raw = await readText(response);
  if (raw.text.trim() === '' || secrets.some((secret) => secret.length < SHORTEST_SECRET)) return {};
  const parsed = raw.whole ? parseJson(raw.text) : undefined;
  // JSON is read and written again first: then no escape hides a letter of a secret.
  const text = redact(parsed === undefined ? raw.text : JSON.stringify(parsed), secrets);
  const shown = cutTo(text, SHOWN);
  if (shown.length < text.length || !raw.whole) return { body: shown, cut: true };
  return { body: (parsed === undefined ? undefined : parseJson(text)) ?? text };
}

async function readText(response: Response): Promise<{ readonly text: string; readonly whole: boolean }> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    while (reader && bytes <= MOST_BYTES) {
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode(), whole: true };
      bytes += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
    await reader?.cancel();
  } catch {
    // The status has been read, and it says what became of the call; the rest of the answer is lost.
  }
  return { text, whole: reader === undefined };
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The beginning whose JSON form is short enough. */
function cutTo(text: string, length: number): string {
  let kept = text.slice(0, length);
  while (JSON.stringify(kept).length > length) kept = kept.slice(0, Math.floor(kept.length * 0.8));
  return kept.replace(/[\uD800-\uDBFF]$/, '');
}
