// What a delivery of Slack turned out to be, before anything is done with it.
import type { ChatEvent } from '../../src/chat.ts';

/** Where and how the person who acted can be answered. */
export interface ReplyWay {
  /** The installation to answer through. */
  readonly team: string;
  readonly user: string;
  readonly channel?: string | undefined;
  readonly thread?: string | undefined;
  /** Five uses within 30 minutes. */
  readonly responseUrl?: string | undefined;
  /** Opens one form within 3 seconds. */
  readonly trigger?: string | undefined;
  /** What the person acted in: a form goes on top of a modal and takes the place of a submitted one. */
  readonly surface: 'message' | 'modal' | 'submission' | 'other';
}

export type Incoming =
  | { readonly kind: 'event'; readonly event: ChatEvent; readonly way: ReplyWay }
  /** A button or form that we did not make, or not in this version. */
  | { readonly kind: 'not_ours'; readonly way: ReplyWay }
  /** Somebody opened the conversation with the bot. */
  | { readonly kind: 'conversation_opened'; readonly team: string; readonly channel: string }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'malformed'; readonly why: string };

export const IGNORED: Incoming = { kind: 'ignored' };
