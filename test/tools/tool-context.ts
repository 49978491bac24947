// The context that the executor gives a tool, for tests of tools alone.

import type { ToolContext } from '../../src/tools/tool.ts';
import { ManualClock } from '../support/manual-clock.ts';

export function toolContext(parts: Partial<ToolContext> = {}): ToolContext {
  return {
    clientId: 'acme-dental',
    requesterEmail: 'dana.reyes@acme-dental.example',
    ticketNumber: 1042,
    idempotencyKey: 'run-1:0:1',
    clock: new ManualClock(),
    signal: new AbortController().signal,
    secret: (name) => Promise.reject(new Error(`No secret ${name} in this test`)),
    ...parts,
  };
}
