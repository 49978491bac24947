// The one dialog of the page: a form, filled in by one person. What it shows is taken out of the page when it closes.
import { act } from './api.js';
import { drawCard } from './card-view.js';

const dialog = document.getElementById('dialog');
const body = document.getElementById('dialog-body');
const error = document.getElementById('dialog-error');
let afterwards = () => {};

document.getElementById('dialog-close').addEventListener('click', () => dialog.close());
dialog.addEventListener('close', () => {
  body.replaceChildren();
  afterwards();
});

/**
 * @param {{ id: string, name: string }} person who fills it in
 * @param {{ title: string, card: object }} form
 * @param {() => void} onClose puts the focus back
 */
export function openForm(person, form, onClose) {
  afterwards = onClose;
  document.getElementById('dialog-person').textContent = person.name;
  dialog.setAttribute('aria-label', form.title);
  fill(person, form);
  if (!dialog.open) dialog.showModal();
  body.querySelector('input, textarea, select, button')?.focus();
}

function fill(person, form) {
  showError('');
  const drawn = drawCard(form.card, async ({ form: encoded, ...typed }) => {
    const values = Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, String(value ?? '')]));
    const answer = await act({ do: 'submit', as: person.id, form: encoded ?? '', values });
    if (answer.type === 'form') return fill(person, answer);
    if (answer.type === 'refused') return showError(answer.error);
    if (answer.type !== 'form_errors') return dialog.close();
    showError(drawn.showErrors(answer.errors).join(' '));
  });
  body.replaceChildren(drawn.node);
}

function showError(text) {
  error.textContent = text;
  error.hidden = text === '';
}
