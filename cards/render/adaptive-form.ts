// Forms as Adaptive Cards 1.5, for Teams' dialogs. Pure; cuts what Teams would refuse.
import { lookUp } from '../../src/lib/look-up.ts';
import type { Form, FormField } from '../card.ts';
import { type FormStyle, submitAction } from './adaptive-action.ts';
import { ADAPTIVE_SCHEMA, type AdaptiveCard } from './adaptive-card.ts';
import { type AdaptiveElement, type Look, markdownLine, richText, textBlock } from './adaptive-text.ts';
import { cut, TEAMS_LIMITS } from './limits.ts';
import { shortLine, visible } from './neutralise.ts';

export interface FormOptions {
  /** `dialog` on Teams, whose frame shows the title. */
  readonly forms?: FormStyle;
  /** What was typed, by field: shown again after an error. A secret is not, so that it stands in no card. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** What is wrong, by field; what belongs to no field stands first. */
  readonly errors?: Readonly<Record<string, string>> | undefined;
}

const WRONG: Look = { color: 'Attention', weight: 'Bolder' };

/** A submission carries each field by its id, and `form` with the encoded form action. */
export function formToAdaptiveCard(form: Form, options: FormOptions = {}): AdaptiveCard {
  const { forms, errors = {} } = options;
  const values = form.action.type === 'form.secret' ? {} : (options.values ?? {});
  const fields = [...new Map(form.fields.map((field) => [field.id, filled(field, values)])).values()];
  const title = shortLine(form.title, TEAMS_LIMITS.title);
  const elsewhere = Object.entries(errors).filter(([id]) => !fields.some((field) => field.id === id));
  const body = [
    ...(form.intro === undefined ? [] : richText(form.intro, TEAMS_LIMITS.text)),
    ...elsewhere.flatMap(([, problem]) => wrongText(problem)),
    ...fields.flatMap((field) => fieldElements(field, lookUp(errors, field.id))),
  ];
  const heading = textBlock(form.title, TEAMS_LIMITS.title, {
    size: 'Medium',
    weight: 'Bolder',
    style: 'heading',
  });
  return {
    type: 'AdaptiveCard',
    $schema: ADAPTIVE_SCHEMA,
    version: '1.5',
    fallbackText: title || '–',
    body: forms === 'dialog' && body.length > 0 ? body : [heading, ...body],
    actions: [submitAction(form.submit, form.action, forms)],
  };
}

function wrongText(problem: string): AdaptiveElement[] {
  return richText(shortLine(problem, TEAMS_LIMITS.fixed), TEAMS_LIMITS.fixed, WRONG);
}

/** The field with what was typed in place of what it starts with. */
function filled(field: FormField, values: Readonly<Record<string, string>>): FormField {
  const value = lookUp(values, field.id);
  if (value === undefined) return field;
  return field.type === 'check' ? { ...field, initial: value === 'true' } : { ...field, initial: value };
}

function fieldElements(field: FormField, problem: string | undefined): AdaptiveElement[] {
  const wrong = problem === undefined ? [] : wrongText(problem);
  const input = inputElement(field);
  // A choice without choices is an error to Teams.
  if (input === undefined) return [...wrong, ...richText(field.label, TEAMS_LIMITS.text)];
  const hint =
    field.hint === undefined
      ? []
      : [textBlock(field.hint, TEAMS_LIMITS.title, { isSubtle: true, size: 'Small' })];
  return [...hint, ...wrong, input];
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
