// What the card renderer shows for markdown text: the text itself. Cards escape their markdown with backslashes; these are
// taken away and everything else is escaped for HTML, so nothing in a card can become markup.

/** @type {ReadonlyMap<string, string>} */
const HTML = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * The text behind escaped markdown.
 * @param {string} text
 */
export function unescapeMarkdown(text) {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/**
 * The same as HTML that holds no element but line breaks.
 * @param {string} text
 */
export function markdownToHtml(text) {
  return unescapeMarkdown(text)
    .replace(/[&<>"']/g, (sign) => HTML.get(sign) ?? '')
    .replaceAll('\n', '<br>');
}
