// Forms as Slack modals.
import { encodeAction } from '../action.ts';
import type { Form, FormField } from '../card.ts';
import { type Block, plainText, section } from './block-kit-parts.ts';
import { cut, SLACK } from './limits.ts';
import { toMrkdwn } from './mrkdwn.ts';

/** The view object for `views.open`; its state names each field by its id as block and `value` as action. */
export function formToModal(form: Form): Readonly<Record<string, unknown>> {
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: encodeAction(form.action),
    title: plainText(form.title, SLACK.viewTitle),
    submit: plainText(form.submit, SLACK.viewButton),
    close: plainText('Cancel', SLACK.viewButton),
    blocks: [...(form.intro ? [section(toMrkdwn(form.intro))] : []), ...form.fields.map(toInput)],
  };
}

function toInput(field: FormField): Block {
  return {
    type: 'input',
    block_id: field.id,
    label: plainText(field.label, SLACK.inputLabel),
    optional: field.type === 'check' ? true : (field.optional ?? false),
    ...(field.hint ? { hint: plainText(field.hint, SLACK.inputHint) } : {}),
    element: toElement(field),
  };
}

function toElement(field: FormField) {
  switch (field.type) {
    case 'text':
      return {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: field.multiline ?? false,
        max_length: Math.min(field.maxLength ?? SLACK.inputText, SLACK.inputText),
        ...(field.initial ? { initial_value: cut(field.initial, SLACK.inputText) } : {}),
      };
    case 'select': {
      const options = field.options.slice(0, SLACK.selectOptions).map(toOption);
      const initial = options.find((option) => option.value === field.initial);
      return {
        type: 'static_select',
        action_id: 'value',
        options,
        ...(initial ? { initial_option: initial } : {}),
      };
    }
    case 'check': {
      const option = toOption({ value: 'true', label: field.text });
      return {
        type: 'checkboxes',
        action_id: 'value',
        options: [option],
        ...(field.initial ? { initial_options: [option] } : {}),
      };
    }
  }
}

function toOption(option: { readonly value: string; readonly label: string }) {
  return { text: plainText(option.label, SLACK.optionText), value: option.value.slice(0, SLACK.optionText) };
}
