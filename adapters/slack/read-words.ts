// Tells a person's own words in a Slack message from what they carry of others: quotes, shared messages. Mentions become readable
// names and are listed. Pure: names come from what is known already, and nobody is looked up here.
import { z } from 'zod';
import type { Mention, MessageEvent, Quoted } from '../../src/chat.ts';
import { nameInWords } from '../../src/lib/typed-text.ts';
import { readRichText } from './rich-text.ts';
import { fromSlackText } from './text.ts';

/** The readable name of somebody, if it is known without a call. */
export type NameOf = (user: Mention['user']) => string | undefined;

export type Words = Pick<MessageEvent, 'own' | 'quoted' | 'forwarded' | 'mentions'>;

/** As Slack attaches a message that somebody shares: its text, or the blocks it was made of. */
const sharedSchema = z.object({
  is_share: z.boolean().nullish(),
  is_msg_unfurl: z.boolean().nullish(),
  text: z.string().nullish(),
  fallback: z.string().nullish(),
  author_name: z.string().nullish(),
  author_subname: z.string().nullish(),
  message_blocks: z
    .array(z.object({ message: z.object({ blocks: z.unknown() }).nullish() }))
    .nullish()
    .catch(undefined),
});

export const wordsSchema = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.array(z.unknown()).nullish().catch(undefined),
});

const MOST_SHARED = 10;
const LONGEST_SHARED = 8000;
/** A line of a quote; Slack writes ">" as an entity, other clients do not. Three of them quote all that follows. */
const QUOTE_LINE = /^[ \t]*(?:&gt;|>)(?!(?:&gt;|>){2})[ \t]?/;
const QUOTE_REST = /^[ \t]*(?:&gt;|>){3}[ \t]?/;
const FENCE = /```/g;

export function readWords(
  message: z.infer<typeof wordsSchema>,
  context: { readonly team: string; readonly botUserId: string | undefined },
  nameOf: NameOf,
): Words {
  const mentions: Mention[] = [];
  const { botUserId } = context;
  const userOf = (id: string) => ({ platform: 'slack', tenant: context.team, id }) as const;
  const nameFor = (id: string, label: string | undefined) =>
    // As it stands in the words afterwards, so that it is found there.
    nameInWords(nameOf(userOf(id)) ?? label ?? '') || `@${id}`;
  const material = (text: string) =>
    fromSlackText(text, { botUserId, person: nameFor }).slice(0, LONGEST_SHARED);
  const { own, quotes } = splitQuotes(message);
  return {
    own: fromSlackText(own, {
      botUserId,
      person: (id, label) => {
        const name = nameFor(id, label);
        if (!mentions.some((one) => one.user.id === id && one.name === name))
          mentions.push({ user: userOf(id), name });
        return name;
      },
    }),
    quoted: quotes.map((text) => ({ text: material(text) })).filter(({ text }) => text !== ''),
    forwarded: (message.attachments ?? [])
      .slice(0, MOST_SHARED)
      .flatMap((each) => readShared(each, material)),
    mentions,
  };
}

function readShared(attachment: unknown, material: (text: string) => string): Quoted[] {
  const shared = sharedSchema.safeParse(attachment).data;
  if (!shared?.is_share && !shared?.is_msg_unfurl) return [];
  const blocks = (shared.message_blocks ?? []).flatMap((each) => {
    const rich = readRichText(each.message?.blocks);
    return rich === undefined ? [] : [...rich.quotes, rich.own];
  });
  const text =
    [shared.text ?? '', blocks.join('\n'), shared.fallback ?? ''].map(material).find(Boolean) ?? '';
  const author = material(shared.author_name || shared.author_subname || '');
  return text === '' ? [] : [{ text, ...(author === '' ? {} : { author }) }];
}

/** The blocks know what is a quote; where a message has none, its lines say so. */
function splitQuotes({ text = '', blocks }: z.infer<typeof wordsSchema>): {
  readonly own: string;
  readonly quotes: readonly string[];
} {
  const rich = readRichText(blocks);
  if (rich === undefined) return splitLines(text);
  return rich.quotes.length === 0 ? { own: text, quotes: [] } : rich;
}

/** Lines in a code block are the person's own, whatever they begin with. */
function splitLines(text: string): { readonly own: string; readonly quotes: readonly string[] } {
  const own: string[] = [];
  const quotes: string[] = [];
  let inCode = false;
  let before: 'own' | 'quote' | 'rest' = 'own';
  for (const line of text.split('\n')) {
    if (before !== 'rest') before = inCode ? 'own' : kindOf(line);
    const inQuote = before !== 'own';
    if (!inQuote) {
      own.push(line);
      if ((line.match(FENCE)?.length ?? 0) % 2 === 1) inCode = !inCode;
      continue;
    }
    quotes.push(line.replace(QUOTE_REST, '').replace(QUOTE_LINE, ''));
  }
  return { own: own.join('\n'), quotes: quotes.length === 0 ? [] : [quotes.join('\n')] };
}

function kindOf(line: string): 'own' | 'quote' | 'rest' {
  if (QUOTE_REST.test(line)) return 'rest';
  return QUOTE_LINE.test(line) ? 'quote' : 'own';
}
