// The answers that doors give, as the chat port wants them.
import type { Card, Text } from '../../cards/card.ts';
import type { ChatReply } from '../chat.ts';
import { contentOf, type Outcome } from '../use-cases/outcome.ts';

export const accepted: ChatReply = { type: 'accepted' };

export function say(content: Card | string): ChatReply {
  return { type: 'private', content };
}

/** Text with times in it needs a card. */
export function sayText(text: Text): ChatReply {
  return say({ title: 'Nothing was changed', body: [{ type: 'text', text }] });
}

/** What a use case answers, as the reply of a door. */
export function handled(outcome: Outcome): ChatReply {
  return say(contentOf(outcome));
}
