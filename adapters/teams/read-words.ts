// Tells what a person typed from what Teams puts around it: the mention of the bot, quoted replies, forwarded messages, markup.
// Pure, and it never takes somebody else's words for the person's own: what cannot be told apart is nobody's.
import type { MessageEvent, Quoted } from '../../src/chat.ts';
import { lookUp } from '../../src/lib/look-up.ts';
import { closeCuts, typedText } from '../../src/lib/typed-text.ts';
import { type Block, decodeEntities, htmlToText, splitBlocks, takeAuthor } from './html-words.ts';
import { type KnownPeople, Mentions } from './read-mentions.ts';

type Json = Readonly<Record<string, unknown>>;

export type Words = Pick<MessageEvent, 'own' | 'quoted' | 'forwarded' | 'mentions' | 'mentioned'>;

interface Material extends Quoted {
  readonly forwarded: boolean;
}

/** Where the quoted message stood, in the plain text of newer clients. */
const QUOTED_MARK = /<quoted\b[^<>]*>(?:<\/quoted\s*>)?/gi;
const REFERENCE =
  /^(?:messageReference$|forwardedMessageReference$|application\/vnd\.microsoft\.teams\..*forward)/i;
const MOST_MATERIAL = 10;
const LONGEST_MATERIAL = 8000;

export function readWords(raw: Json, tenant: string, known: KnownPeople): Words {
  const mentions = new Mentions(raw, tenant, known);
  const { own, material } = splitMessage(raw, mentions);
  const of = (forwarded: boolean) =>
    material
      .filter((each) => each.forwarded === forwarded && each.text !== '')
      .slice(0, MOST_MATERIAL)
      .map(({ text, author }) => ({ text, ...(author === undefined ? {} : { author }) }));
  return {
    own: typedText(closeCuts(own)),
    quoted: of(false),
    forwarded: of(true),
    mentions: mentions.people,
    mentioned: mentions.botMentioned,
  };
}

/**
 * The plain text runs a quote or forward into the person's own words, and only the HTML copy of the message tells them apart. So
 * with any sign of one, the HTML counts.
 */
function splitMessage(raw: Json, mentions: Mentions): { own: string; material: readonly Material[] } {
  const plain = (typeof raw.text === 'string' ? raw.text : '').replace(QUOTED_MARK, ' ');
  const html = raw.textFormat === 'xml' ? [plain] : htmlOf(raw.attachments);
  const split = splitBlocks(html.join('\n'));
  const inHtml = split.blocks.map((block) => readBlock(block, mentions));
  const named = [...referencesIn(raw.attachments), ...repliesIn(raw.entities)];
  const material = inHtml.length > 0 ? inHtml : named;
  if (raw.textFormat === 'xml' || (material.length > 0 && html.length > 0))
    return { own: htmlToText(mentions.inWords(split.own)), material };
  const own = decodeEntities(mentions.inWords(plain));
  return { own: material.reduce(without, own), material };
}

function readBlock({ html, forwarded }: Block, mentions: Mentions): Material {
  const { author, rest } = takeAuthor(html);
  return { forwarded, author, text: cut(htmlToText(mentions.inMaterial(rest))) };
}

/** Own words without material that stands among them; words that are only a part of the material are nobody's own. */
function without(own: string, { text }: Material): string {
  const flat = (words: string) => typedText(words).replace(/\s+/g, ' ');
  const [words, whole] = [flat(own), flat(text)];
  if (whole === '' || words === '') return own;
  if (whole.includes(words)) return '';
  return words.includes(whole) ? words.replace(whole, () => ' ') : own;
}

function htmlOf(attachments: unknown): readonly string[] {
  return list(attachments)
    .filter((attachment) => field(attachment, 'contentType') === 'text/html')
    .map((attachment) => field(attachment, 'content'))
    .filter((content) => typeof content === 'string');
}

/** Attachments that stand for another message. Their content is an object, or the same as JSON text. */
function referencesIn(attachments: unknown): readonly Material[] {
  return list(attachments).flatMap((attachment): Material[] => {
    const type = String(field(attachment, 'contentType'));
    if (!REFERENCE.test(type)) return [];
    const content = objectOf(field(attachment, 'content'));
    const texts = ['originalMessageContent', 'messagePreview', 'text', 'content'].map((name) =>
      field(content, name),
    );
    const words = [...texts, field(field(content, 'body'), 'content')].find(
      (each) => typeof each === 'string',
    );
    const sender = field(content, 'originalMessageSender') ?? field(content, 'messageSender');
    return [
      {
        forwarded: /forward/i.test(type),
        author: authorOf(field(field(sender, 'user'), 'displayName')),
        text: typeof words === 'string' ? cut(htmlToText(words)) : '',
      },
    ];
  });
}

function repliesIn(entities: unknown): readonly Material[] {
  return list(entities).flatMap((entity): Material[] => {
    if (field(entity, 'type') !== 'quotedReply') return [];
    const reply = field(entity, 'quotedReply') ?? entity;
    const preview = field(reply, 'preview');
    const author = authorOf(field(reply, 'senderName'));
    return [{ forwarded: false, author, text: typeof preview === 'string' ? cut(preview) : '' }];
  });
}

function authorOf(value: unknown): string | undefined {
  return typeof value === 'string' ? typedText(value) || undefined : undefined;
}

function cut(text: string): string {
  return typedText(closeCuts(text)).slice(0, LONGEST_MATERIAL);
}

function objectOf(content: unknown): unknown {
  if (typeof content !== 'string') return content;
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? lookUp(value as Json, name) : undefined;
}
