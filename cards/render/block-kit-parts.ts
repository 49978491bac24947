// The few Block Kit blocks that we use, built within their limits.
import { cut, SLACK } from './limits.ts';
import { oneLine } from './neutralise.ts';

export type Block = Readonly<Record<string, unknown>> & { readonly type: string };

export function plainText(text: string, length: number) {
  return { type: 'plain_text' as const, text: cut(oneLine(text), length) || '–', emoji: false };
}

export function header(text: string): Block {
  return { type: 'header', text: plainText(text, SLACK.headerText) };
}

/** @param mrkdwn escaped already @param prefix put before every line, for quotes */
export function section(mrkdwn: string, prefix = ''): Block {
  const text = mrkdwn
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: cut(text, SLACK.sectionText) || '–', verbatim: true },
  };
}

/** @param mrkdwn escaped already */
export function context(mrkdwn: string): Block {
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: cut(mrkdwn, SLACK.sectionText) || '–', verbatim: true }],
  };
}

export function divider(): Block {
  return { type: 'divider' };
}
