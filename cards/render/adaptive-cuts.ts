// Whether words of a card have to be cut for Teams, so that the card can say so. Decides nothing about what is cut.
import type { Button, Card, CardBlock, Text } from '../card.ts';
import { cutsMarkdown, cutsRichText } from './adaptive-text.ts';
import { TEAMS_LIMITS } from './limits.ts';
import { visibleLine } from './neutralise.ts';

/** True if a title, a status, a text, a step, a field or a warning is longer than it can be shown. */
export function cutsWords(card: Card): boolean {
  return (
    cutsMarkdown(visibleLine(card.title), TEAMS_LIMITS.title) ||
    (card.status !== undefined && cutsRichText(card.status.text, TEAMS_LIMITS.fixed)) ||
    (card.foot !== undefined && cutsRichText(card.foot, TEAMS_LIMITS.fixed)) ||
    cutsWarning(card.buttons) ||
    card.body.some(cutsBlock)
  );
}

function cutsBlock(block: CardBlock): boolean {
  switch (block.type) {
    case 'text':
    case 'quote':
      return cutsBody(block.text);
    case 'fields':
      return block.fields.some(({ value }) => cutsMarkdown(value, TEAMS_LIMITS.fact));
    case 'steps':
      return block.steps.some(({ text, detail }) => cutsBody(text) || cutsBody(detail));
    case 'rows':
      return block.rows.some(
        ({ title, detail, buttons }) => cutsBody(title) || cutsBody(detail) || cutsWarning(buttons),
      );
    case 'heading':
    case 'divider':
      return false;
  }
}

function cutsBody(text: Text | undefined): boolean {
  return text !== undefined && cutsRichText(text, TEAMS_LIMITS.text);
}

function cutsWarning(buttons: readonly Button[] | undefined): boolean {
  return (buttons ?? []).some(
    ({ confirm }) => confirm !== undefined && visibleLine(confirm.text).length > TEAMS_LIMITS.title,
  );
}
