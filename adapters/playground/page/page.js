// The playground page: four people side by side (one at a time on a phone) over one stream of what happens.
/** @import { PlaygroundPerson } from '../options.ts' */
import { fetchPeople, listen } from './api.js';
import { element, elementOf } from './element.js';
import { initials } from './message-view.js';
import { Pane } from './pane.js';
import { Store } from './store.js';

const ROLES = ['employee', 'manager', 'technician', 'admin'];
const KEPT = 'deskhand people';
/** How often lines that go away by themselves are looked at. Milliseconds. */
const TICK_MS = 10_000;

const store = new Store();
const main = elementOf('panes', HTMLElement);
const nav = elementOf('people', HTMLElement);
const connection = elementOf('connection', HTMLElement);
/** @type {readonly Pane[]} */
let panes = [];
let active = 0;
let hangUp = () => {};
let planned = false;

/** Draws once for all changes that came together. */
function draw() {
  if (planned) return;
  planned = true;
  queueMicrotask(() => {
    planned = false;
    for (const pane of panes) pane.draw();
    drawNav();
  });
}

function drawNav() {
  nav.replaceChildren(
    ...panes.map((pane, index) => {
      const news = index !== active && (pane.hasNews('direct') || pane.hasNews('channel'));
      return element(
        `button${news ? '.news' : ''}`,
        { type: 'button', 'aria-current': index === active ? 'true' : false, onclick: () => show(index) },
        element(`span.avatar.${pane.person.role}`, { 'aria-hidden': 'true' }, initials(pane.person.name)),
        element('span', {}, pane.person.name.split(' ')[0]),
        news && element('span.hidden', {}, ', new messages'),
      );
    }),
  );
}

/** @param {number} index of the pane that a narrow screen shows */
function show(index) {
  active = index;
  for (const [at, pane] of panes.entries()) pane.node.classList.toggle('active', at === index);
  panes[index]?.look();
  drawNav();
  nav.querySelectorAll('button')[index]?.focus();
}

function connect() {
  hangUp();
  const ids = [...new Set(panes.map((pane) => pane.person.id))];
  hangUp = listen(ids, {
    reset: () => store.reset(),
    message: (view) => {
      store.putMessage(view);
      draw();
    },
    home: (view) => {
      store.putHome(view);
      draw();
    },
    ready: () => {
      for (const pane of panes) pane.ready();
      document.body.dataset.ready = 'true';
      draw();
    },
    state: showConnection,
  });
}

/** @param {'open' | 'waiting' | 'closed'} state */
function showConnection(state) {
  connection.hidden = state === 'open';
  if (state === 'waiting') connection.textContent = 'Connection lost. Trying again…';
  if (state === 'closed') {
    connection.textContent =
      'Connection lost. If Deskhand was started again, open the new link that is printed in its terminal.';
  }
}

/**
 * The people of last time, or one of each role, from one client where it goes.
 * @param {readonly PlaygroundPerson[]} people
 */
function choose(people) {
  const kept = readKept();
  /** @type {PlaygroundPerson[]} */
  const chosen = [];
  for (const [index, role] of ROLES.entries()) {
    const client = chosen[0]?.client;
    const free = people.filter((person) => !chosen.includes(person));
    const person =
      people.find(({ id }) => id === kept[index]) ??
      free.find((one) => one.role === role && (role !== 'manager' || one.client === client)) ??
      free.find((one) => one.role === role) ??
      free[0] ??
      people[0];
    if (person) chosen.push(person);
  }
  return chosen;
}

/** @returns {readonly unknown[]} ids as they were written down, by this page or by anything else at this address */
function readKept() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/**
 * @param {Pane} pane
 * @param {PlaygroundPerson} person
 */
function pick(pane, person) {
  pane.be(person);
  localStorage.setItem(KEPT, JSON.stringify(panes.map((one) => one.person.id)));
  connect();
  drawNav();
}

const people = await fetchPeople();
if (people.length === 0) {
  main.append(element('p.empty', {}, 'No client has a sandbox, so there is nobody to be here.'));
} else {
  panes = choose(people).map((person, index) => {
    const pane = new Pane({
      store,
      people,
      person,
      number: index + 1,
      onPick: (other) => pick(pane, other),
    });
    return pane;
  });
  main.append(...panes.map((pane) => pane.node));
  panes[0]?.node.classList.add('active');
  connect();
  drawNav();
  setInterval(draw, TICK_MS);
}
