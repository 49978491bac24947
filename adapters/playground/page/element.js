// Makes elements. Text given to it stays text: there is no way to hand it HTML.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag | `${Tag}.${string}`} tag name and classes, like `button.plain`
 * @param {Readonly<Record<string, string | number | boolean | null | undefined | ((event: never) => unknown)>>} [attributes]
 *   `on…` are listeners; false, null and undefined are left out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const made = document.createElement(/** @type {Tag} */ (name));
  if (classes.length > 0) made.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function')
      made.addEventListener(key.slice('on'.length), /** @type {(event: Event) => unknown} */ (value));
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/**
 * An element of `index.html`.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind e.g. `HTMLDialogElement`
 * @returns {Kind}
 * @throws Error if the page has no such element
 */
export function elementOf(id, kind) {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} with the id ${id}.`);
}
