// What the page knows: messages and Home cards as the stream told them. Panes ask it; it draws nothing.
/** @import { HomeView, MessageView } from '../stream.ts' */

/** @typedef {MessageView & { readonly version: number }} Message a message; its version is another one after each change */
/** @typedef {{ readonly root: Message, readonly replies: readonly Message[] }} Thread */
/** @typedef {{ readonly card: HomeView['card'], readonly version: number }} Home */

export class Store {
  /** @type {Map<string, Message>} */
  #messages = new Map();
  /** @type {Map<string, Home>} */
  #homes = new Map();
  #version = 0;

  reset() {
    this.#messages.clear();
    this.#homes.clear();
  }

  /** @param {MessageView} view */
  putMessage(view) {
    this.#version += 1;
    this.#messages.set(view.id, { ...view, version: this.#version });
  }

  /** @param {HomeView} view */
  putHome({ for: [person], card }) {
    this.#version += 1;
    this.#homes.set(person, { card, version: this.#version });
  }

  /** @param {string} person */
  home(person) {
    return this.#homes.get(person);
  }

  /**
   * What a person sees in a place, oldest first.
   * @param {string} person
   * @param {MessageView['place']} place
   */
  messages(person, place) {
    return [...this.#messages.values()]
      .filter((view) => view.place === place && view.for.includes(person))
      .sort((a, b) => a.order - b.order);
  }

  /**
   * The same as threads. A reply whose first message is gone stands for itself.
   * @param {string} person
   * @param {MessageView['place']} place
   * @returns {readonly Thread[]}
   */
  threads(person, place) {
    /** @type {Map<string, { readonly root: Message, readonly replies: Message[] }>} */
    const threads = new Map();
    for (const view of this.messages(person, place)) {
      const thread = view.thread === undefined ? undefined : threads.get(view.thread);
      if (thread === undefined) threads.set(view.thread ?? view.id, { root: view, replies: [] });
      else thread.replies.push(view);
    }
    return [...threads.values()];
  }
}
