// Forms as Adaptive Cards 1.5, for Teams' dialogs. Pure; cuts what Teams would refuse. The dialog's own frame shows the title.
import { encodeAction } from '../action.ts';
import type { Form, FormField } from '../card.ts';
import { ADAPTIVE_SCHEMA, type AdaptiveCard } from './adaptive-card.ts';
import { type AdaptiveElement, markdownLine, richText, textBlock } from './adaptive-text.ts';
import { cut, TEAMS_LIMITS } from './limits.ts';
import { shortLine, visible } from './neutralise.ts';

/** A submission carries each field by its id, and `form` with the encoded form action; its verb is `form`. */
export function formToAdaptiveCard(form: Form): AdaptiveCard {
  const fields = [...new Map(form.fields.map((field) => [field.id, field])).values()];
  const title = shortLine(form.title, TEAMS_LIMITS.title);
  return {
    type: 'AdaptiveCard',
    $schema: ADAPTIVE_SCHEMA,
    version: '1.5',
    fallbackText: title || '–',
    body: [
      textBlock(form.title, TEAMS_LIMITS.title, { size: 'Medium', weight: 'Bolder', style: 'heading' }),
      ...(form.intro === undefined ? [] : richText(form.intro, TEAMS_LIMITS.text)),
      ...fields.flatMap(fieldElements),
    ],
    actions: [
      {
        type: 'Action.Execute',
        title: shortLine(form.submit, TEAMS_LIMITS.button) || '–',
        verb: 'form',
        data: { form: encodeAction(form.action) },
        style: 'positive',
      },
    ],
  };
}

function fieldElements(field: FormField): AdaptiveElement[] {
  const input = inputElement(field);
  // A choice without choices is an error to Teams.
  if (input === undefined) return richText(field.label, TEAMS_LIMITS.text);
  if (field.hint === undefined) return [input];
  return [textBlock(field.hint, TEAMS_LIMITS.title, { isSubtle: true, size: 'Small' }), input];
}

function inputElement(field: FormField): AdaptiveElement | undefined {
  const label = markdownLine(field.label, TEAMS_LIMITS.input.label);
  // A required toggle would have to be on.
  const required = field.type !== 'check' && field.optional !== true;
  const base = {
    id: field.id,
    label,
    ...(required ? { isRequired: true, errorMessage: `${label}: please fill this in.` } : {}),
  };
  switch (field.type) {
    case 'text': {
      const max = Math.max(1, Math.min(field.maxLength ?? TEAMS_LIMITS.input.text, TEAMS_LIMITS.input.text));
      const value =
        field.initial === undefined ? {} : { value: cut(visible(cut(field.initial, max * 2)), max) };
      return {
        type: 'Input.Text',
        ...base,
        isMultiline: field.multiline === true,
        maxLength: max,
        ...value,
      };
    }
    case 'check':
      return {
        type: 'Input.Toggle',
        ...base,
        title: markdownLine(field.text, TEAMS_LIMITS.title),
        value: String(field.initial === true),
        valueOn: 'true',
        valueOff: 'false',
        wrap: true,
      };
    case 'select':
      return choiceSet(field, base);
  }
}

function choiceSet(
  field: Extract<FormField, { type: 'select' }>,
  base: Readonly<Record<string, unknown>>,
): AdaptiveElement | undefined {
  const { options, text, value: max } = TEAMS_LIMITS.select;
  const choices = [...new Map(field.options.map((option) => [option.value, option])).values()]
    .filter(({ value }) => value.trim() !== '' && value.length <= max)
    .slice(0, options)
    .map(({ value, label }) => ({ title: markdownLine(label, text), value }));
  if (choices.length === 0) return undefined;
  const chosen = choices.some(({ value }) => value === field.initial) ? { value: field.initial } : {};
  return { type: 'Input.ChoiceSet', ...base, style: 'compact', wrap: true, choices, ...chosen };
}
