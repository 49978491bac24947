// What a request of the page becomes: a message in the room, an event for the core, an answer for the page. Who may do
// what is the core's to decide; here is only what any chat would refuse (somebody else's message, a forged button).
import { decodeAction, decodeFormAction } from '../../cards/action.ts';
import type { Address, ChatEvent, ChatUser } from '../../src/chat.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/ids.ts';
import { typedText } from '../../src/lib/typed-text.ts';
import type { Answers, PageAnswer, Spot } from './answers.ts';
import type { PageRequest, PageRequestOf } from './page-request.ts';
import { BOT, CHANNEL, directChannel, isVisibleTo, type MessageRecord, refOf, TENANT } from './record.ts';
import type { Room } from './room.ts';

const COMMAND = /^\/desk(?:\s+|$)/i;
const MENTION = /(^|\s)@desk(?:hand)?(?![\w.@-])/gi;
const NOT_OURS =
  'This button is from an older version and no longer works. Nothing was changed. Write to me to get a current one.';

export class Conversation {
  readonly #room: Room;
  readonly #answers: Answers;
  readonly #clock: Clock;

  constructor(parts: { readonly room: Room; readonly answers: Answers; readonly clock: Clock }) {
    this.#room = parts.room;
    this.#answers = parts.answers;
    this.#clock = parts.clock;
  }

  take(request: PageRequest): Promise<PageAnswer> | PageAnswer {
    switch (request.do) {
      case 'say':
        return COMMAND.test(request.text) ? this.#command(request) : this.#say(request);
      case 'edit':
        return this.#edit(request);
      case 'delete':
        return this.#delete(request);
      case 'shortcut':
        return this.#shortcut(request);
      case 'press':
        return this.#press(request);
      case 'submit':
        return this.#submit(request);
      case 'home': {
        const at = addressOf(directChannel(request.as));
        return this.#ask({ type: 'home', ...from(request), at }, { person: request.as, channel: at.channel });
      }
    }
  }

