// The log of one conversation: draws only what changed, keeps the focus, and follows the latest message unless the person
// reads something older.
import { element } from './element.js';

/** This close to its end, a log counts as read to the end. Pixels. */
const NEAR = 80;

/** @typedef {{ readonly key: string, readonly version: string, make(): HTMLElement }} Row drawn anew when its version changes */
/** @typedef {{ readonly newest: string | undefined, readonly own: boolean }} Latest key of the message that has come since, and whether the person wrote it */

export class LogView {
  /** @type {Map<string, { readonly version: string, readonly node: HTMLElement }>} */
  #drawn = new Map();
  #fresh = true;
  node = element('div.log', { role: 'log', 'aria-live': 'polite', tabindex: '0' });
  jump = element('button.jump', { type: 'button', hidden: true }, 'New message');

  /** Begins anew; the next drawing ends at the latest message. */
  clear() {
    this.#drawn.clear();
    this.node.replaceChildren();
    this.jump.hidden = true;
    this.#fresh = true;
  }

  /**
   * @param {readonly Row[]} rows in order
   * @param {Latest} latest
   */
  draw(rows, latest) {
    const { scrollHeight, scrollTop, clientHeight } = this.node;
    const atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    let next = this.node.firstChild;
    for (const row of rows) next = this.#place(row, next);
    const keys = new Set(rows.map(({ key }) => key));
    for (const [key, { node }] of this.#drawn) {
      if (keys.has(key)) continue;
      node.remove();
      this.#drawn.delete(key);
    }
    this.#follow(latest, atEnd);
    this.#fresh = false;
  }

  /**
   * Puts a row before `next`.
   * @param {Row} row
   * @param {ChildNode | null} next null: at the end
   * @returns {ChildNode | null} what the following one stands before
   */
  #place({ key, version, make }, next) {
    const before = this.#drawn.get(key);
    if (before?.version === version) {
      if (before.node === next) return before.node.nextSibling;
      this.node.insertBefore(before.node, next);
      return next;
    }
    const node = make();
    const hadFocus = before?.node.contains(document.activeElement);
    const after = before?.node === next && next ? next.nextSibling : next;
    before?.node.remove();
    this.node.insertBefore(node, after);
    this.#drawn.set(key, { version, node });
    if (hadFocus) node.focus({ preventScroll: true });
    return after;
  }

  /**
   * @param {Latest} latest
   * @param {boolean} atEnd whether the log was read to its end
   */
  #follow({ newest, own }, atEnd) {
    const node = newest && this.#drawn.get(newest)?.node;
    if (this.#fresh) {
      this.node.scrollTop = this.node.scrollHeight;
    } else if (node && (atEnd || own)) {
      this.#reveal(node);
    } else if (node) {
      this.jump.hidden = false;
      this.jump.onclick = () => {
        this.jump.hidden = true;
        this.#reveal(node);
        node.focus({ preventScroll: true });
      };
    }
  }

  /**
   * Scrolls the log, and never the page around it.
   * @param {HTMLElement} node
   */
  #reveal(node) {
    const log = this.node.getBoundingClientRect();
    const spot = node.getBoundingClientRect();
    const below = spot.bottom + NEAR / 2 - log.bottom;
    if (below > 0) this.node.scrollTop += Math.min(below, spot.top - log.top - 8);
    else if (spot.top < log.top) this.node.scrollTop -= log.top - spot.top + 8;
  }
}
