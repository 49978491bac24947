// Reads Slack's `rich_text` blocks back into message markup, quotes apart from everything else. Only they tell a quote from a
// line that begins with ">" in a code block. It resolves nobody and decides nothing; what it does not know it leaves out.
import { escapeEntities } from '../../cards/render/neutralise.ts';
import { lookUp } from '../../src/lib/look-up.ts';

export interface RichText {
  /** Message markup, as in a message's `text`. */
  readonly own: string;
  readonly quotes: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** Undefined for a message without rich text, such as one that a program posted. */
export function readRichText(blocks: unknown): RichText | undefined {
  const parts = list(blocks).filter((block) => lookUp(block, 'type') === 'rich_text');
  if (parts.length === 0) return undefined;
  const own: string[] = [];
  const quotes: string[] = [];
  for (const part of parts.flatMap((block) => list(lookUp(block, 'elements')))) {
    const markup = blockMarkup(part);
    if (lookUp(part, 'type') === 'rich_text_quote') quotes.push(markup);
    else own.push(markup);
  }
  return { own: own.join('\n'), quotes };
}

function blockMarkup(part: Json): string {
  const elements = list(lookUp(part, 'elements'));
  if (lookUp(part, 'type') === 'rich_text_list')
    return elements.map((entry) => `• ${blockMarkup(entry)}`).join('\n');
  return elements.map(inlineMarkup).join('');
}

function inlineMarkup(element: Json): string {
  const text = (name: string) => {
    const value = lookUp(element, name);
    return typeof value === 'string' ? escapeEntities(value) : '';
  };
  switch (lookUp(element, 'type')) {
    case 'text':
      return text('text');
    case 'link':
      return text('text') === '' ? `<${text('url')}>` : `<${text('url')}|${text('text')}>`;
    case 'user':
      return `<@${text('user_id')}>`;
    case 'channel':
      return `<#${text('channel_id')}>`;
    case 'usergroup':
      return `<!subteam^${text('usergroup_id')}>`;
    case 'broadcast':
      return `<!${text('range')}>`;
    case 'emoji':
      return `:${text('name')}:`;
    case 'date':
      return text('fallback');
    case 'color':
      return text('value');
    default:
      return '';
  }
}

function list(value: unknown): readonly Json[] {
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is Json => typeof entry === 'object' && entry !== null);
}