  #say(request: PageRequestOf<'say'>): Promise<PageAnswer> | PageAnswer {
    const channel = request.place === 'direct' ? directChannel(request.as) : CHANNEL;
    const record = this.#write(request, channel, {});
    const event = this.#messageEvent(request, record, false);
    return event === undefined ? { type: 'accepted' } : this.#ask(event, spotOf(request.as, record));
  }

  /** The words stay visible to the asker, like the answer. */
  #command(request: PageRequestOf<'say'>): Promise<PageAnswer> {
    const channel = request.place === 'direct' ? directChannel(request.as) : CHANNEL;
    const record = this.#write(request, channel, request.place === 'direct' ? {} : { onlyFor: request.as });
    const text = request.text.replace(COMMAND, '');
    const at = addressOf(channel, record.thread);
    const event = { type: 'command', ...from(request), at, text, trigger: request.number } as const;
    return this.#ask(event, spotOf(request.as, record));
  }

  #write(
    request: PageRequestOf<'say'>,
    channel: string,
    more: Pick<MessageRecord, 'onlyFor'>,
  ): MessageRecord {
    const { as, number, text } = request;
    const before = this.#room.findByKey(channel, as, number);
    if (before !== undefined) return before;
    const root = request.thread === undefined ? undefined : this.#visible(request.thread, as);
    const thread = root === undefined ? undefined : (root.thread ?? root.id);
    const now = this.#clock.now().getTime();
    const record: MessageRecord = {
      id: newId(now),
      channel,
      ...(thread === undefined || root?.channel !== channel ? {} : { thread }),
      from: as,
      text,
      at: now,
      key: number,
      ...more,
    };
    this.#room.put(record);
    return record;
  }

  #edit(request: PageRequestOf<'edit'>): Promise<PageAnswer> | PageAnswer {
    const before = this.#room.find(request.message);
    if (before === undefined || before.from !== request.as)
      return refused('Only your own messages can be edited.');
    if (before.deleted) return refused('This message was deleted. Write a new one.');
    if (COMMAND.test(before.text)) return refused('A command cannot be edited. Write it again.');
    const record: MessageRecord = { ...before, text: request.text, edited: true };
    this.#room.put(record);
    const event = this.#messageEvent(request, record, true);
    return event === undefined ? { type: 'accepted' } : this.#ask(event, spotOf(request.as, record));
  }

  #delete(request: PageRequestOf<'delete'>): Promise<PageAnswer> | PageAnswer {
    const before = this.#room.find(request.message);
    if (before === undefined || before.from !== request.as)
      return refused('Only your own messages can be deleted.');
    if (before.deleted) return { type: 'accepted' };
    // Made of what stood there, so that a message that was none of Deskhand's tells it nothing.
    const event = this.#messageEvent(request, before, false);
    this.#room.put({ ...before, text: 'This message was deleted.', deleted: true });
    if (event?.type !== 'message' || COMMAND.test(before.text)) return { type: 'accepted' };
    return this.#ask({ ...event, own: '', deleted: true }, spotOf(request.as, before));
  }

  #shortcut(request: PageRequestOf<'shortcut'>): Promise<PageAnswer> | PageAnswer {
    const record = this.#visible(request.message, request.as);
    if (record === undefined || record.from === BOT)
      return refused('Only a message of a person can be sent to IT.');
    const thread = record.thread ?? record.id;
    const event: ChatEvent = {
      type: 'shortcut',
      ...from(request),
      at: addressOf(record.channel, thread),
      text: record.text,
      author: user(record.from),
      message: refOf({ ...record, thread }),
      trigger: request.number,
    };
    return this.#ask(event, spotOf(request.as, record));
  }

  #press(request: PageRequestOf<'press'>): Promise<PageAnswer> | PageAnswer {
    const record = request.message === undefined ? undefined : this.#visible(request.message, request.as);
    if (request.message !== undefined && record === undefined)
      return refused('This message is no longer here.');
    const spot = record
      ? spotOf(request.as, record)
      : { person: request.as, channel: directChannel(request.as) };
    const action = decodeAction(request.value);
    if (action === undefined) return this.#answers.tell(spot, NOT_OURS);
    const event: ChatEvent = {
      type: 'action',
      ...from(request),
      at: addressOf(spot.channel, record?.thread),
      action,
      message: record && refOf(record),
      trigger: request.number,
    };
    return this.#ask(event, spot);
  }

  #submit(request: PageRequestOf<'submit'>): Promise<PageAnswer> | PageAnswer {
    const spot = { person: request.as, channel: directChannel(request.as) };
    const form = decodeFormAction(request.form);
    if (form === undefined) return this.#answers.tell(spot, NOT_OURS);
    const { values } = request;
    return this.#ask(
      { type: 'submission', ...from(request), at: addressOf(spot.channel), form, values },
      spot,
    );
  }

  /** Undefined for what is not meant for Deskhand: channel talk without a mention, outside its threads. */
  #messageEvent(request: PageRequest, record: MessageRecord, edited: boolean): ChatEvent | undefined {
    const direct = record.channel !== CHANNEL;
    const mentioned = !direct && record.text.search(MENTION) >= 0;
    const thread = record.thread ?? record.id;
    if (!direct && !mentioned && !this.#room.isOurThread(record.channel, thread)) return undefined;
    const at = addressOf(record.channel, thread);
    return {
      type: 'message',
      ...from(request),
      at,
      own: typedText(direct ? record.text : record.text.replace(MENTION, '$1').replace(/\s{2,}/g, ' ')),
      // The page sends typed words and nothing else: no quotes, no forwards, nobody's name but in letters.
      quoted: [],
      forwarded: [],
      mentions: [],
      automatic: false,
      targeted: false,
      files: [],
      message: { ...at, message: record.id },
      direct,
      mentioned,
      edited,
      deleted: false,
    };
  }

  #visible(id: string, person: string): MessageRecord | undefined {
    const record = this.#room.find(id);
    return record !== undefined && isVisibleTo(record, person) ? record : undefined;
  }

  #ask(event: ChatEvent, spot: Spot): Promise<PageAnswer> {
    return this.#answers.ask(event, spot);
  }
}

function refused(error: string): PageAnswer {
  return { type: 'refused', error };
}

function user(id: string): ChatUser {
  return { platform: 'playground', tenant: TENANT, id };
}

function from({ do: kind, as, number }: PageRequest): Pick<ChatEvent, 'id' | 'from'> {
  return { id: `${kind}:${as}:${number}`, from: user(as) };
}

function addressOf(channel: string, thread?: string): Address {
  return { platform: 'playground', tenant: TENANT, channel, ...(thread === undefined ? {} : { thread }) };
}

function spotOf(person: string, { channel, thread }: MessageRecord): Spot {
  return { person, channel, thread };
}
