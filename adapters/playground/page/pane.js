// One person's view: their conversation with Deskhand, the channel and Home, with the place to write. It shows what the
// store says this person may see and sends what they do.
/** @import { PageAnswer } from '../answers.ts' */
/** @import { PlaygroundPerson } from '../options.ts' */
/** @import { PageWish } from '../page-request.ts' */
/** @import { MessageView } from '../stream.ts' */
/** @import { Mode } from './composer.js' */
/** @import { Row } from './log-view.js' */
/** @import { Store } from './store.js' */
import { act } from './api.js';
import { drawCard } from './card-view.js';
import { Composer } from './composer.js';
import { openForm } from './dialog.js';
import { element } from './element.js';
import { drawEmpty } from './empty-view.js';
import { LogView } from './log-view.js';
import { drawPicker, ROLES } from './person-picker.js';
import { threadRows } from './thread-rows.js';

/** @typedef {MessageView['place']} Talk where people write */
/** @typedef {Talk | 'home'} Place */

/** @type {readonly Talk[]} */
const TALKS = ['direct', 'channel'];
/** @type {readonly Place[]} */
const PLACES = [...TALKS, 'home'];
const NAMES = { direct: 'Deskhand', channel: '#it-help', home: 'Home' };
const PLACEHOLDERS = { direct: 'Message Deskhand', channel: 'Message #it-help, with @desk to ask' };

export class Pane {
  #store;
  #people;
  /** @type {Place} */
  #place = 'direct';
  #seen = { direct: 0, channel: 0 };
  #known = false;
  #tabs;
  #role;
  #hint;
  #log;
  #home;
  #composer;
  person;
  node;

