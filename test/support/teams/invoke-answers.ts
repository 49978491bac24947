// What a Teams client does with the answer to an invoke: replaces the card for the person who acted, shows a notice, opens,
// keeps or closes a dialog. An answer that Teams would call an error ("Unable to reach app") is noted in `strays`.
import type { TeamsMember } from './people.ts';
import type { Delivered } from './teams-http.ts';
import type { Json, Shown, TeamsWorld } from './teams-world.ts';

export interface Dialog {
  readonly title: string;
  readonly card: Json;
  /** The message whose button opened it. */
  readonly message: Shown | undefined;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const WORDS = 'application/vnd.microsoft.activity.message';

export class InvokeAnswers {
  /** Open dialogs by person. */
  readonly dialogs = new Map<string, Dialog>();
  readonly #world: TeamsWorld;
  readonly #strays: string[];

  constructor(world: TeamsWorld, strays: string[]) {
    this.#world = world;
    this.#strays = strays;
  }

  /** The answer to `adaptiveCard/action`. */
  toClick(person: TeamsMember, message: Shown | undefined, conversation: string, delivered: Delivered): void {
    const answer = this.#read(delivered);
    if (answer === undefined) return;
    const { type, value, statusCode } = answer;
    if (statusCode === 200 && type === CARD && isObject(value)) {
      if (message === undefined) this.#world.notify(person, conversation, { card: value });
      else this.#world.showInstead(person, message, value);
    } else if (statusCode === 200 && type === WORDS && typeof value === 'string' && value !== '') {
      this.#world.notify(person, conversation, { text: value });
    } else this.#strays.push(`not an answer to a click: ${delivered.body}`);
  }

  /** The answer to `task/fetch` and `task/submit`. */
  toDialog(
    person: TeamsMember,
    message: Shown | undefined,
    conversation: string,
    delivered: Delivered,
  ): void {
    const submitted = this.dialogs.get(person.id);
    // An answer without a body is how a submitted dialog is closed.
    if (submitted !== undefined && delivered.status === 200 && ['', '{}', 'null'].includes(delivered.body))
      return void this.dialogs.delete(person.id);
    const task = this.#read(delivered)?.task as { type?: string; value?: unknown } | undefined;
    if (task?.type === 'continue' && isObject(task.value) && isObject(task.value.card)) {
      const { title, card } = task.value as { title: string; card: { contentType?: string; content?: Json } };
      if (card.contentType !== CARD || !isObject(card.content))
        return void this.#strays.push(`a dialog without a card: ${delivered.body}`);
      this.dialogs.set(person.id, { title, card: card.content, message: submitted?.message ?? message });
      this.#world.revision += 1;
    } else if (task?.type === 'message' && typeof task.value === 'string') {
      this.dialogs.delete(person.id);
      this.#world.notify(person, conversation, { text: task.value });
    } else this.#strays.push(`not an answer to a dialog: ${delivered.body}`);
  }

  #read({ status, body }: Delivered): Json | undefined {
    try {
      const read: unknown = JSON.parse(body);
      if (status === 200 && isObject(read)) return read;
    } catch {
      // Below.
    }
    this.#strays.push(`an invoke was answered with ${status} "${body}"`);
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
