// Lets others wait for the next change of something, so that nobody has to look again and again.

export class Bell {
  #next = Promise.withResolvers<void>();

  /** Wakes everybody who waits now. */
  ring(): void {
    this.#next.resolve();
    this.#next = Promise.withResolvers();
  }

  /** Resolves at the next ring. Look at what you wait for first, and again afterwards. */
  rung(): Promise<void> {
    return this.#next.promise;
  }
}
