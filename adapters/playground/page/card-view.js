// Draws cards and forms with the adaptivecards library and hands clicks on. Colours are the page's own variables, so
// that light and dark need no second drawing.
import { markdownToHtml, unescapeMarkdown } from './markdown.js';

const { AdaptiveCard, HostConfig } = globalThis.AdaptiveCards;

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

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
 * @param {object} json an Adaptive Card
 * @param {(data: Record<string, string>) => Promise<void>} press called with the data of the button and what was typed
 * @returns {{ node: HTMLElement, showErrors(errors: Record<string, string>): string[] }}
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
    await press(action.data ?? {});
    node.removeAttribute('aria-busy');
  };
  return { node, showErrors: (errors) => showErrors(card, errors) };
}

function showErrors(card, errors) {
  const inputs = card.getAllInputs();
  for (const input of inputs) {
    input.resetValidationFailureCue();
    input.renderedInputControlElement?.removeAttribute('aria-invalid');
    if (!Object.hasOwn(errors, input.id)) continue;
    input.errorMessage = errors[input.id];
    input.showValidationErrorMessage();
    input.renderedInputControlElement?.setAttribute('aria-invalid', 'true');
  }
  inputs.find((input) => Object.hasOwn(errors, input.id))?.focus();
  return Object.entries(errors)
    .filter(([id]) => !inputs.some((input) => input.id === id))
    .map(([, message]) => message);
}

/** The library shows labels and choices as plain text, where Teams reads markdown: their escapes go. */
function withPlainLabels(json) {
  return { ...json, body: (json.body ?? []).map(plainLabels) };
}

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
