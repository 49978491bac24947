// The people of the crash tests: they write, they press what their cards offer, and what nobody answered they do again.
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Action } from '../../cards/action.ts';
import type { ChatEvent, ChatUser } from '../../src/chat.ts';
import { readProcessEnv } from '../../src/config.ts';
import { defaultDeskFile } from '../../src/desk/default.ts';
import type { DeskFile } from '../../src/desk/desk-file.ts';
import { idOf } from '../../src/integrations/sandbox/ids.ts';
import type { ChildOptions, FromChild, ToChild } from '../support/crash-child.ts';
import { inTime } from '../support/in-time.ts';
import { noteUntilEnded } from '../support/left-running.ts';
import { messageEvent } from '../support/message-event.ts';
import type { Outside } from './outside.ts';

const CHILD = join(import.meta.dirname, '../support/crash-child.ts');
const SANDBOX = readFileSync(
  join(import.meta.dirname, '../../src/integrations/sandbox/sandbox.yaml'),
  'utf8',
);
export const DANA = 'dana.reyes@acme-dental.example';
export const MIA = 'mia.fontaine@acme-dental.example';
export const TINA = 'tina@north-msp.example';
const TEAM = 'T0NORTH';
/** Long, as many desks start beside each other. */
const ANSWER_MS = 60_000;

/** Three steps: repeatable by its key in our own database, by its key at the vendor, and not at all. */
export function crashDesk(vendor: string): DeskFile {
  const file = defaultDeskFile();
  const tool = (name: 'keyed' | 'never') => ({
    name: `order_${name}`,
    description: `Order a badge (${name})`,
    risk: 'write' as const,
    repeat: name,
    args: {},
    request: { method: 'POST' as const, url: `${vendor}/${name}` },
  });
  return {
    ...file,
    msp: { ...file.msp, slackTeams: [TEAM] },
    people: file.people.filter((person) => person.email === TINA),
    clients: file.clients
      .filter((client) => client.id === 'acme-dental')
      .map((client) => ({ ...client, slackTeams: [TEAM], tools: [tool('keyed'), tool('never')] })),
  };
}

const STEPS = [
  { tool: 'add_group_member', args: { group: idOf('grp', 'Finance'), person: DANA } },
  { tool: 'order_keyed', args: {} },
  { tool: 'order_never', args: {} },
];

const user = (id: string): ChatUser => ({ platform: 'slack', tenant: TEAM, id });
const direct = (id: string) => ({ platform: 'slack', tenant: TEAM, channel: `dm:${id}` }) as const;

export class Died extends Error {}

/** One process of the desk. Its calls fail with `Died` when it is gone. */
class Desk {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (message: FromChild) => void>();
  readonly #gone = Promise.withResolvers<never>();
  readonly #ready = Promise.withResolvers<void>();
  #next = 0;

  constructor(options: ChildOptions) {
    this.#process = fork(CHILD, [JSON.stringify(options)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // As `npm start` runs it, without what the test runner was started with.
      execArgv: [],
      // Starting is most of what a desk that dies at once costs.
      env: { ...readProcessEnv(), NODE_COMPILE_CACHE: join(tmpdir(), 'crash-compile-cache') },
    });
    noteUntilEnded(this.#process);
    let complaints = '';
    this.#process.stderr?.on('data', (data) => (complaints += String(data)));
    this.#process.on('message', (message: FromChild) => {
      if (message.type === 'ready') return this.#ready.resolve();
      this.#waiting.get(message.id)?.(message);
    });
    this.#process.on('exit', (_code, signal) => {
      this.#gone.reject(
        signal === 'SIGKILL' ? new Died() : new Error(`The desk ended by itself: ${complaints}`),
      );
    });
    this.#gone.promise.catch(() => {});
  }

  ready(): Promise<void> {
    return inTime(Promise.race([this.#ready.promise, this.#gone.promise]), 'the start of a desk', ANSWER_MS);
  }

  event(event: ChatEvent): Promise<void> {
    return this.#call({ do: 'event', event });
  }

  settle(): Promise<void> {
    return this.#call({ do: 'settle' });
  }

  async stop(): Promise<void> {
    await this.#call({ do: 'stop' });
    const gone = this.#gone.promise.catch(() => {});
    await inTime(gone, 'the end of a desk that was stopped', ANSWER_MS);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  async #call(message: { do: 'event'; event: ChatEvent } | { do: 'settle' | 'stop' }): Promise<void> {
    this.#next += 1;
    const id = this.#next;
    const answered = new Promise<void>((resolve) => this.#waiting.set(id, () => resolve()));
    this.#process.send({ ...message, id } as ToChild, () => {});
    await inTime(Promise.race([answered, this.#gone.promise]), `the answer to "${message.do}"`, ANSWER_MS);
    this.#waiting.delete(id);
  }
}

export interface StoryEnd {
  readonly died: boolean;
  /** Whether a technician was asked what became of a step. */
  readonly asked: boolean;
}

/** Plays the story to its end over as many processes as it takes; the n-th of them dies at the n-th of `kills`. */
export async function play(
  outside: Outside,
  options: Pick<ChildOptions, 'database' | 'platform'>,
  kills: readonly number[],
): Promise<StoryEnd> {
  const common = { ...options, desk: crashDesk(options.platform), sandbox: SANDBOX, steps: STEPS };
  const people = new People(outside);
  for (let deaths = 0; ; deaths += 1) {
    const desk = new Desk({ ...common, killAt: kills[deaths] ?? 0 });
    try {
      await desk.ready();
      await people.act(desk);
      await desk.stop();
      return { died: deaths > 0, asked: people.asked };
    } catch (error) {
      desk.kill();
      if (!(error instanceof Died) || deaths >= kills.length) throw error;
    }
  }
}

class People {
  asked = false;
  readonly #outside: Outside;
  #told = false;

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  /** Until nobody has anything to do and nothing moves. */
  async act(desk: Desk): Promise<void> {
    for (;;) {
      if (!this.#told) {
        await desk.event(MESSAGE);
        this.#told = true;
      }
      await desk.settle();
      const next = this.#nextClick();
      if (!next) return;
      // A click that was answered took its button away, so an unanswered one is simply made again.
      await desk.event(clickOf(next.who, next.action));
    }
  }

  #nextClick(): { who: string; action: Action } | undefined {
    for (const who of [TINA, MIA]) {
      const button = this.#outside.button(who, 'Approve');
      if (button) return { who, action: button.action };
    }
    const happened = this.#outside.calls.never.length > 0;
    const button = this.#outside.button(TINA, happened ? 'It happened' : 'It did not happen');
    if (!button) return undefined;
    this.asked = true;
    return { who: TINA, action: button.action };
  }
}

const MESSAGE: ChatEvent = messageEvent({
  id: 'Ev1',
  from: user(DANA),
  at: direct(DANA),
  own: 'Please add me to the Finance group',
  message: { ...direct(DANA), message: '1.1' },
});

let clicks = 0;
function clickOf(who: string, action: Action): ChatEvent {
  clicks += 1;
  return { type: 'action', id: `click${clicks}`, from: user(who), at: direct(who), action, trigger: 't' };
}
