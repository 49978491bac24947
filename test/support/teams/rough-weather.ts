// Faults as a platform has them on a bad day, in a fixed order, so that a story that fails fails again.
import type { ConnectorCall, Fault } from './connector.ts';

const LIMITED: Fault = { status: 429, headers: { 'retry-after': '1' } };
const SHORT_OF_IT: Fault = { status: 412 };
/** A post leaves no doubt here: what a lost answer to a post does is a test of its own. */
const POST: readonly Fault[] = [SHORT_OF_IT, LIMITED];
/** An edit may be done twice, so its answer may be lost. */
const EDIT: readonly Fault[] = [
  { status: 500, accepted: true },
  LIMITED,
  { hangUp: true, accepted: true },
  { hangUp: true },
  { status: 502 },
];
const EVERY = 3;

/** One fault in three sends of each kind; what is only read is left alone. */
export function roughWeather(): (call: ConnectorCall) => Fault | undefined {
  const counts = new Map<string, number>();
  return ({ operation, method, body }) => {
    if (method === 'GET') return undefined;
    const count = (counts.get(operation) ?? 0) + 1;
    counts.set(operation, count);
    if (count % EVERY !== 0) return undefined;
    const faults = operation === 'update' ? EDIT : POST;
    const fault = faults[(count / EVERY - 1) % faults.length];
    // Approval cards that are held back are shown together, which makes another story of it.
    return fault === LIMITED && JSON.stringify(body).includes('approval.approve') ? SHORT_OF_IT : fault;
  };
}
