// Cuts a document into its title and sections that are small enough to be shown and searched: at headings, then at paragraphs,
// then at words. Nothing is rewritten. Pure.

export interface Section {
  /** The document's title, with the heading that the section stands under. */
  readonly title: string;
  readonly text: string;
}

export interface SplitDocument {
  readonly title: string;
  readonly sections: readonly Section[];
}

const LONGEST_SECTION = 2000;
const LONGEST_TITLE = 120;
/** A document is read so far; nobody's guide is longer than a book. */
const LONGEST_TEXT = 1_000_000;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/;

/**
 * @param text plain text or Markdown
 * @param otherTitle what it is called without a heading of its own
 */
export function splitDocument(text: string, otherTitle: string): SplitDocument {
  const parts = atHeadings(withoutFrontMatter(text.slice(0, LONGEST_TEXT).replaceAll('\r\n', '\n')));
  const first = parts.find(({ heading }) => heading !== '')?.heading;
  const title = (first ?? otherTitle).slice(0, LONGEST_TITLE).trim() || otherTitle;
  const sections = parts.flatMap(({ heading, lines }) => {
    const body = lines.join('\n').trim();
    const under =
      heading === '' || heading === first ? title : `${title}: ${heading.slice(0, LONGEST_TITLE)}`;
    // A heading alone says something too, if only that there is such a thing.
    return (body === '' ? [heading] : inPieces(body)).map((piece) => ({ title: under, text: piece }));
  });
  return { title, sections: sections.filter((section) => section.text !== '') };
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^\uFEFF?---\n[\s\S]{0,5000}?\n---\n/, '').replace(/^\uFEFF/, '');
}

interface Part {
  readonly heading: string;
  readonly lines: string[];
}

/** A line in a fenced block is no heading, whatever it begins with. */
function atHeadings(text: string): readonly Part[] {
  const parts: Part[] = [];
  let part: Part = { heading: '', lines: [] };
  let fence = '';
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === '' ? mark : fence === mark ? '' : fence;
    const heading = fence === '' && line.length < 500 ? HEADING.exec(line)?.[1] : undefined;
    if (heading === undefined) {
      part.lines.push(line);
      continue;
    }
    parts.push(part);
    part = { heading: heading.replace(/[*_`]/g, '').trim(), lines: [] };
  }
  parts.push(part);
  return parts;
}

/** Whole paragraphs as long as they fit together; a longer one is cut at a line or a word. */
function inPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > LONGEST_SECTION) {
    const head = rest.slice(0, LONGEST_SECTION);
    const cut = [head.lastIndexOf('\n\n'), head.lastIndexOf('\n'), head.lastIndexOf(' ')].find(
      (at) => at > LONGEST_SECTION / 2,
    );
    const end = cut ?? head.replace(/[\uD800-\uDBFF]$/, '').length;
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}
