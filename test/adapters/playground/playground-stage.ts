// A started playground with a core that records events, and a client that speaks to it as the page does.

import { randomUUID } from 'node:crypto';
import { createPlayground, type PlaygroundAdapter } from '../../../adapters/playground/create-playground.ts';
import type { PlaygroundOptions, PlaygroundPerson } from '../../../adapters/playground/options.ts';
import type { ChatEvent, ChatReply, ChatUser } from '../../../src/chat.ts';
import { systemClock } from '../../../src/lib/clock.ts';

export const DANA = 'dana.reyes@acme-dental.example';
export const MIA = 'mia.chen@acme-dental.example';
export const LEE = 'lee.park@north-msp.example';

export const PEOPLE: readonly PlaygroundPerson[] = [
  { id: DANA, name: 'Dana Reyes', role: 'employee', client: 'Acme Dental', hint: 'Dental assistant' },
  { id: MIA, name: 'Mia Chen', role: 'manager', client: 'Acme Dental', hint: 'Manager of Dana Reyes' },
  { id: LEE, name: 'Lee Park', role: 'technician', client: 'North MSP' },
  { id: 'ada@north-msp.example', name: 'Ada Admin', role: 'admin', client: 'North MSP' },
];

export function user(id: string): ChatUser {
  return { platform: 'playground', tenant: 'playground', id };
}

export class TestCore {
  readonly events: ChatEvent[] = [];
  reply: ChatReply = { type: 'accepted' };
  /** Stands in for the whole core where a test needs more than one answer. */
  answer: (event: ChatEvent) => Promise<ChatReply> = async () => this.reply;

  readonly take = (event: ChatEvent): Promise<ChatReply> => {
    this.events.push(event);
    return this.answer(event);
  };
}

export interface View {
  readonly for: readonly string[];
  readonly id?: string;
  readonly place?: string;
  readonly from?: string;
  readonly text?: string;
  readonly thread?: string;
  readonly onlyFor?: string;
  readonly edited?: boolean;
  readonly mark?: string;
  readonly workingSince?: number;
  readonly card?: object;
}

export interface Heard {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: View;
}

/** A page without a browser. */
export class PageClient {
  readonly #origin: string;
  readonly #cookie: string;

  private constructor(origin: string, cookie: string) {
    this.#origin = origin;
    this.#cookie = cookie;
  }

  /** Opens the link of the terminal. */
  static async open(url: string): Promise<PageClient> {
    const response = await fetch(url, { redirect: 'manual' });
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return new PageClient(new URL(url).origin, cookie);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.#origin + path, { headers: { cookie: this.#cookie, ...headers }, redirect: 'manual' });
  }

  post(body: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.#origin}/do`, {
      method: 'POST',
      headers: {
        cookie: this.#cookie,
        origin: this.#origin,
        'content-type': 'application/json',
        ...headers,
      },
      body,
    });
  }

  /** What the page does in a person's name; a number of its own unless one is given. */
  async act(request: Record<string, unknown>): Promise<Record<string, unknown>> {
    const response = await this.post(JSON.stringify({ number: randomUUID(), ...request }));
    return (await response.json()) as Record<string, unknown>;
  }

  say(as: string, text: string, more: Record<string, unknown> = {}) {
    return this.act({ do: 'say', as, place: 'direct', text, ...more });
  }

  async listen(people: readonly string[], lastEventId?: string): Promise<Listening> {
    const query = people.map((id) => `as=${encodeURIComponent(id)}`).join('&');
    const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    const listening = new Listening(await this.get(`/stream?${query}`, headers));
    await listening.until((heard) => heard.some(({ event }) => event === 'ready'));
    return listening;
  }

  /** Everything one person sees now, as one text. */
  async sees(person: string): Promise<string> {
    const listening = await this.listen([person]);
    await listening.end();
    return listening.heard
      .map(({ data }) => `${data.text ?? ''} ${JSON.stringify(data.card ?? '')}`)
      .join('\n');
  }

  /** The messages one person sees now, in order. */
  async messages(person: string): Promise<View[]> {
    const listening = await this.listen([person]);
    await listening.end();
    return listening.heard.filter(({ event }) => event === 'message').map(({ data }) => data);
  }
}

/** An open stream and what it has told so far. */
export class Listening {
  readonly heard: Heard[] = [];
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #rest = '';

  constructor(response: Response) {
    if (!response.body) throw new Error('The stream has no body.');
    this.#reader = response.body.getReader();
  }

  get lastId(): string | undefined {
    return this.heard.findLast(({ id }) => id !== undefined)?.id;
  }

  /** Reads on until it holds. The test's own time limit ends a wait that never does. */
  async until(holds: (heard: readonly Heard[]) => boolean): Promise<void> {
    while (!holds(this.heard)) {
      const { done, value } = await this.#reader.read();
      if (done) throw new Error('The stream ended.');
      this.#rest += this.#decoder.decode(value, { stream: true });
      const blocks = this.#rest.split('\n\n');
      this.#rest = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
    }
  }

  async end(): Promise<void> {
    await this.#reader.cancel();
  }

  #take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
    );
    const event = fields.get('event');
    if (event === undefined) return;
    this.heard.push({ event, id: fields.get('id'), data: JSON.parse(fields.get('data') ?? '{}') as View });
  }
}

export interface PlaygroundStage {
  readonly adapter: PlaygroundAdapter;
  readonly core: TestCore;
  readonly page: PageClient;
  stop(): Promise<void>;
}

export async function raisePlayground(options: Partial<PlaygroundOptions> = {}): Promise<PlaygroundStage> {
  const core = new TestCore();
  const adapter = createPlayground({
    port: 0,
    people: async () => PEOPLE,
    transcriptFile: undefined,
    maxBodyBytes: 64 * 1024,
    clock: systemClock,
    ...options,
  });
  await adapter.start(core.take);
  return { adapter, core, page: await PageClient.open(adapter.url), stop: () => adapter.stop() };
}
