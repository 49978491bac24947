// Cards for Teams: Adaptive Cards 1.5. Pure; cuts what Teams would refuse, and no text in it can become markup,
// a mention or a link.
import type { Button, Card, CardBlock, Field, Row, Text, Tone } from '../card.ts';
import { buttonAction, type FormStyle, refreshOf } from './adaptive-action.ts';
import { cutsWords } from './adaptive-cuts.ts';
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
  readonly refresh?: object;
}

export interface AdaptiveOptions {
  /** `dialog` on Teams: buttons that open a form ask for a dialog, and all of a card's own buttons stay at its foot. */
  readonly forms?: FormStyle;
  /** Teams ids (`29:…`) of those who get a newer state of an undecided approval by themselves. Absent: no refresh. */
  readonly refresh?: { readonly userIds: readonly string[] } | undefined;
}

export const ADAPTIVE_SCHEMA = 'http://adaptivecards.io/schemas/adaptive-card.json';

const MUTED: Look = { isSubtle: true, size: 'Small' };
const COLOURS: Readonly<Record<Tone, Look>> = {
  neutral: {},
  good: { color: 'Good' },
  warning: { color: 'Warning' },
  danger: { color: 'Attention' },
};

/** The card as Teams takes it; what had to be left out is said at its end. */
export function toAdaptiveCard(card: Card, options: AdaptiveOptions = {}): AdaptiveCard {
  const tooLong = cutsWords(card);
  const write = (smaller: Card) => adaptive(smaller, options, tooLong || smaller !== card);
  // UTF-16 takes two bytes for each code unit.
  const fits = (smaller: Card) => JSON.stringify(write(smaller)).length * 2 <= TEAMS_LIMITS.bytes;
  return write(shrink(card, fits));
}

function adaptive(card: Card, { forms, refresh }: AdaptiveOptions, shortened: boolean): AdaptiveCard {
  const buttons = (card.buttons ?? []).slice(0, TEAMS_LIMITS.buttons);
  // Teams' phones handle the card's own actions best; a set in the body can need two taps.
  const atFoot = forms === 'dialog' || buttons.length <= TEAMS_LIMITS.actions;
  const refreshing = refresh === undefined ? undefined : refreshOf(card, refresh.userIds);
  return {
    type: 'AdaptiveCard',
    $schema: ADAPTIVE_SCHEMA,
    version: '1.5',
    fallbackText: cut(toPlainText(card), TEAMS_LIMITS.fallback) || '–',
    body: [
      textBlock(card.title, TEAMS_LIMITS.title, { size: 'Medium', weight: 'Bolder', style: 'heading' }),
      ...(card.status === undefined
        ? []
        : fixedText(card.status.text, { weight: 'Bolder', ...COLOURS[card.status.tone] })),
      ...card.body.flatMap((block) => bodyElements(block, forms)),
      ...(shortened ? fixedText(shortenedNote(card.full), MUTED) : []),
      ...(card.foot === undefined ? [] : fixedText(card.foot, MUTED)),
      ...warnings(buttons),
      ...(atFoot ? [] : actionSets(buttons, forms)),
    ],
    ...(atFoot && buttons.length > 0 ? { actions: footActions(buttons, forms) } : {}),
    ...(refreshing === undefined ? {} : { refresh: refreshing }),
  };
}

/** What stays however little room there is. */
function fixedText(text: Text, look: Look): AdaptiveElement[] {
  return richText(text, TEAMS_LIMITS.fixed, look, TEAMS_LIMITS.fixedLines);
}

function shortenedNote(full: string | undefined): Text {
  return full === undefined
    ? 'Shortened to fit into one message.'
    : ['Shortened; ', { code: full }, ' shows all.'];
}

function footActions(buttons: readonly Button[], forms: FormStyle): AdaptiveElement[] {
  return buttons.map((button, index) => ({
    ...buttonAction(button, forms),
    ...(index < TEAMS_LIMITS.visible ? {} : { mode: 'secondary' }),
  }));
}

function bodyElements(block: CardBlock, forms: FormStyle): AdaptiveElement[] {
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
      return block.rows.map((entry) => row(entry, forms));
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

function row({ title, detail, buttons }: Row, forms: FormStyle): AdaptiveElement {
  const some = (buttons ?? []).slice(0, TEAMS_LIMITS.buttons);
  return {
    type: 'Container',
    separator: true,
    items: [
      ...richText(title, TEAMS_LIMITS.text),
      ...(detail === undefined ? [] : closeTo(richText(detail, TEAMS_LIMITS.text, MUTED))),
      ...warnings(some),
      ...actionSets(some, forms),
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

function actionSets(buttons: readonly Button[], forms: FormStyle): AdaptiveElement[] {
  const sets: AdaptiveElement[] = [];
  for (let at = 0; at < buttons.length; at += TEAMS_LIMITS.actions) {
    const actions = buttons.slice(at, at + TEAMS_LIMITS.actions);
    sets.push({ type: 'ActionSet', actions: actions.map((button) => buttonAction(button, forms)) });
  }
  return sets;
}
