// Cards and forms for Slack: messages, Home and modals. Pure; cuts what Slack would refuse, and no text in it can
// become markup, a mention or a link.
import { encodeAction } from '../action.ts';
import type { Card, CardBlock, Field, Form, FormField, Row } from '../card.ts';
import { actionsBlock } from './block-kit-buttons.ts';
import type { Block, InputElement, ModalView, Option } from './block-kit-types.ts';
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

function section(text: Card['title'] | Field['value']): Block {
  return { type: 'section', text: textObject(text, SLACK_LIMITS.section) };
}

function context(text: Field['value']): Block {
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
  const shown = cut(visible(text), SLACK_LIMITS.quote) || '–';
  const elements = [{ type: 'text', text: shown } as const];
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] };
}

function rowBlocks(row: Row): Block[] {
  const text = row.detail === undefined ? row.title : joinText(row.title, '\n', row.detail);
  return [section(text), ...actionsBlock(row.buttons)];
}

/** A modal. `callback_id` is `form`; answers come back under the field's id and the action id `value`. */
export function formToModal(form: Form): ModalView {
  const limits = SLACK_LIMITS;
  const fields = new Map(form.fields.map((field) => [cut(field.id, limits.input.id), field]));
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: encodeAction(form.action),
    title: plainLine(form.title, limits.modal.title),
    submit: plainLine(form.submit, limits.modal.submit),
    close: plainLine('Cancel', limits.modal.submit),
    blocks: [
      ...(form.intro === undefined ? [] : [section(form.intro)]),
      ...[...fields].map(([id, field]) => inputBlock(id, field)),
    ].slice(0, limits.blocks.modal),
  };
}

function inputBlock(id: string, field: FormField): Block {
  const limits = SLACK_LIMITS.input;
  const element = inputElement(field);
  // A select without options would make Slack refuse the whole modal.
  if (element === undefined) return section(field.label);
  return {
    type: 'input',
    block_id: id,
    label: plainLine(field.label, limits.label),
    ...(field.hint === undefined ? {} : { hint: plainLine(field.hint, limits.hint) }),
    // A required checkbox could not be left empty.
    optional: field.type === 'check' || field.optional === true,
    element,
  };
}

function inputElement(field: FormField): InputElement | undefined {
  const base = { action_id: 'value' } as const;
  if (field.type === 'text') {
    const max = Math.max(1, Math.min(field.maxLength ?? SLACK_LIMITS.input.text, SLACK_LIMITS.input.text));
    const initial = field.initial === undefined ? '' : cut(visible(field.initial), max);
    return {
      type: 'plain_text_input',
      ...base,
      multiline: field.multiline === true,
      max_length: max,
      ...(initial === '' ? {} : { initial_value: initial }),
    };
  }
  if (field.type === 'check') {
    const options = [option('true', field.text)];
    return {
      type: 'checkboxes',
      ...base,
      options,
      ...(field.initial === true ? { initial_options: options } : {}),
    };
  }
  const options = selectOptions(field.options);
  const initial = options.find((entry) => entry.value === field.initial);
  if (options.length === 0) return undefined;
  return {
    type: 'static_select',
    ...base,
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
}

/** A value that Slack does not take is left out: cut, it would name something else. */
function selectOptions(entries: readonly { value: string; label: string }[]): Option[] {
  const { options, value: max } = SLACK_LIMITS.select;
  return entries
    .filter(({ value }) => value.length > 0 && value.length <= max)
    .slice(0, options)
    .map(({ value, label }) => option(value, label));
}

function option(value: string, label: string): Option {
  return { text: plainLine(label, SLACK_LIMITS.select.text), value };
}
