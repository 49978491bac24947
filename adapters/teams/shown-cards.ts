// The newest content of messages of this process, so that a press is answered with the card as it is after the decision, and
// a refresh with the card as it is now. The database's messages are the truth; this is what was sent last.
import type { Card } from '../../cards/card.ts';
import type { MessageRef } from '../../src/chat.ts';

const MOST = 1000;

interface Shown {
  content: Card | string;
  waiting: ((content: Card | string) => void)[];
}

const keyOf = ({ tenant, channel, message }: MessageRef) => `${tenant}\n${channel}\n${message}`;

export class ShownCards {
  readonly #shown = new Map<string, Shown>();

  posted(message: MessageRef, content: Card | string): void {
    if (this.#shown.size >= MOST) {
      const oldest = this.#shown.keys().next();
      if (!oldest.done) this.#shown.delete(oldest.value);
    }
    this.#shown.set(keyOf(message), { content, waiting: [] });
  }

  updated(message: MessageRef, content: Card | string): void {
    const before = this.#shown.get(keyOf(message));
    this.posted(message, content);
    for (const tell of before?.waiting ?? []) tell(content);
  }

  find(message: MessageRef): Card | string | undefined {
    return this.#shown.get(keyOf(message))?.content;
  }

  /**
   * The card that asks for this approval in this conversation. A send whose answer was lost may have left another one there,
   * of which nobody knows the id until it asks for its newest state.
   */
  asking({ tenant, channel }: Omit<MessageRef, 'message'>, approvalId: string): Card | undefined {
    const place = keyOf({ platform: 'teams', tenant, channel, message: '' });
    for (const [key, { content }] of this.#shown) {
      if (typeof content === 'string' || !key.startsWith(place)) continue;
      const asks = content.buttons?.some(
        ({ action }) => action.type === 'approval.approve' && action.approvalId === approvalId,
      );
      if (asks) return content;
    }
    return undefined;
  }

  /** The next content of a message, which may never come. Ask before what changes it. Undefined: the message is not known. */
  next(message: MessageRef | undefined): Promise<{ readonly content: Card | string }> | undefined {
    const shown = message && this.#shown.get(keyOf(message));
    return shown && new Promise((resolve) => shown.waiting.push((content) => resolve({ content })));
  }
}
