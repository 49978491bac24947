// A sender over a real outbox table and a chat platform whose answers a test scripts.
import type { Card } from '../../cards/card.ts';
import { type Address, type ChatAdapter, ChatError, type MessageRef } from '../../src/chat.ts';
import { silentLogger } from '../../src/lib/log.ts';
import type { OutboxRow, OutgoingMessage } from '../../src/outbox/outgoing.ts';
import { Sender } from '../../src/outbox/sender.ts';
import { createOutboxStore, insertMessages } from '../../src/outbox/store.ts';
import { type Database, q } from '../../src/store/database.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { NOW } from '../store/rows.ts';
import { ManualClock } from '../support/manual-clock.ts';

export type Fault = ChatError | 'lost answer';

export interface SenderStage {
  /** The sender's, also of the one after a restart. */
  readonly clock: ManualClock;
  readonly database: Database;
  sender: Sender;
  /** What the platform did, in order: `post C1 hello`, `update C1 hello2`. */
  readonly calls: string[];
  /** What stands in a channel now. */
  shown(channel: string): readonly string[];
  /** The next calls on this channel go wrong, in this order. */
  fails(channel: string, ...faults: Fault[]): void;
  /** Posts to this channel wait until `open` is called. */
  hold(channel: string): { open(): void };
  send(...messages: OutgoingMessage[]): Promise<void>;
  /** The process dies without writing anything down, and another one starts; `meanwhile` happens before it sends. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  readonly failed: { key: string; error: string }[];
  states(): Promise<Record<string, string>>;
}

export function say(channel: string, key: string, text: string, subject?: string): OutgoingMessage {
  const address = { platform: 'slack', tenant: 'T', channel } as const;
  return { kind: 'post', key, to: { type: 'address', address }, content: text, subject };
}

export function createSenderStage(canLook = true): SenderStage {
  const database = openSqlite({ path: ':memory:', use: 'server' });
  const clock = new ManualClock();
  const calls: string[] = [];
  const messages: { ref: MessageRef; key: string; text: string }[] = [];
  const faults = new Map<string, Fault[]>();
  const gates = new Map<string, Promise<void>>();
  const failed: SenderStage['failed'] = [];
  const textOf = (content: Card | string) => (typeof content === 'string' ? content : content.title);
  const adapter: Pick<ChatAdapter, 'platform' | 'post' | 'update' | 'openDirectMessage' | 'findPosted'> = {
    platform: 'slack',
    post: async (to, content, options) => {
      await gates.get(to.channel);
      const fault = faults.get(to.channel)?.shift();
      calls.push(`post ${to.channel} ${textOf(content)}${fault ? ' ✗' : ''}`);
      if (fault instanceof ChatError) throw fault;
      const ref = { ...to, message: `m${messages.length + 1}` };
      messages.push({ ref, key: options.key, text: textOf(content) });
      if (fault) throw new ChatError('unreachable', 'the answer was lost', { doubtful: true });
      return ref;
    },
    update: async (ref, content) => {
      const fault = faults.get(ref.channel)?.shift();
      calls.push(`update ${ref.channel} ${textOf(content)}${fault ? ' ✗' : ''}`);
      if (fault) throw fault instanceof ChatError ? fault : new ChatError('unreachable', 'lost');
      const found = messages.find((message) => message.ref.message === ref.message);
      if (!found) throw new ChatError('gone', 'no such message');
      found.text = textOf(content);
    },
    openDirectMessage: async (user) => ({ platform: 'slack', tenant: user.tenant, channel: `D-${user.id}` }),
    findPosted: async (_to: Address, key: string) => {
      if (!canLook) return 'unknown';
      calls.push(`look ${key}`);
      return messages.find((message) => message.key === key)?.ref ?? 'absent';
    },
  };
  const newSender = () =>
    new Sender({
      store: createOutboxStore(database),
      adapters: new Map([['slack', adapter as ChatAdapter]]),
      clock,
      log: silentLogger,
      onFailed: (row: OutboxRow, error) => failed.push({ key: row.key, error }),
    });
  const stage: SenderStage = {
    clock,
    database,
    sender: newSender(),
    calls,
    failed,
    shown: (channel) => messages.filter(({ ref }) => ref.channel === channel).map(({ text }) => text),
    fails: (channel, ...list) => void faults.set(channel, [...(faults.get(channel) ?? []), ...list]),
    hold: (channel) => {
      const gate = Promise.withResolvers<void>();
      gates.set(channel, gate.promise);
      return {
        open: () => {
          gates.delete(channel);
          gate.resolve();
        },
      };
    },
    send: async (...list) => {
      const rows = await database.transaction((db) => insertMessages(db, list, NOW));
      stage.sender.offer(rows);
    },
    restart: async (meanwhile) => {
      await stage.sender.stop();
      // As if the process had died between the platform's answer and the note of it.
      await database.transaction(function* ({ tx, t }) {
        yield* q(tx.update(t.outbox).set({ state: 'waiting', ref: null }));
      });
      stage.sender = newSender();
      await stage.sender.prepare();
      await meanwhile?.();
      stage.sender.start();
    },
    states: async () => {
      const rows = await database.read(({ tx, t }) => q(tx.select().from(t.outbox)));
      return Object.fromEntries(rows.map((row) => [row.key.replace(/\/update\/.*/, '/update'), row.state]));
    },
  };
  return stage;
}
