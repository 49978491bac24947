// The one dialog of the page: a form, filled in by one person. What it shows is taken out of the page when it closes.
/** @import { PageAnswer } from '../answers.ts' */
/** @import { PlaygroundPerson } from '../options.ts' */
import { act } from './api.js';
import { drawCard } from './card-view.js';
import { elementOf } from './element.js';

/** @typedef {Extract<PageAnswer, { type: 'form' }>} Form */

const dialog = elementOf('dialog', HTMLDialogElement);
const personName = elementOf('dialog-person', HTMLElement);
const body = elementOf('dialog-body', HTMLElement);
const error = elementOf('dialog-error', HTMLElement);
let afterwards = () => {};

elementOf('dialog-close', HTMLElement).addEventListener('click', () => dialog.close());
dialog.addEventListener('close', () => {
  body.replaceChildren();
  afterwards();
});

/**
 * @param {PlaygroundPerson} person who fills it in
 * @param {Form} form
 * @param {() => void} onClose puts the focus back
 */
export function openForm(person, form, onClose) {
  afterwards = onClose;
  personName.textContent = person.name;
  dialog.setAttribute('aria-label', form.title);
  fill(person, form);
  if (!dialog.open) dialog.showModal();
  /** @type {HTMLElement | null} */ (body.querySelector('input, textarea, select, button'))?.focus();
}

/**
 * @param {PlaygroundPerson} person
 * @param {Form} form
 */
function fill(person, form) {
  showError('');
  const drawn = drawCard(form.card, async (data) => {
    const values = Object.fromEntries([...data].filter(([id]) => id !== 'form'));
    const answer = await act({ do: 'submit', as: person.id, form: data.get('form') ?? '', values });
    if (answer.type === 'form') return fill(person, answer);
    if (answer.type === 'refused') return showError(answer.error);
    if (answer.type !== 'form_errors') return dialog.close();
    showError(drawn.showErrors(new Map(Object.entries(answer.errors))).join(' '));
  });
  body.replaceChildren(drawn.node);
}

/** @param {string} text empty: nothing is wrong */
function showError(text) {
  error.textContent = text;
  error.hidden = text === '';
}
