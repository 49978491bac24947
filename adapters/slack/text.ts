// Between Slack's message markup and plain text. Source: docs.slack.dev/messaging/formatting-message-text.
import { escapeMrkdwn, visible } from '../../cards/render/neutralise.ts';

/** Leaves room for what escaping adds. */
const MAX_LENGTH = 30_000;

/**
 * What a person wrote, as plain text: links become their address, special mentions their name, entities characters.
 * People stay `<@U123>`, so that they can be looked up. With `ids`, channels stay `<#C123>` too (commands name them).
 * A mention of the bot itself is left out.
 */
export function fromSlackText(
  text: string,
  options: { botUserId?: string | undefined; ids?: boolean } = {},
): string {
  const plain = text.replace(/<([^<>]+)>/g, (whole, inner: string) => {
    const bar = inner.indexOf('|');
    const target = bar < 0 ? inner : inner.slice(0, bar);
    const label = bar < 0 ? '' : inner.slice(bar + 1);
    if (target.startsWith('@')) return target.slice(1) === options.botUserId ? '' : `<${target}>`;
    if (target.startsWith('#')) return label === '' || options.ids === true ? `<${target}>` : `#${label}`;
    if (target.startsWith('!')) return label === '' ? `@${target.slice(1)}` : label;
    if (/^(mailto|tel):/.test(target)) return label === '' ? target.slice(target.indexOf(':') + 1) : label;
    if (!/^https?:\/\//.test(target)) return whole;
    return label === '' || target.replace(/^https?:\/\//, '') === label
      ? label || target
      : `${label} (${target})`;
  });
  return plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

/** Plain text for Slack's `text`: nothing in it makes a mention, a link or formatting. Cut where Slack would cut (40,000). */
export function toSlackText(text: string): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}… (cut)` : text;
  return escapeMrkdwn(visible(cut));
}
