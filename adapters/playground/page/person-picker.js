// Who a view belongs to: the list to choose a person from, and what roles are called.
/** @import { PlaygroundPerson } from '../options.ts' */
import { element } from './element.js';

export const ROLES = { employee: 'Employee', manager: 'Manager', technician: 'Technician', admin: 'Admin' };

/**
 * @param {readonly PlaygroundPerson[]} people
 * @param {string} id of the element
 * @param {(person: PlaygroundPerson) => void} onPick
 * @returns {HTMLSelectElement} its value is the id of a person
 */
export function drawPicker(people, id, onPick) {
  const picker = element('select', {
    id,
    onchange: () => {
      const person = people.find((one) => one.id === picker.value);
      if (person) onPick(person);
    },
  });
  const groups = Map.groupBy(people, ({ client, role }) => `${client}: ${ROLES[role].toLowerCase()}`);
  for (const [label, members] of groups) {
    const options = members.map((one) => element('option', { value: one.id }, one.name));
    picker.append(element('optgroup', { label }, ...options));
  }
  return picker;
}
