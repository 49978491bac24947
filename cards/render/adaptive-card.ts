// Cards as Adaptive Cards 1.5 (Teams, and the playground through the adaptivecards library). TextBlocks read markdown, so all
// outside text is escaped.
import { encodeAction } from '../action.ts';
import type { Button, Card, CardBlock, Tone } from '../card.ts';
import { cut, TEAMS } from './limits.ts';
import { escapeMarkdown, toMarkdown } from './markdown.ts';
import { oneLine, showHidden } from './neutralise.ts';
import { STEP_SIGNS } from './text.ts';

export type AdaptiveElement = Readonly<Record<string, unknown>> & { readonly type: string };

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly body: readonly AdaptiveElement[];
}

const SCHEMA = 'http://adaptivecards.io/schemas/adaptive-card.json';
const COLORS: Readonly<Record<Tone, string>> = {
  neutral: 'default',
  good: 'good',
  warning: 'warning',
  danger: 'attention',
};

export function toAdaptiveCard(card: Card): AdaptiveCard {
  const head = [
    textBlock(escapeMarkdown(oneLine(cut(card.title, TEAMS.title))), { weight: 'bolder', size: 'medium' }),
  ];
  if (card.status) {
    head.push(textBlock(toMarkdown(card.status.text), { weight: 'bolder', color: COLORS[card.status.tone] }));
  }
  const tail: AdaptiveElement[] = [
    ...actionSets(card.buttons ?? []),
    ...(card.foot ? [textBlock(toMarkdown(card.foot), { isSubtle: true, size: 'small' })] : []),
  ];
  return envelope(fit(head, card.body.map(toElements), tail));
}

export function envelope(body: readonly AdaptiveElement[]): AdaptiveCard {
  return { type: 'AdaptiveCard', $schema: SCHEMA, version: '1.5', body };
}

/** Drops whole pieces from the end of the body until the card is within the size limit, and says so. */
function fit(
  head: readonly AdaptiveElement[],
  pieces: readonly (readonly AdaptiveElement[])[],
  tail: readonly AdaptiveElement[],
): readonly AdaptiveElement[] {
  const size = (elements: readonly AdaptiveElement[]) => JSON.stringify(elements).length * 2;
  let room = TEAMS.cardBytes - size(head) - size(tail) - 2000;
  const kept: AdaptiveElement[] = [];
  const all = pieces.flat();
  for (const element of all) {
    room -= size([element]);
    if (room < 0) break;
    kept.push(element);
  }
  const left = all.length - kept.length;
  return [
    ...head,
    ...kept,
    ...(left > 0 ? [textBlock(`and ${left} more`, { isSubtle: true })] : []),
    ...tail,
  ];
}

export function textBlock(text: string, style: Readonly<Record<string, unknown>> = {}): AdaptiveElement {
  return { type: 'TextBlock', text: cut(text, TEAMS.text) || '–', wrap: true, ...style };
}

function toElements(block: CardBlock): readonly AdaptiveElement[] {
  switch (block.type) {
    case 'text':
      return [textBlock(toMarkdown(block.text), block.muted ? { isSubtle: true, size: 'small' } : {})];
    case 'heading':
      return [textBlock(escapeMarkdown(oneLine(block.text)), { weight: 'bolder', separator: true })];
    case 'fields':
      return [
        {
          type: 'FactSet',
          facts: block.fields.map((field) => ({
            title: cut(oneLine(field.label), 100),
            value: cut(toMarkdown(field.value), 1000) || '–',
          })),
        },
      ];
    case 'steps':
      return block.steps.flatMap(stepElements);
    case 'quote':
      return [
        textBlock(escapeMarkdown(oneLine(block.label)), { isSubtle: true, size: 'small', separator: true }),
        textBlock(escapeMarkdown(showHidden(block.text)), { isSubtle: true }),
      ];
    case 'rows':
      return block.rows.slice(0, TEAMS.rows).map((row) => ({
        type: 'Container',
        separator: true,
        items: [
          textBlock(toMarkdown(row.title)),
          ...(row.detail ? [textBlock(toMarkdown(row.detail), { isSubtle: true, size: 'small' })] : []),
          ...actionSets(row.buttons ?? []),
        ],
      }));
    case 'divider':
      return [{ type: 'Container', separator: true, items: [] }];
  }
}

function stepElements(
  step: Extract<CardBlock, { type: 'steps' }>['steps'][number],
  index: number,
): readonly AdaptiveElement[] {
  const state = step.state ? ` (${STEP_SIGNS[step.state]})` : '';
  return [
    // An escaped dot: "1." at the start of a line would become a list.
    textBlock(`**${index + 1}\\.** ${toMarkdown(step.text)}${state}`),
    ...(step.detail
      ? [textBlock(toMarkdown(step.detail), { isSubtle: true, size: 'small', spacing: 'none' })]
      : []),
  ];
}

function actionSets(buttons: readonly Button[]): readonly AdaptiveElement[] {
  if (buttons.length === 0) return [];
  // Adaptive Cards 1.5 cannot ask again; what cannot be undone is said above the buttons instead.
  const warnings = buttons.flatMap((button) => button.confirm?.text ?? []);
  return [
    ...warnings.map((text) => textBlock(escapeMarkdown(showHidden(text)), { isSubtle: true, size: 'small' })),
    { type: 'ActionSet', actions: buttons.slice(0, TEAMS.actionsPerSet).map(toAction) },
  ];
}

function toAction(button: Button) {
  const style =
    button.style === 'primary' ? 'positive' : button.style === 'danger' ? 'destructive' : 'default';
  return {
    type: 'Action.Execute',
    title: cut(oneLine(button.label), TEAMS.buttonText),
    verb: button.action.type,
    data: { action: encodeAction(button.action) },
    style,
    ...(button.spoken ? { tooltip: cut(oneLine(button.spoken), 100) } : {}),
  };
}
