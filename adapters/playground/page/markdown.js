// What the card renderer shows for markdown text: the text itself. Cards escape their markdown with backslashes; these are
// taken away and everything else is escaped for HTML, so nothing in a card can become markup.

const HTML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The text behind escaped markdown. */
export function unescapeMarkdown(text) {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** The same as HTML that holds no element but line breaks. */
export function markdownToHtml(text) {
  return unescapeMarkdown(text)
    .replace(/[&<>"']/g, (sign) => HTML[sign])
    .replaceAll('\n', '<br>');
}
