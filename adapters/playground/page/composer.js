// Where a person writes: a new message, a reply in a thread, or a change of their own last message.
import { element } from './element.js';

/** @typedef {{ type: 'new' } | { type: 'reply', thread: string } | { type: 'edit', message: string }} Mode */

let made = 0;

/** Pixels; longer text scrolls. */
const MAX_HEIGHT = 140;

export class Composer {
  #send;
  #editLast;
  /** @type {Mode} */
  #mode = { type: 'new' };
  #field;
  #label;
  #about;
  #error;
  node;

  /**
   * @param {{ send(text: string, mode: Mode): Promise<string | undefined>, editLast(): void }} parts
   *   `send` gives back what went wrong, if anything
   */
  constructor({ send, editLast }) {
    this.#send = send;
    this.#editLast = editLast;
    made += 1;
    const id = `composer-${made}`;
    this.#field = element('textarea', {
      id,
      rows: 1,
      maxlength: 12000,
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
      oninput: () => this.#grow(),
    });
    this.#about = element('p.about', { hidden: true });
    this.#error = element('p.error', { role: 'alert', hidden: true });
    this.#label = element('label.hidden', { for: id });
    const button = element('button.send', { type: 'submit', 'aria-label': 'Send' }, '➤');
    this.node = element(
      'form.composer',
      { onsubmit: (/** @type {SubmitEvent} */ event) => this.#submit(event) },
      this.#about,
      this.#error,
      element('div.line', {}, this.#label, this.#field, button),
    );
  }

  /** @param {string} placeholder */
  setPlace(placeholder) {
    this.#field.placeholder = placeholder;
    this.#label.textContent = placeholder;
    this.#setMode({ type: 'new' }, '');
  }

  /**
   * @param {string} thread id of its first message
   * @param {string} name whose message is answered
   */
  reply(thread, name) {
    this.#setMode({ type: 'reply', thread }, `Replying to ${name}`);
    this.#field.focus();
  }

  /**
   * @param {string} message its id
   * @param {string} text
   */
  edit(message, text) {
    this.#setMode({ type: 'edit', message }, 'Editing your message');
    this.#field.value = text;
    this.#grow();
    this.#field.focus();
  }

  focus() {
    this.#field.focus();
  }

  /** @param {string} text empty: nothing is wrong */
  showError(text) {
    this.#error.textContent = text;
    this.#error.hidden = text === '';
  }

  /**
   * @param {Mode} mode
   * @param {string} words what the person is told about it
   */
  #setMode(mode, words) {
    if (this.#mode.type === 'edit' && mode.type !== 'edit') this.#field.value = '';
    this.#mode = mode;
    this.#about.hidden = words === '';
    const cancel = () => {
      this.#setMode({ type: 'new' }, '');
      this.#field.focus();
    };
    this.#about.replaceChildren(
      `${words} `,
      element('button.link', { type: 'button', onclick: cancel }, 'Cancel'),
    );
    this.showError('');
    this.#grow();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.node.requestSubmit();
    }
    if (event.key === 'Escape' && this.#mode.type !== 'new') this.#setMode({ type: 'new' }, '');
    if (event.key === 'ArrowUp' && this.#field.value === '' && this.#mode.type === 'new') {
      event.preventDefault();
      this.#editLast();
    }
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const text = this.#field.value.trim();
    if (text === '') return;
    const mode = this.#mode;
    if (mode.type === 'edit') this.#setMode({ type: 'new' }, '');
    this.#field.value = '';
    this.#grow();
    this.showError('');
    const error = await this.#send(text, mode);
    if (error === undefined) return;
    if (mode.type === 'edit') this.edit(mode.message, text);
    else if (this.#field.value === '') this.#field.value = text;
    this.#grow();
    this.showError(error);
  }

  #grow() {
    this.#field.style.height = '';
    if (this.#field.value !== '')
      this.#field.style.height = `${Math.min(this.#field.scrollHeight, MAX_HEIGHT)}px`;
  }
}
