// Identifiers made by the app: UUID version 7 as text, so that they sort by time on both databases.
import { randomBytes } from 'node:crypto';

let lastMs = 0;
let sequence = 0;

/** One call to the system for many ids: each costs more than the id. */
const POOL_BYTES = 4096;
let pool = Buffer.alloc(0);

function nextRandom(): Buffer {
  if (pool.length === 0) pool = randomBytes(POOL_BYTES);
  const taken = pool.subarray(0, 8);
  pool = pool.subarray(8);
  return taken;
}

/**
 * A new UUIDv7 (RFC 9562, section 5.7). Ids of one process made in the same millisecond keep their order:
 * a 12-bit counter stands in `rand_a`.
 * @param now milliseconds since 1970
 */
export function newId(now: number): string {
  if (now > lastMs) {
    lastMs = now;
    sequence = 0;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMs += 1;
      sequence = 0;
    }
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const random = nextRandom();
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = random.toString('hex');
  const counter = sequence.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
