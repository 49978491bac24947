// Text as the markdown that Adaptive Cards read.
import type { Text } from '../card.ts';
import { showHidden } from './neutralise.ts';
import { renderText } from './text.ts';

/** Outside text in which no link, emphasis, list, heading, mention or HTML can take effect. */
export function escapeMarkdown(text: string): string {
  return showHidden(text)
    .replace(/[\\`*_{}[\]()#+!|~<>&-]/g, (found) => `\\${found}`)
    .replace(/(\d)\.(?=\s)/g, '$1\\.')
    .replace(/(https?|mailto):(?=\S)/gi, '$1\\:');
}

export function toMarkdown(text: Text): string {
  return renderText(text, {
    plain: escapeMarkdown,
    strong: (part) => `**${escapeMarkdown(part).trim() || '–'}**`,
    code: (part) => escapeMarkdown(part),
    // Teams applies the reader's zone to these two functions and to no other text.
    time: (ms, style) => {
      const iso = new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000', '');
      return style === 'time' ? `{{TIME(${iso})}}` : `{{DATE(${iso},SHORT)}} {{TIME(${iso})}}`;
    },
  });
}
