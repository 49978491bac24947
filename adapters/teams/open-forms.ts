// The forms that are open in dialogs, so that a form with mistakes can be drawn again. Only a convenience: without it, the
// person opens the form once more.
import { encodeAction, type FormAction } from '../../cards/action.ts';
import type { Form } from '../../cards/card.ts';
import type { ChatUser } from '../../src/chat.ts';
import { type BoundedMap, expiringMap } from '../../src/lib/bounded-map.ts';
import { type Clock, MINUTE_MS } from '../../src/lib/clock.ts';

const AGE_MS = 60 * MINUTE_MS;

export class OpenForms {
  readonly #forms: BoundedMap<Form>;

  constructor(clock: Clock) {
    this.#forms = expiringMap(clock, AGE_MS, 2000);
  }

  opened(user: ChatUser, form: Form): void {
    this.#forms.set(keyOf(user, form.action), form);
  }

  find(user: ChatUser, action: FormAction): Form | undefined {
    return this.#forms.get(keyOf(user, action));
  }

  closed(user: ChatUser, action: FormAction): void {
    this.#forms.delete(keyOf(user, action));
  }
}

function keyOf(user: ChatUser, action: FormAction): string {
  return `${user.tenant}\n${user.id}\n${encodeAction(action)}`;
}
