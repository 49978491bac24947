// Text as Slack's mrkdwn. Control characters of the markup become entities or are held apart by a zero-width space of ours.
import type { Text } from '../card.ts';
import { showHidden } from './neutralise.ts';
import { renderText, utcText } from './text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const GUARD = '\u200b';

/** Outside text in which no mention, link, emphasis, code, quote or emoji code can take effect. */
export function escapeMrkdwn(text: string): string {
  return showHidden(text)
    .replace(/[&<>]/g, (found) => ENTITIES[found] ?? found)
    .replace(/[*_~`]/g, (found) => `${GUARD}${found}${GUARD}`)
    .replace(/:(?=[a-z0-9_+'-]+:)/gi, `:${GUARD}`)
    .replace(/@(?=\w)/g, `@${GUARD}`)
    .replace(/(https?|mailto|slack):(?=\S)/gi, `$1:${GUARD}`);
}

export function toMrkdwn(text: Text): string {
  return renderText(text, {
    plain: escapeMrkdwn,
    strong: (part) => `*${escapeMrkdwn(part).trim() || '–'}*`,
    code: (part) => `\`${escapeMrkdwn(part).replaceAll(GUARD, '').replaceAll('`', "'")}\``,
    time: (ms, style) => {
      const format = style === 'time' ? '{time}' : '{date_short_pretty} {time}';
      return `<!date^${Math.floor(ms / 1000)}^${format}|${utcText(ms, style)}>`;
    },
  });
}
