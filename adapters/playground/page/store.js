// What the page knows: messages and Home cards as the stream told them. Panes ask it; it draws nothing.

export class Store {
  #messages = new Map();
  #homes = new Map();
  #version = 0;

  reset() {
    this.#messages.clear();
    this.#homes.clear();
  }

  putMessage(view) {
    this.#version += 1;
    this.#messages.set(view.id, { ...view, version: this.#version });
  }

  putHome({ for: [person], card }) {
    this.#version += 1;
    this.#homes.set(person, { card, version: this.#version });
  }

  home(person) {
    return this.#homes.get(person);
  }

  message(id) {
    return this.#messages.get(id);
  }

  /** What a person sees in a place, oldest first. */
  messages(person, place) {
    return [...this.#messages.values()]
      .filter((view) => view.place === place && view.for.includes(person))
      .sort((a, b) => a.order - b.order);
  }

  /** The same as threads: `{ root, replies }`. A reply whose first message is gone stands for itself. */
  threads(person, place) {
    const threads = new Map();
    for (const view of this.messages(person, place)) {
      const thread = view.thread === undefined ? undefined : threads.get(view.thread);
      if (thread === undefined) threads.set(view.thread ?? view.id, { root: view, replies: [] });
      else thread.replies.push(view);
    }
    return [...threads.values()];
  }
}
