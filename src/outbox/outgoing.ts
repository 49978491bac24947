// What a unit of work may send. A message is a view of state: it is written with the change and delivered after the commit.
import type { Card, Row } from '../../cards/card.ts';
import type { ChatUser } from '../chat.ts';
import type { Recipient } from '../store/tables/outbox.ts';

/** What the column may hold stands with it, in store/tables/. */
export type { Recipient };

export type OutgoingMessage =
  | {
      readonly kind: 'post';
      /** Unique for ever: a second message with the same key is dropped. */
      readonly key: string;
      readonly to: Recipient;
      readonly content: Card | string;
      readonly onlyFor?: ChatUser | undefined;
      /** What the message shows, e.g. `approval:ID`, so that every copy changes together. */
      readonly subject?: string | undefined;
      /** How it may stand in one merged message when the conversation falls behind the platform's limit. */
      readonly merge?: { readonly group: string; readonly row: Row } | undefined;
    }
  /** Posted, or where a message of this key stands already: edited if it shows something else. */
  | {
      readonly kind: 'show';
      readonly key: string;
      readonly to: Recipient;
      readonly content: Card | string;
    }
  /** Replaces every copy of the subject, sent or still waiting. */
  | {
      readonly kind: 'update_all';
      readonly subject: string;
      readonly content: Card | string;
      /** What a merged row of it shows now; undefined: the row goes. */
      readonly row?: Row | undefined;
    };

/** The text that orders messages: one conversation, one queue. */
export function conversationOf(to: Recipient): string {
  return to.type === 'direct'
    ? `${to.user.platform}:${to.user.tenant}:@${to.user.id}`
    : `${to.address.platform}:${to.address.tenant}:${to.address.channel}`;
}

/** A row of the outbox as the sender works on it. */
export interface OutboxRow {
  readonly id: string;
  readonly key: string;
  readonly conversation: string;
  readonly kind: 'post' | 'update';
  readonly to: Recipient;
  readonly content: Card | string;
  readonly onlyFor: ChatUser | undefined;
  readonly subject: string | undefined;
  /** Of an update only the row counts. */
  readonly merge: { readonly group: string; readonly row: Row } | undefined;
  /** Key of the post that an update replaces. */
  readonly target: string | undefined;
  readonly tries: number;
  /** Read back after a restart: it may have been sent already. */
  readonly doubtful: boolean;
}
