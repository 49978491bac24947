// Cards for Teams: Adaptive Cards 1.5. Pure; cuts what Teams would refuse, and no text in it can become markup,
// a mention or a link.
import { encodeAction } from '../action.ts';
import type { Button, Card, CardBlock, Field, Row, Tone } from '../card.ts';
import {
  type AdaptiveElement,
  type Look,
  markdownLine,
  markdownText,
  richText,
  textBlock,
} from './adaptive-text.ts';
import { cut, TEAMS_LIMITS } from './limits.ts';
import { shortLine } from './neutralise.ts';
import { toPlainText } from './plain-text.ts';
import { shrink } from './shrink.ts';
import { stepPrefix } from './step-words.ts';

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  /** For clients that cannot show the card. */
  readonly fallbackText: string;
  readonly body: readonly AdaptiveElement[];
  readonly actions?: readonly AdaptiveElement[];
}

export const ADAPTIVE_SCHEMA = 'http://adaptivecards.io/schemas/adaptive-card.json';

const MUTED: Look = { isSubtle: true, size: 'Small' };
const COLOURS: Readonly<Record<Tone, Look>> = {
  neutral: {},
  good: { color: 'Good' },
  warning: { color: 'Warning' },
  danger: { color: 'Attention' },
};

/** Clicks come back as `adaptiveCard/action` with `verb` = the action's type and `data.action` = the encoded action. */
export function toAdaptiveCard(card: Card): AdaptiveCard {
  // UTF-16 takes two bytes for each code unit.
  const fits = (smaller: Card) => JSON.stringify(adaptive(smaller)).length * 2 <= TEAMS_LIMITS.bytes;
  return adaptive(shrink(card, fits));
}

function adaptive(card: Card): AdaptiveCard {
  const buttons = (card.buttons ?? []).slice(0, TEAMS_LIMITS.buttons);
  const atTop = buttons.length <= TEAMS_LIMITS.actions;
  return {
    type: 'AdaptiveCard',
    $schema: ADAPTIVE_SCHEMA,
    version: '1.5',
    fallbackText: cut(toPlainText(card), TEAMS_LIMITS.fallback) || '–',
    body: [
      textBlock(card.title, TEAMS_LIMITS.title, { size: 'Medium', weight: 'Bolder', style: 'heading' }),
      ...(card.status === undefined
        ? []
        : richText(card.status.text, TEAMS_LIMITS.fixed, { weight: 'Bolder', ...COLOURS[card.status.tone] })),
      ...card.body.flatMap(bodyElements),
      ...(card.foot === undefined ? [] : richText(card.foot, TEAMS_LIMITS.fixed, MUTED)),
      ...warnings(buttons),
      ...(atTop ? [] : actionSets(buttons)),
    ],
    // Teams' phones handle the card's own actions best; a set in the body can need two taps.
    ...(atTop && buttons.length > 0 ? { actions: buttons.map(execute) } : {}),
  };
}

function bodyElements(block: CardBlock): AdaptiveElement[] {
  const { text, title } = TEAMS_LIMITS;
  switch (block.type) {
    case 'text':
      return richText(block.text, text, block.muted === true ? MUTED : {});
    case 'heading':
      return [textBlock(block.text, title, { weight: 'Bolder', style: 'heading' })];
    case 'fields':
      return factSets(block.fields);
    case 'steps':
      return block.steps.flatMap((step, index) => [
        ...richText([stepPrefix(index, step.state), ...partsOf(step.text)], text),
        ...(step.detail === undefined ? [] : closeTo(richText(step.detail, text, MUTED))),
      ]);
    case 'quote':
      return [
        {
          type: 'Container',
          style: 'emphasis',
          items: [...richText(block.label, title, MUTED), ...richText(block.text, text)],
        },
      ];
    case 'rows':
      return block.rows.map(row);
    case 'divider':
      return [{ type: 'Container', separator: true, items: [] }];
  }
}

function partsOf(text: Field['value']) {
  return typeof text === 'string' ? [text] : text;
}

function closeTo(elements: readonly AdaptiveElement[]): AdaptiveElement[] {
  return elements.map((element) => ({ ...element, spacing: 'None' }));
}

function factSets(fields: readonly Field[]): AdaptiveElement[] {
  const sets: AdaptiveElement[] = [];
  for (let at = 0; at < fields.length; at += TEAMS_LIMITS.facts) {
    const facts = fields.slice(at, at + TEAMS_LIMITS.facts).map(({ label, value }) => ({
      title: markdownLine(label, TEAMS_LIMITS.factTitle),
      value: markdownText(value, TEAMS_LIMITS.fact),
    }));
    sets.push({ type: 'FactSet', facts });
  }
  return sets;
}

function row({ title, detail, buttons }: Row): AdaptiveElement {
  const some = (buttons ?? []).slice(0, TEAMS_LIMITS.buttons);
  return {
    type: 'Container',
    separator: true,
    items: [
      ...richText(title, TEAMS_LIMITS.text),
      ...(detail === undefined ? [] : closeTo(richText(detail, TEAMS_LIMITS.text, MUTED))),
      ...warnings(some),
      ...actionSets(some),
    ],
  };
}

/** Adaptive Cards have no second question: what it would ask stands above the buttons. */
function warnings(buttons: readonly Button[]): AdaptiveElement[] {
  return buttons.flatMap(({ confirm }) =>
    confirm === undefined
      ? []
      : richText(shortLine(confirm.text, TEAMS_LIMITS.title), TEAMS_LIMITS.title, MUTED),
  );
}

function actionSets(buttons: readonly Button[]): AdaptiveElement[] {
  const sets: AdaptiveElement[] = [];
  for (let at = 0; at < buttons.length; at += TEAMS_LIMITS.actions) {
    sets.push({ type: 'ActionSet', actions: buttons.slice(at, at + TEAMS_LIMITS.actions).map(execute) });
  }
  return sets;
}

function execute({ label, style, action, spoken }: Button): AdaptiveElement {
  const tooltip = shortLine(spoken ?? '', TEAMS_LIMITS.tooltip);
  return {
    type: 'Action.Execute',
    title: shortLine(label, TEAMS_LIMITS.button) || '–',
    // Without a verb Teams does not route the click (microsoft/teams.ts, issue 368).
    verb: action.type,
    data: { action: encodeAction(action) },
    ...(style === undefined ? {} : { style: style === 'primary' ? 'positive' : 'destructive' }),
    ...(tooltip === '' ? {} : { tooltip }),
  };
}
