// Cards for Slack: messages, Home and modals. Pure; cuts what Slack would refuse, and no text in it can
// become markup, a mention or a link.
import type { Card, CardBlock, Field, Row, Text } from '../card.ts';
import { actionsBlock } from './block-kit-buttons.ts';
import type { Block } from './block-kit-types.ts';
import { joinText } from './inlines.ts';
import { cut, SLACK_LIMITS } from './limits.ts';
import { visible } from './neutralise.ts';
import { toPlainText } from './plain-text.ts';
import { shrink } from './shrink.ts';
import { fallbackText, mrkdwnObject, plainLine, textObject } from './slack-text.ts';
import { stepPrefix } from './step-words.ts';

export type SlackSurface = keyof typeof SLACK_LIMITS.blocks;

/** `text` is what notifications, screen readers and clients without blocks show. */
export function toBlockKit(
  card: Card,
  options: { readonly surface?: SlackSurface } = {},
): { text: string; blocks: Block[] } {
  const max = SLACK_LIMITS.blocks[options.surface ?? 'message'];
  const shown = shrink(card, (smaller) => cardBlocks(smaller).length <= max);
  return {
    text: fallbackText(toPlainText(card), SLACK_LIMITS.text),
    blocks: cardBlocks(shown).slice(0, max),
  };
}

function cardBlocks(card: Card): Block[] {
  return [
    { type: 'header', text: plainLine(card.title, SLACK_LIMITS.header) },
    ...(card.status === undefined ? [] : [section(card.status.text)]),
    ...card.body.flatMap(bodyBlocks),
    ...actionsBlock(card.buttons),
    ...(card.foot === undefined ? [] : [context(card.foot)]),
  ];
}

function bodyBlocks(block: CardBlock): Block[] {
  switch (block.type) {
    case 'text':
      return [block.muted === true ? context(block.text) : section(block.text)];
    case 'heading':
      return [section([{ strong: block.text }])];
    case 'fields':
      return fieldBlocks(block.fields);
    case 'steps':
      return block.steps.flatMap(({ text, detail, state }, index) => [
        section(joinText(stepPrefix(index, state), '', text)),
        ...(detail === undefined ? [] : [context(detail)]),
      ]);
    case 'quote':
      return [context(block.label), quote(block.text)];
    case 'rows':
      return block.rows.flatMap(rowBlocks);
    case 'divider':
      return [{ type: 'divider' }];
  }
}

function section(text: Text): Block {
  return { type: 'section', text: textObject(text, SLACK_LIMITS.section) };
}

function context(text: Text): Block {
  return { type: 'context', elements: [textObject(text, SLACK_LIMITS.context)] };
}

function fieldBlocks(fields: readonly Field[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < fields.length; at += SLACK_LIMITS.fields) {
    const some = fields.slice(at, at + SLACK_LIMITS.fields).map(({ label, value }) => {
      return mrkdwnObject(joinText([{ strong: label }], '\n', value), SLACK_LIMITS.field);
    });
    blocks.push({ type: 'section', fields: some });
  }
  return blocks;
}

/** Rich text has no markup, so whatever somebody wrote stays their words. */
function quote(text: string): Block {
  const shown = cut(visible(cut(text, SLACK_LIMITS.quote * 2)), SLACK_LIMITS.quote);
  const elements = [{ type: 'text', text: shown.trim() === '' ? '–' : shown } as const];
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] };
}

function rowBlocks(row: Row): Block[] {
  const text = row.detail === undefined ? row.title : joinText(row.title, '\n', row.detail);
  return [section(text), ...actionsBlock(row.buttons)];
}
