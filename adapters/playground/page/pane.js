// One person's view: their conversation with Deskhand, the channel and Home, with the place to write. It shows what the
// store says this person may see and sends what they do.
import { act } from './api.js';
import { drawCard } from './card-view.js';
import { Composer } from './composer.js';
import { openForm } from './dialog.js';
import { element } from './element.js';
import { LogView } from './log-view.js';
import { drawMessage, drawWorking } from './message-view.js';

const BOT = 'deskhand';
const ROLES = { employee: 'Employee', manager: 'Manager', technician: 'Technician', admin: 'Admin' };
const PLACES = { direct: 'Deskhand', channel: '#it-help', home: 'Home' };
const PLACEHOLDERS = { direct: 'Message Deskhand', channel: 'Message #it-help, with @desk to ask' };
const PROMPTS = {
  employee: ['I forgot my password', 'Add me to the Finance group'],
  manager: ['Offboard Sam Ortiz on Friday', '/desk approvals'],
  technician: ['/desk approvals', '/desk tickets'],
  admin: ['/desk help', '/desk clients'],
};
const CHANNEL_PROMPTS = ['@desk the printer on the second floor is not working'];

export class Pane {
  #store;
  #people;
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

  /** @param {{ store: object, people: readonly object[], person: object, number: number, onPick(person: object): void }} parts */
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
    this.#tabs = Object.entries(PLACES).map(([place, name]) =>
      element('button.tab', { type: 'button', 'data-place': place, onclick: () => this.open(place) }, name),
    );
    const pick = element('select', {
      id: `person-${number}`,
      onchange: () => onPick(people.find(({ id }) => id === pick.value)),
    });
    pick.append(...optionGroups(people));
    const label = element('label.hidden', { for: pick.id }, `Person in view ${number}`);
    this.node = element(
      'section.pane',
      {},
      element('header', {}, element('div.person', {}, label, pick, this.#role), this.#hint),
      element('div.tabs', { role: 'group', 'aria-label': 'Conversations' }, ...this.#tabs),
      element('div.stage', {}, this.#log.node, this.#home, this.#log.jump),
      this.#composer.node,
    );
    this.be(person);
    pick.value = person.id;
  }

  /** Shows another person from now on. */
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

  /** @param {'direct' | 'channel' | 'home'} place */
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
    for (const place of ['direct', 'channel']) this.#read(place);
    this.look();
  }

  /** The pane has come into view. */
  look() {
    this.#log.clear();
    this.draw();
  }

  /** True if somebody wrote where this person does not look. */
  hasNews(place) {
    return this.#store
      .messages(this.person.id, place)
      .some((view) => view.order > this.#seen[place] && view.from !== this.person.id);
  }

  draw() {
    if (this.#place === 'home') this.#drawHome();
    else this.#drawLog();
    for (const tab of this.#tabs) {
      const { place } = tab.dataset;
      tab.setAttribute('aria-pressed', String(place === this.#place));
      const news = place !== 'home' && place !== this.#place && this.hasNews(place);
      tab.classList.toggle('news', news);
      tab.setAttribute('aria-label', news ? `${PLACES[place]}, new messages` : PLACES[place]);
    }
  }

  #read(place) {
    this.#seen[place] = this.#store.messages(this.person.id, place).at(-1)?.order ?? 0;
  }

  #drawLog() {
    const last = this.#store.messages(this.person.id, this.#place).at(-1);
    const isNew = last !== undefined && last.order > this.#seen[this.#place];
    this.#log.draw(this.#rows(), {
      newest: isNew ? last.id : undefined,
      own: last?.from === this.person.id,
    });
    if (this.node.offsetParent !== null) this.#read(this.#place);
  }

  #rows() {
    const threads = this.#store.threads(this.person.id, this.#place);
    if (threads.length === 0) return [{ key: 'empty', version: 0, make: () => this.#empty() }];
    const last = this.#ownLast();
    return threads.flatMap(({ root, replies }) => {
      const worked = [root, ...replies].find((view) => view.workingSince !== undefined);
      const working = drawWorking(worked?.workingSince, worked?.doing);
      return [
        this.#row(root, root, last),
        ...replies.map((view) => this.#row(view, root, last)),
        ...(working
          ? [
              {
                key: `working ${root.id}`,
                version: `${worked.workingSince} ${worked.doing ?? ''}`,
                make: () => working,
              },
            ]
          : []),
      ];
    });
  }

  #row(view, root, last) {
    const isLast = view.id === last?.id;
    return {
      key: view.id,
      version: `${view.version} ${isLast}`,
      make: () => {
        const node = drawMessage(view, this.#author(view), this.#can(view, root, isLast));
        node.classList.toggle('reply', view !== root);
        return node;
      },
    };
  }

  #author({ from }) {
    if (from === BOT) return { name: 'Deskhand', own: false, role: 'bot' };
    const person = this.#people.find(({ id }) => id === from);
    return { name: person?.name ?? from, own: from === this.person.id, role: person?.role ?? 'employee' };
  }

  #can(view, root, isLast) {
    const own = view.from === this.person.id;
    const others = this.#place === 'channel' && !own && view.from !== BOT;
    return {
      press: (value) => this.#press(view.id, value),
      reply:
        view === root && !view.onlyFor
          ? () => this.#composer.reply(root.id, this.#author(root).name)
          : undefined,
      edit: isLast ? () => this.#composer.edit(view.id, view.text) : undefined,
      sendToIt: others ? () => this.#do({ do: 'shortcut', message: view.id }) : undefined,
    };
  }

  #empty() {
    const prompts = this.#place === 'channel' ? CHANNEL_PROMPTS : PROMPTS[this.person.role];
    const words =
      this.#place === 'channel'
        ? 'Everybody reads this channel. Mention @desk and Deskhand answers in the thread.'
        : 'Write what you need, in your own words. Or try one of these:';
    return element(
      'div.empty',
      {},
      element('h2', {}, this.#place === 'channel' ? '#it-help' : `Hello ${this.person.name.split(' ')[0]}`),
      element('p', {}, words),
      ...prompts.map((text) =>
        element(
          'button.prompt',
          {
            type: 'button',
            onclick: async () => {
              this.#composer.focus();
              this.#composer.showError((await this.#send(text, { type: 'new' })) ?? '');
            },
          },
          text,
        ),
      ),
    );
  }

  #drawHome() {
    const home = this.#store.home(this.person.id);
    const version = home?.version ?? 0;
    if (this.#home.dataset.version === `${this.person.id} ${version}`) return;
    this.#home.dataset.version = `${this.person.id} ${version}`;
    this.#home.replaceChildren(
      home
        ? drawCard(home.card, ({ action }) => this.#press(undefined, action ?? '')).node
        : element('p.empty', {}, 'Nothing here yet. Your requests and approvals appear on this page.'),
    );
  }

  async #press(message, value) {
    const answer = await this.#do({ do: 'press', ...(message ? { message } : {}), value });
    if (answer.type === 'private' && this.#place === 'home') this.open('direct');
  }

  async #do(request) {
    const answer = await act({ ...request, as: this.person.id });
    if (answer.type === 'form') openForm(this.person, answer, () => this.#focusBack());
    if (answer.type === 'refused') this.#composer.showError(answer.error);
    return answer;
  }

  /** The dialog gives the focus back itself, unless its button is gone. */
  #focusBack() {
    if (!this.node.contains(document.activeElement)) this.#composer.focus();
  }

  async #send(text, mode) {
    const place = this.#place;
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

  #ownLast() {
    return this.#store
      .messages(this.person.id, this.#place)
      .findLast((view) => view.from === this.person.id && !view.onlyFor && !view.text.startsWith('/desk'));
  }

  #editLast() {
    const last = this.#ownLast();
    if (last) this.#composer.edit(last.id, last.text);
  }
}

function optionGroups(people) {
  const groups = Map.groupBy(people, ({ client, role }) => `${client}: ${ROLES[role].toLowerCase()}`);
  return [...groups].map(([label, members]) =>
    element('optgroup', { label }, ...members.map(({ id, name }) => element('option', { value: id }, name))),
  );
}
