// Finds text that a platform would act on: mentions, links, formatting, hidden characters. Written against what the
// platforms' readers look for, not against how our renderers escape.

const BREAK = '\u200b';
const HIDDEN = /[\p{Bidi_Control}\p{Cc}\p{Cs}\u00ad\u200b-\u200f\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
/** The one markup of Slack that we write ourselves. */
const OUR_TIME = /<!date\^\d+\^(?:\{date_short_pretty\} )?\{time\}\|[\d: -]+ UTC>/g;
const OUR_DATE = /\{\{DATE\([\dT:Z-]+,SHORT\)\}\} |\{\{TIME\([\dT:Z-]+\)\}\}/g;

interface TextObject {
  readonly type: string;
  readonly text: string;
}

/** What is wrong with a rendered Slack message or modal. */
export function liveInSlack(rendered: unknown): string[] {
  const problems = objectsOf(rendered).flatMap((object) => (isText(object) ? inSlackText(object) : []));
  const fallback = (rendered as { text?: unknown }).text;
  return typeof fallback === 'string' ? [...problems, ...inMrkdwn(fallback)] : problems;
}

function inSlackText({ type, text }: TextObject): string[] {
  if (type === 'mrkdwn') return inMrkdwn(text);
  return hidden(text.replaceAll('\n', ''), text);
}

function inMrkdwn(text: string): string[] {
  const problems = hidden(text.replaceAll('\n', '').replaceAll(BREAK, ''), text);
  const outside = text.replace(OUR_TIME, '');
  // Nothing but control characters counts inside code.
  const rest = outside.replace(/`[^`\u200b\n]+`/g, '');
  if (/[<>]/.test(outside)) problems.push(`control character in ${text}`);
  if (/&(?!(?:amp|lt|gt);)/.test(rest)) problems.push(`bare & in ${text}`);
  if (/:(?!\d+:)[\w+'-]{1,100}:/.test(rest)) problems.push(`emoji code in ${text}`);
  if (/@(?:here|channel|everyone)/i.test(rest)) problems.push(`broadcast in ${text}`);
  if (/^(?:&gt;)/m.test(rest)) problems.push(`quotation in ${text}`);
  // Whoever writes formatting needs a pair of markers against the words between them; ours are `*` and code only.
  if (/(?:^|[^\p{L}\p{N}\u200b])([_~])\S[^\n]*\S\1(?![\p{L}\p{N}\u200b])/mu.test(rest))
    problems.push(`formatting in ${text}`);
  return problems;
}

/** What is wrong with a rendered Adaptive Card. */
export function liveInTeams(rendered: unknown): string[] {
  return objectsOf(rendered).flatMap((object) => {
    if (object.type === 'TextRun') return inRun(String(object.text));
    if (object.type === 'TextBlock') return inMarkdown(String(object.text));
    return markdownOf(object).flatMap((text) => (typeof text === 'string' ? inMarkdown(text) : []));
  });
}

/** What Teams reads as Markdown besides text blocks. The value of a choice or an input is what was typed, never shown as text. */
function markdownOf(object: Found): unknown[] {
  const inner = (key: string) => (object[key] as Found[]).flatMap((entry) => [entry.title, entry.value]);
  if (object.type === 'FactSet') return inner('facts');
  if (object.type === 'Input.ChoiceSet')
    return [object.label, ...(object.choices as Found[]).map(({ title }) => title)];
  return object.type === 'Input.Toggle' ? [object.label, object.title] : [object.label];
}

function inRun(text: string): string[] {
  const rest = text.replace(OUR_DATE, '');
  const problems = hidden(rest.replaceAll(BREAK, ''), text);
  return rest.includes('{{') ? [...problems, `date function in ${text}`] : problems;
}

function inMarkdown(text: string): string[] {
  const problems = inRun(text.replaceAll('\n', ''));
  const rest = text.replace(OUR_DATE, '').replace(/\\[!-/:-@[-`{-~]/g, '');
  if (/[[*`<~]/.test(rest)) problems.push(`markup in ${text}`);
  if (/\]\(/.test(text)) problems.push(`link target in ${text}`);
  if (/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u.test(rest)) problems.push(`emphasis in ${text}`);
  if (/^\s*(?:[-+=#>]|\d+[.)])/m.test(text)) problems.push(`list, heading or quotation in ${text}`);
  if (/&#?\w+;/.test(rest)) problems.push(`entity in ${text}`);
  return problems;
}

/** What is wrong with plain text: only what is hidden. */
export function liveInPlainText(text: string): string[] {
  return hidden(text.replaceAll('\n', '').replaceAll('\t', ''), text);
}

function hidden(cleaned: string, text: string): string[] {
  return HIDDEN.test(cleaned.replaceAll('\t', ''))
    ? [`hidden character in ${JSON.stringify(text.slice(0, 200))}`]
    : [];
}

type Found = Readonly<Record<string, unknown>>;

function isText(object: Found): object is Found & TextObject {
  return ['mrkdwn', 'plain_text', 'text'].includes(String(object.type)) && typeof object.text === 'string';
}

function objectsOf(value: unknown): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsOf);
  return Array.isArray(value) ? inner : [value as Found, ...inner];
}
