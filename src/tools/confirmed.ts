// The result of a write: that it was accepted, and what the system says of it afterwards. Never a secret.
import type { Json } from '../lib/json.ts';

type Facts = Readonly<Record<string, Json>>;

/**
 * Waits for the write, then reads back. A read that fails does not undo the write, so it only leaves the facts out.
 * @throws what the write throws
 */
export async function confirmed(write: Promise<void>, read: () => Promise<Facts | undefined>): Promise<Json> {
  await write;
  const facts = await read().catch(() => undefined);
  return { ok: true, ...facts };
}