  /**
   * @param {{
   *   store: Store,
   *   people: readonly PlaygroundPerson[],
   *   person: PlaygroundPerson,
   *   number: number,
   *   onPick(person: PlaygroundPerson): void,
   * }} parts
   */
  constructor({ store, people, person, number, onPick }) {
    this.#store = store;
    this.#people = people;
    this.#composer = new Composer({
      send: (text, mode) => this.#send(text, mode),
      editLast: () => this.#editLast(),
    });
    this.#log = new LogView();
    this.#home = element('div.home', { tabindex: '0', role: 'region', 'aria-label': 'Home' });
    this.#role = element('span.role');
    this.#hint = element('p.hint');
    this.#tabs = PLACES.map((place) => ({
      place,
      button: element(
        'button.tab',
        { type: 'button', 'data-place': place, onclick: () => this.open(place) },
        NAMES[place],
      ),
    }));
    const picker = drawPicker(people, `person-${number}`, onPick);
    const label = element('label.hidden', { for: picker.id }, `Person in view ${number}`);
    this.node = element(
      'section.pane',
      {},
      element('header', {}, element('div.person', {}, label, picker, this.#role), this.#hint),
      element(
        'div.tabs',
        { role: 'group', 'aria-label': 'Conversations' },
        ...this.#tabs.map(({ button }) => button),
      ),
      element('div.stage', {}, this.#log.node, this.#home, this.#log.jump),
      this.#composer.node,
    );
    this.person = person;
    this.be(person);
    picker.value = person.id;
  }

  /**
   * Shows another person from now on.
   * @param {PlaygroundPerson} person
   */
  be(person) {
    this.person = person;
    this.#role.textContent = ROLES[person.role];
    this.#role.className = `role ${person.role}`;
    this.#hint.textContent = [person.client, person.hint].filter(Boolean).join(' · ');
    this.node.setAttribute('aria-label', `${person.name}, ${ROLES[person.role]}`);
    this.#log.node.setAttribute('aria-label', `Conversation of ${person.name}`);
    this.#seen = { direct: 0, channel: 0 };
    this.#known = false;
    this.open('direct');
  }

  /** @param {Place} place */
  open(place) {
    this.#place = place;
    this.#log.clear();
    this.#log.node.hidden = place === 'home';
    this.#home.hidden = place !== 'home';
    this.#composer.node.hidden = place === 'home';
    if (place === 'home') void act({ do: 'home', as: this.person.id });
    else this.#composer.setPlace(PLACEHOLDERS[place]);
    this.draw();
  }

  /** The store is complete. What was there before this person was shown here counts as read. */
  ready() {
    if (this.#known) return;
    this.#known = true;
    for (const place of TALKS) this.#read(place);
    this.look();
  }

  /** The pane has come into view. */
  look() {
    this.#log.clear();
    this.draw();
  }

  /**
   * True if somebody wrote where this person does not look.
   * @param {Talk} place
   */
  hasNews(place) {
    return this.#store
      .messages(this.person.id, place)
      .some((view) => view.order > this.#seen[place] && view.from !== this.person.id);
  }

  draw() {
    if (this.#place === 'home') this.#drawHome();
    else this.#drawLog(this.#place);
    for (const { place, button } of this.#tabs) {
      button.setAttribute('aria-pressed', String(place === this.#place));
      const news = place !== 'home' && place !== this.#place && this.hasNews(place);
      button.classList.toggle('news', news);
      button.setAttribute('aria-label', news ? `${NAMES[place]}, new messages` : NAMES[place]);
    }
  }

  /** @param {Talk} place */
  #read(place) {
    this.#seen[place] = this.#store.messages(this.person.id, place).at(-1)?.order ?? 0;
  }

  /** @param {Talk} place */
  #drawLog(place) {
    const last = this.#store.messages(this.person.id, place).at(-1);
    const isNew = last !== undefined && last.order > this.#seen[place];
    this.#log.draw(this.#rows(place), {
      newest: isNew ? last.id : undefined,
      own: last?.from === this.person.id,
    });
    if (this.node.offsetParent !== null) this.#read(place);
  }

  /**
   * @param {Talk} place
   * @returns {readonly Row[]}
   */
  #rows(place) {
    const threads = this.#store.threads(this.person.id, place);
    if (threads.length === 0) {
      const make = () => drawEmpty(this.person, place, (text) => this.#try(text));
      return [{ key: 'empty', version: '', make }];
    }
    return threadRows(threads, {
      person: this.person,
      people: this.#people,
      place,
      ownLast: this.#ownLast(place),
      press: (message, value) => this.#press(message.id, value),
      reply: (root, author) => this.#composer.reply(root.id, author.name),
      edit: (message) => this.#composer.edit(message.id, message.text),
      remove: (message) => this.#do({ do: 'delete', as: this.person.id, message: message.id }),
      sendToIt: (message) => this.#do({ do: 'shortcut', as: this.person.id, message: message.id }),
    });
  }

  #drawHome() {
    const home = this.#store.home(this.person.id);
    const version = home?.version ?? 0;
    if (this.#home.dataset.version === `${this.person.id} ${version}`) return;
    this.#home.dataset.version = `${this.person.id} ${version}`;
    this.#home.replaceChildren(
      home
        ? drawCard(home.card, (data) => this.#press(undefined, data.get('action') ?? '')).node
        : element('p.empty', {}, 'Nothing here yet. Your requests and approvals appear on this page.'),
    );
  }

  /**
   * @param {string | undefined} message undefined: on Home
   * @param {string} value
   */
  async #press(message, value) {
    const answer = await this.#do({
      do: 'press',
      as: this.person.id,
      ...(message ? { message } : {}),
      value,
    });
    if (answer.type === 'private' && this.#place === 'home') this.open('direct');
  }

  /**
   * @param {PageWish} wish
   * @returns {Promise<PageAnswer>}
   */
  async #do(wish) {
    const answer = await act(wish);
    if (answer.type === 'form') openForm(this.person, answer, () => this.#focusBack());
    if (answer.type === 'refused') this.#composer.showError(answer.error);
    return answer;
  }

  /** The dialog gives the focus back itself, unless its button is gone. */
  #focusBack() {
    if (!this.node.contains(document.activeElement)) this.#composer.focus();
  }

  /** @param {string} text of a prompt */
  async #try(text) {
    this.#composer.focus();
    this.#composer.showError((await this.#send(text, { type: 'new' })) ?? '');
  }

  /**
   * @param {string} text
   * @param {Mode} mode
   * @returns {Promise<string | undefined>} what went wrong
   */
  async #send(text, mode) {
    const place = this.#place;
    if (place === 'home') return 'Open a conversation first.';
    const answer =
      mode.type === 'edit'
        ? await act({ do: 'edit', as: this.person.id, message: mode.message, text })
        : await act({
            do: 'say',
            as: this.person.id,
            place,
            text,
            ...(mode.type === 'reply' ? { thread: mode.thread } : {}),
          });
    if (answer.type === 'form') openForm(this.person, answer, () => this.#focusBack());
    return answer.type === 'refused' ? answer.error : undefined;
  }

  /** @param {Talk} place */
  #ownLast(place) {
    return this.#store
      .messages(this.person.id, place)
      .findLast(
        (view) =>
          view.from === this.person.id && !view.onlyFor && !view.deleted && !view.text.startsWith('/desk'),
      );
  }

  #editLast() {
    const last = this.#place === 'home' ? undefined : this.#ownLast(this.#place);
    if (last) this.#composer.edit(last.id, last.text);
  }
}
