// Between Slack's message markup and plain text. Source: docs.slack.dev/messaging/formatting-message-text.
import { escapeMrkdwn, visible } from '../../cards/render/neutralise.ts';
import { CUT, closeCuts, typedText } from '../../src/lib/typed-text.ts';

/** Leaves room for what escaping adds. */
const MAX_LENGTH = 30_000;

export interface FromSlackText {
  readonly botUserId?: string | undefined;
  /** Channels stay `<#C123>` (commands name them). */
  readonly ids?: boolean;
  /** The words that stand for a person; `label` is what Slack gives, if anything. Without it people stay `<@U123>`. */
  readonly person?: (id: string, label: string | undefined) => string;
}

/**
 * What a person wrote, as plain text: links become their address, special mentions their name, entities characters.
 * A mention of the bot itself is left out, and so is what nobody can see.
 */
export function fromSlackText(text: string, options: FromSlackText = {}): string {
  const plain = text
    .replaceAll(CUT, '')
    .replace(/<([^<>]+)>/g, (whole, inner: string) => readMarkup(whole, inner, options));
  const words = plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return typedText(closeCuts(words));
}

function readMarkup(whole: string, inner: string, options: FromSlackText): string {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : inner.slice(bar + 1);
  if (target.startsWith('@')) return readPerson(target.slice(1), label, options);
  if (target.startsWith('#')) return label === '' || options.ids === true ? `<${target}>` : `#${label}`;
  if (target.startsWith('!')) return label === '' ? `@${target.slice(1)}` : label;
  if (/^(mailto|tel):/.test(target)) return label === '' ? target.slice(target.indexOf(':') + 1) : label;
  if (!/^https?:\/\//.test(target)) return whole;
  return label === '' || target.replace(/^https?:\/\//, '') === label
    ? label || target
    : `${label} (${target})`;
}

function readPerson(id: string, label: string, { botUserId, person }: FromSlackText): string {
  if (id === botUserId) return CUT;
  // The text is read for entities once more, so that a name with "&lt;" in it stays a name.
  return person === undefined ? `<@${id}>` : escapeAmpersand(person(id, label === '' ? undefined : label));
}

function escapeAmpersand(name: string): string {
  return name.replaceAll('&', '&amp;');
}

/** Plain text for Slack's `text`: nothing in it makes a mention, a link or formatting. Cut where Slack would cut (40,000). */
export function toSlackText(text: string): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}… (cut)` : text;
  return escapeMrkdwn(visible(cut));
}
