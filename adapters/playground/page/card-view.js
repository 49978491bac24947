// Draws cards and forms with the adaptivecards library and hands clicks on. Colours are the page's own variables, so
// that light and dark need no second drawing.
/** @import { AdaptiveCard as LibraryCard, Input } from 'adaptivecards' */
import { markdownToHtml, unescapeMarkdown } from './markdown.js';

/** The library's own script stands before this one in the page. */
const library = /** @type {typeof globalThis & { AdaptiveCards: typeof import('adaptivecards') }} */ (
  globalThis
);
const { AdaptiveCard, ExecuteAction, HostConfig } = library.AdaptiveCards;

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

/** @param {string} name of a variable of `theme.css` */
const colour = (name, subtle = name) => ({ default: `var(--${name})`, subtle: `var(--${subtle})` });
const foreground = {
  default: colour('text', 'muted'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('danger'),
  light: colour('muted'),
  dark: colour('text'),
};
/** @param {string} background */
const container = (background) => ({ backgroundColor: background, foregroundColors: foreground });

const hostConfig = new HostConfig({
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontTypes: { default: { fontFamily: 'inherit' }, monospace: { fontFamily: 'var(--mono)' } },
  fontSizes: { small: 13, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 650 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 10 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  containerStyles: { default: container('transparent'), emphasis: container('var(--emphasis)') },
  actions: {
    maxActions: 12,
    allowTitleToWrap: true,
    spacing: 'medium',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  factSet: {
    title: { weight: 'default', isSubtle: true, wrap: true, maxWidth: 110 },
    value: { wrap: true },
    spacing: 12,
  },
  textBlock: { headingLevel: 3 },
  textStyles: { heading: { size: 'default', weight: 'bolder' } },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small', weight: 'bolder', spacing: 'small' },
  },
});

/**
 * @typedef {{ readonly type: 'AdaptiveCard', readonly body?: unknown }} CardJson
 * @typedef {ReadonlyMap<string, string>} Values what belongs to a name from outside
 */

/**
 * @param {CardJson} json
 * @param {(data: Values) => Promise<void>} press called with the data of the button and what was typed
 * @returns {{ node: HTMLElement, showErrors(errors: Values): string[] }}
 *   `showErrors` puts each message at its field and gives back those without one
 */
export function drawCard(json, press) {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(withPlainLabels(json));
  const node = card.render() ?? document.createElement('div');
  node.classList.add('card');
  // Only what can be pressed or filled in is a stop of the Tab key.
  node.removeAttribute('tabindex');
  card.onExecuteAction = async (action) => {
    if (node.getAttribute('aria-busy') === 'true') return;
    node.setAttribute('aria-busy', 'true');
    const data = action instanceof ExecuteAction ? Object.entries(action.data ?? {}) : [];
    await press(new Map(data.map(([name, value]) => [name, String(value ?? '')])));
    node.removeAttribute('aria-busy');
  };
  return { node, showErrors: (errors) => showErrors(card, errors) };
}

/**
 * What the library keeps for its own kinds of inputs, and is the only way to show an error of the server's.
 * @typedef {{
 *   resetValidationFailureCue(): void,
 *   showValidationErrorMessage(): void,
 *   readonly renderedInputControlElement: HTMLElement | undefined,
 * }} InnerInput
 */

/**
 * @param {LibraryCard} card
 * @param {Values} errors
 */
function showErrors(card, errors) {
  const inputs = card.getAllInputs();
  for (const input of inputs) showError(input, errors.get(input.id ?? ''));
  inputs.find((input) => errors.has(input.id ?? ''))?.focus();
  return [...errors].filter(([id]) => !inputs.some((input) => input.id === id)).map(([, message]) => message);
}

/**
 * @param {Input} input
 * @param {string | undefined} message undefined: nothing is wrong here
 */
function showError(input, message) {
  const inner = /** @type {InnerInput} */ (/** @type {unknown} */ (input));
  inner.resetValidationFailureCue();
  inner.renderedInputControlElement?.removeAttribute('aria-invalid');
  if (message === undefined) return;
  input.errorMessage = message;
  inner.showValidationErrorMessage();
  inner.renderedInputControlElement?.setAttribute('aria-invalid', 'true');
}

/**
 * The library shows labels and choices as plain text, where Teams reads markdown: their escapes go.
 * @param {CardJson} json
 */
function withPlainLabels(json) {
  return { ...json, body: Array.isArray(json.body) ? json.body.map(plainLabels) : [] };
}

/** @param {{ type?: string, label?: string, choices?: readonly { title: string, value: string }[] }} part */
function plainLabels(part) {
  if (!String(part.type).startsWith('Input.')) return part;
  return {
    ...part,
    ...(part.label ? { label: unescapeMarkdown(part.label) } : {}),
    ...(part.choices
      ? { choices: part.choices.map((choice) => ({ ...choice, title: unescapeMarkdown(choice.title) })) }
      : {}),
  };
}
