// Forms as Adaptive Cards: Teams dialogs and the playground's dialogs.
import { encodeAction } from '../action.ts';
import type { Form, FormField } from '../card.ts';
import { type AdaptiveCard, type AdaptiveElement, envelope, textBlock } from './adaptive-card.ts';
import { cut, SLACK, TEAMS } from './limits.ts';
import { escapeMarkdown, toMarkdown } from './markdown.ts';
import { oneLine } from './neutralise.ts';

/** Submitted values carry each field by its id, and `form` with the encoded form action. */
export function formToAdaptiveCard(form: Form): AdaptiveCard {
  return envelope([
    textBlock(escapeMarkdown(oneLine(form.title)), { weight: 'bolder', size: 'medium' }),
    ...(form.intro ? [textBlock(toMarkdown(form.intro))] : []),
    ...form.fields.flatMap(toInput),
    {
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.Execute',
          title: cut(oneLine(form.submit), TEAMS.buttonText),
          verb: 'form',
          data: { form: encodeAction(form.action) },
          style: 'positive',
        },
      ],
    },
  ]);
}

function toInput(field: FormField): readonly AdaptiveElement[] {
  const label = cut(oneLine(field.label), 200);
  const required = field.type === 'check' ? false : !field.optional;
  const common = {
    id: field.id,
    label,
    isRequired: required,
    ...(required ? { errorMessage: `${label} is needed.` } : {}),
  };
  const hint = field.hint
    ? [textBlock(escapeMarkdown(oneLine(field.hint)), { isSubtle: true, size: 'small' })]
    : [];
  return [toElement(field, common), ...hint];
}

function toElement(field: FormField, common: Readonly<Record<string, unknown>>): AdaptiveElement {
  switch (field.type) {
    case 'text':
      return {
        type: 'Input.Text',
        ...common,
        isMultiline: field.multiline ?? false,
        maxLength: Math.min(field.maxLength ?? SLACK.inputText, SLACK.inputText),
        ...(field.initial ? { value: field.initial } : {}),
      };
    case 'select':
      return {
        type: 'Input.ChoiceSet',
        ...common,
        style: 'compact',
        choices: field.options.map((option) => ({
          title: cut(oneLine(option.label), 200),
          value: option.value,
        })),
        ...(field.initial ? { value: field.initial } : {}),
      };
    case 'check':
      return {
        type: 'Input.Toggle',
        ...common,
        title: cut(oneLine(field.text), 200),
        valueOn: 'true',
        valueOff: 'false',
        value: field.initial ? 'true' : 'false',
      };
  }
}
