// Forms as Slack modals. Pure; cuts what Slack would refuse and leaves out what cannot be cut.
import { encodeAction } from '../action.ts';
import type { Form, FormField, Text } from '../card.ts';
import type { Block, InputElement, ModalView, Option } from './block-kit-types.ts';
import { cut, SLACK_LIMITS } from './limits.ts';
import { visible } from './neutralise.ts';
import { plainLine, textObject } from './slack-text.ts';

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

function section(text: Text): Block {
  return { type: 'section', text: textObject(text, SLACK_LIMITS.section) };
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
    const initial = field.initial === undefined ? '' : cut(visible(cut(field.initial, max * 2)), max);
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
  return [...new Map(entries.map((entry) => [entry.value, entry])).values()]
    .filter(({ value }) => value.trim() !== '' && value.length <= max)
    .slice(0, options)
    .map(({ value, label }) => option(value, label));
}

function option(value: string, label: string): Option {
  return { text: plainLine(label, SLACK_LIMITS.select.text), value };
}
