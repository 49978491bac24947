// The answers that doors give, as the chat port wants them.
import type { Card, Text } from '../../cards/card.ts';
import type { ChatReply } from '../chat.ts';
import { contentOf, type Outcome } from '../use-cases/outcome.ts';

/** What is said or simply taken; the one thing it is not is a form. */
export type Answer = Extract<ChatReply, { type: 'accepted' | 'private' }>;

export const accepted: Answer = { type: 'accepted' };

export function say(content: Card | string): Answer {
  return { type: 'private', content };
}

/** Text with times in it needs a card. */
export function sayText(text: Text): Answer {
  return say({ title: 'Nothing was changed', body: [{ type: 'text', text }] });
}

/** What a use case answers, said to whoever asked: the one translation for clicks, forms and commands. */
export function handled(outcome: Outcome): Answer {
  return say(contentOf(outcome));
}
