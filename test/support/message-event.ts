// A typed message as an adapter hands it over, for tests that write the event themselves.
import type { MessageEvent } from '../../src/chat.ts';

/** A direct message unless said otherwise: own words and nothing else in it. */
export function messageEvent(
  said: Pick<MessageEvent, 'id' | 'from' | 'at' | 'own' | 'message'> & Partial<Omit<MessageEvent, 'type'>>,
): MessageEvent {
  return {
    type: 'message',
    quoted: [],
    forwarded: [],
    mentions: [],
    automatic: false,
    targeted: false,
    files: [],
    direct: true,
    mentioned: false,
    edited: false,
    deleted: false,
    ...said,
  };
}
