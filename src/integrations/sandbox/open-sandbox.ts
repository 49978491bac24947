// The state of one made-up company and the one way to change it: checked, logged under the caller's key, then applied.
// Writes wait for each other, so that two of them never take the same last seat.
import type { Clock } from '../../lib/clock.ts';
import type { Json } from '../../lib/json.ts';
import type { WriteOptions } from '../../ports/directory.ts';
import { ToolError } from '../../tools/tool.ts';
import { applyChange } from './apply-change.ts';
import type { Change, ChangeLog, WriteVerb } from './change-log.ts';
import type { SandboxCompany } from './sandbox-schema.ts';
import { initialState, type SandboxState } from './state.ts';

/**
 * What a write is told to do, for tests and the demo: refuse, fail before it happened, lose the answer after it happened,
 * or never answer.
 */
export type Fault = 'final' | 'retry' | 'unknown' | 'hang';

export interface OpenOptions {
  readonly changes: ChangeLog;
  readonly clock: Clock;
  /** By verb, asked at each write. */
  readonly fault?: ((verb: WriteVerb) => Fault | undefined) | undefined;
}

export interface Sandbox {
  state(): Promise<SandboxState>;
  /**
   * A key that is known changes nothing and gives the change that was made then.
   * @param decide the change's arguments, or a refusal thrown by `refuse`
   * @throws ToolError
   */
  change(
    verb: WriteVerb,
    options: WriteOptions,
    decide: (state: SandboxState) => Readonly<Record<string, Json>>,
  ): Promise<Change>;
}

/** Nothing happened; the reason is shown to technicians. */
export function refuse(reason: string): never {
  throw new ToolError('final', reason);
}

export function openSandbox({ changes, clock, fault }: OpenOptions, company: SandboxCompany): Sandbox {
  let loaded: Promise<SandboxState> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const load = async () => {
    const state = initialState(company, clock.now().getTime());
    for (const change of await changes.all()) applyChange(state, change);
    return state;
  };
  const state = () => {
    loaded ??= load().catch((error: unknown) => {
      // The next call tries again.
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  const write: Sandbox['change'] = async (verb, { key: callKey, signal }, decide) => {
    if (signal.aborted) throw new ToolError('retry', `The sandbox was not asked for ${verb}: out of time.`);
    const key = `${callKey}/${verb}`;
    const current = await state();
    const known = current.done.get(key);
    if (known) return known;
    const change = { key, at: clock.now().getTime(), verb, args: decide(current) };
    if ((await changes.append(change)) === 'appended') {
      applyChange(current, change);
      return change;
    }
    // Another process wrote it: its world is the true one.
    loaded = undefined;
    return (await state()).done.get(key) ?? change;
  };
  return {
    state,
    change: async (verb, options, decide) => {
      const told = fault?.(verb);
      if (told === 'hang') await aborted(options.signal);
      if (told === 'final' || told === 'retry')
        throw new ToolError(told, `The sandbox was told to fail ${verb}.`);
      const turn = last.then(() => write(verb, options, decide));
      last = turn.catch(() => undefined);
      const change = await turn;
      if (told !== undefined) throw new ToolError('unknown', `The sandbox lost its answer to ${verb}.`);
      return change;
    },
  };
}

async function aborted(signal: AbortSignal): Promise<never> {
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  throw new ToolError('unknown', 'The sandbox did not answer.');
}
