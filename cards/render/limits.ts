// How much of each thing the chat platforms take, and how text is cut to fit. Everything is counted in UTF-16 code
// units, the strictest reading. Sources: doc comments of @slack/types 3.2.0; learn.microsoft.com "Format your bot messages".

export const SLACK_LIMITS = {
  blocks: { message: 50, home: 100, modal: 100 },
  /** Slack cuts `text` at 40,000; a fallback needs far less. */
  text: 4000,
  header: 150,
  section: 3000,
  fields: 10,
  field: 2000,
  context: 3000,
  quote: 3000,
  actions: 25,
  button: { text: 75, value: 2000, accessibilityLabel: 75 },
  confirm: { title: 100, text: 300, button: 30 },
  modal: { title: 24, submit: 24, metadata: 3000 },
  input: { label: 2000, hint: 2000, text: 3000, id: 255 },
  select: { options: 100, text: 75, value: 75 },
} as const;

export const TEAMS_LIMITS = {
  /** Bytes of the card as UTF-16 JSON. Teams refuses a whole message over 100 KB. */
  bytes: 60_000,
  title: 300,
  text: 3000,
  /** Lines of one text that stay lines; each is an element of its own. */
  lines: 40,
  /** Status and foot, which are never dropped. */
  fixed: 500,
  fixedLines: 5,
  factTitle: 150,
  fact: 2000,
  facts: 30,
  /** Buttons side by side: the adaptivecards package draws no more by default, Teams about one more. */
  actions: 5,
  /** Of a card's own buttons on Teams; the others stand in its "…" menu. */
  visible: 6,
  buttons: 10,
  /** People for whom Teams refreshes a card by itself. Source: learn.microsoft.com "User-specific views". */
  refresh: 60,
  /** Pixels; the title is what a manifest may give a dialog. */
  dialog: { title: 64, width: 500, lowest: 200, highest: 620 },
  button: 75,
  tooltip: 150,
  fallback: 1000,
  input: { label: 300, text: 3000 },
  select: { options: 100, text: 150, value: 150 },
} as const;

export const PLAIN_LIMITS = { text: 30_000, part: 6000 } as const;

const ELLIPSIS = '…';
/** A cut goes back to the last space if it stands in this last part of the text. */
const WORD_REACH = 0.2;

/** The text in at most `max` UTF-16 code units; what was cut ends in "…", between words if one ends near, never inside a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  let end = max - ELLIPSIS.length;
  if (isInsidePair(text, end)) end -= 1;
  const space = text.slice(0, end + 1).search(/\s\S*$/u);
  if (space >= end * (1 - WORD_REACH)) end = space;
  return `${text.slice(0, end).trimEnd()}${ELLIPSIS}`;
}

function isInsidePair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}
