// Drives tickets through a bot as Slack would: a message, a click on the card that a technician gets, the reply.
// Times are milliseconds; at a fixed rate they count from when a message was due, so that a stalled bot hides nothing.
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { BOT, directOf, type FakeSlack, type SentMessage, TEAM, userOf } from './fake-slack.ts';

export const TECHNICIANS = ['U0TECH1', 'U0TECH2'];
const TICKET_TIMEOUT_MS = 15_000;
const USERS = 400;

export interface Measured {
  readonly tickets: number;
  readonly lost: number;
  readonly seconds: number;
  readonly ack: readonly number[];
  readonly requestToCard: readonly number[];
  readonly clickToReply: readonly number[];
}

interface Ticket {
  readonly tag: string;
  readonly dueAt: number;
  ackMs?: number;
  cardAt?: number;
  clickAt?: number;
  replyAt?: number;
  done(): void;
}

export class Driver {
  readonly #url: string;
  readonly #secret: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly #open = new Map<string, Ticket>();
  #count = 0;

  constructor(slack: FakeSlack, url: string, secret: string) {
    this.#url = url;
    this.#secret = secret;
    slack.onPost = (message) => this.#posted(message);
  }

  /** @param pace how many at once, or how many a second */
  async run(
    tickets: number,
    pace: { readonly atOnce: number } | { readonly perSecond: number },
  ): Promise<Measured> {
    const finished: Ticket[] = [];
    const startedAt = performance.now();
    const one = async (dueAt: number) => void finished.push(await this.#ticket(dueAt));
    if ('perSecond' in pace) {
      const running: Promise<void>[] = [];
      for (let index = 0; index < tickets; index += 1) {
        const dueAt = startedAt + (index * 1000) / pace.perSecond;
        await sleep(Math.max(0, dueAt - performance.now()));
        running.push(one(dueAt));
      }
      await Promise.all(running);
    } else {
      let left = tickets;
      const lane = async () => {
        for (; left > 0; ) {
          left -= 1;
          await one(performance.now());
        }
      };
      await Promise.all(Array.from({ length: pace.atOnce }, lane));
    }
    const good = finished.filter((ticket) => ticket.replyAt !== undefined);
    return {
      tickets,
      lost: tickets - good.length,
      seconds: (performance.now() - startedAt) / 1000,
      ack: good.map((ticket) => ticket.ackMs ?? Number.NaN),
      requestToCard: good.map((ticket) => (ticket.cardAt ?? Number.NaN) - ticket.dueAt),
      clickToReply: good.map((ticket) => (ticket.replyAt ?? Number.NaN) - (ticket.clickAt ?? Number.NaN)),
    };
  }

  close(): void {
    this.#agent.destroy();
  }

  async #ticket(dueAt: number): Promise<Ticket> {
    this.#count += 1;
    const tag = `BT${this.#count}X`;
    const user = `U0REQ${String(this.#count % USERS).padStart(4, '0')}`;
    const { promise, resolve } = Promise.withResolvers<void>();
    const ticket: Ticket = { tag, dueAt, done: resolve };
    this.#open.set(tag, ticket);
    const sentAt = performance.now();
    await this.#send('application/json', messageBody(tag, user, this.#count));
    ticket.ackMs = performance.now() - sentAt;
    await Promise.race([promise, sleep(TICKET_TIMEOUT_MS, undefined, { ref: false })]);
    this.#open.delete(tag);
    return ticket;
  }

  #posted(message: SentMessage): void {
    const ticket = this.#open.get(/BT\d+X/.exec(message.content)?.[0] ?? '');
    if (!ticket) return;
    const technician = userOf(message.channel);
    if (!TECHNICIANS.includes(technician)) {
      if (ticket.clickAt === undefined || !/Done/.test(message.content)) return;
      ticket.replyAt ??= performance.now();
      ticket.done();
      return;
    }
    if (ticket.cardAt !== undefined) return;
    ticket.cardAt = performance.now();
    ticket.clickAt = performance.now();
    void this.#send('application/x-www-form-urlencoded', clickBody(message, technician));
  }

  /** Resolves when the bot has acknowledged. */
  #send(type: string, body: string): Promise<void> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = `v0=${createHmac('sha256', this.#secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const headers = {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
    };
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', agent: this.#agent, headers };
      const sent = request(`${this.#url}/slack/events`, options, (response) => {
        response.resume().on('end', resolve);
      });
      sent.setTimeout(TICKET_TIMEOUT_MS, () => sent.destroy(new Error('the bot does not answer')));
      sent.on('error', reject).end(body);
    });
  }
}

function messageBody(tag: string, user: string, count: number): string {
  const ts = `1800000000.${String(count).padStart(6, '0')}`;
  const text = `Please reset the MFA method, the phone was lost. Name: pat.${tag}`;
  const event = {
    type: 'message',
    channel: directOf(user),
    channel_type: 'im',
    user,
    text,
    ts,
    event_ts: ts,
    team: TEAM,
  };
  const authorizations = [{ team_id: TEAM, user_id: BOT, is_bot: true }];
  return JSON.stringify({
    type: 'event_callback',
    event_id: `Ev${count}`,
    event_time: 1_800_000_000,
    team_id: TEAM,
    api_app_id: 'A0BENCH',
    authorizations,
    event,
  });
}

function clickBody(message: SentMessage, user: string): string {
  const blocks: unknown = JSON.parse(message.params.blocks ?? '[]');
  const payload = {
    type: 'block_actions',
    team: { id: TEAM, domain: 'bench' },
    user: { id: user, team_id: TEAM },
    api_app_id: 'A0BENCH',
    trigger_id: `${message.ts}.t`,
    container: { type: 'message', message_ts: message.ts, channel_id: message.channel },
    channel: { id: message.channel, name: 'directmessage' },
    message: { type: 'message', ts: message.ts, text: message.params.text ?? '', user: BOT, blocks },
    actions: [{ type: 'button', action_ts: message.ts, ...approveButton(blocks) }],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

/** The first button of the card whose action approves. */
function approveButton(part: unknown): object {
  if (Array.isArray(part)) return part.map(approveButton).find((found) => 'action_id' in found) ?? {};
  if (typeof part !== 'object' || part === null) return {};
  if ('action_id' in part && String(part.action_id).startsWith('approval.approve')) return part;
  return (
    Object.values(part)
      .map(approveButton)
      .find((found) => 'action_id' in found) ?? {}
  );
}
