// The part of Adaptive Cards 1.5 that this product may send, closed, with Teams' own rules on top: one schema for cards
// of the playground, one for cards of Teams, one for Teams' dialogs. Source: adaptivecards.io/explorer, version 1.5.
import { z } from 'zod';
import { decodeAction, decodeFormAction, opensForm } from '../../cards/action.ts';

const text = (max: number) => z.string().max(max).regex(/\S/, 'empty text');
const spacing = z.literal('None').optional();
const weight = z.literal('Bolder').optional();
const size = z.enum(['Small', 'Medium']).optional();
const isSubtle = z.literal(true).optional();
const color = z.enum(['Good', 'Warning', 'Attention']).optional();

const look = {
  title: text(75),
  style: z.enum(['positive', 'destructive']).optional(),
  tooltip: text(150).optional(),
  /** Only where `footOf` lets it be. */
  mode: z.literal('secondary').optional(),
};
const actionData = { action: text(2000) };
const formData = z.strictObject({ form: text(3000) });
const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  // Without it Teams does not route the click.
  verb: text(100),
  data: z.strictObject(actionData),
  ...look,
});
/** Opens a dialog: nothing else does. */
const fetchDialog = z.strictObject({
  type: z.literal('Action.Submit'),
  data: z.strictObject({ msteams: z.strictObject({ type: z.literal('task/fetch') }), ...actionData }),
  ...look,
});
const isOurs = ({ data }: { data: { action: string } }) => decodeAction(data.action) !== undefined;
const executeOfPage = execute.refine(isOurs, 'an action that no decoder takes');
/** On Teams each kind of action has the one kind of button that works for it. */
const buttonOfTeams = z
  .discriminatedUnion('type', [execute, fetchDialog])
  .refine(isOurs, 'an action that no decoder takes')
  .refine((button) => {
    const action = decodeAction(button.data.action);
    if (action === undefined) return false;
    return button.type === 'Action.Submit'
      ? opensForm(action)
      : !opensForm(action) && button.verb === action.type;
  }, 'the wrong kind of button for what it does');
/** Sends a form. A dialog sends its fields for a submit only. */
const submitOfDialog = z.strictObject({
  ...look,
  type: z.literal('Action.Submit'),
  data: formData.refine(({ form }) => decodeFormAction(form) !== undefined),
});
const submitOfPage = z.strictObject({
  ...look,
  type: z.literal('Action.Execute'),
  verb: z.literal('form'),
  data: formData,
});

const footOf = (button: z.ZodType<{ mode?: 'secondary' | undefined }>, most: number, visible: number) =>
  z
    .array(button)
    .min(1)
    .max(most)
    .refine(
      (all) => all.every(({ mode }, index) => (mode === undefined) === index < visible),
      'too many visible',
    );

const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: text(3000),
  wrap: z.literal(true),
  weight,
  size,
  isSubtle,
  style: z.literal('heading').optional(),
});
const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string().min(1),
  weight,
  size,
  isSubtle,
  color,
  fontType: z.literal('Monospace').optional(),
});
/** Rich text always wraps. */
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  spacing,
  inlines: z.array(textRun).min(1),
});
const factSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: text(150), value: text(2000) })).min(1),
});

/** What the platform adds to a submission's fields, so no field may be called that. */
const RESERVED = ['action', 'form', 'msteams', 'refresh'];
const id = text(255).refine((name) => !RESERVED.includes(name), 'a reserved id');
const required = { isRequired: z.literal(true).optional(), errorMessage: text(400).optional() };
const inputs = [
  z.strictObject({
    type: z.literal('Input.Text'),
    id,
    label: text(300),
    ...required,
    isMultiline: z.boolean(),
    maxLength: z.int().min(1).max(3000),
    value: z.string().max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('Input.Toggle'),
    id,
    label: text(300),
    title: text(300),
    value: z.enum(['true', 'false']),
    valueOn: z.literal('true'),
    valueOff: z.literal('false'),
    wrap: z.literal(true),
  }),
  z.strictObject({
    type: z.literal('Input.ChoiceSet'),
    id,
    label: text(300),
    ...required,
    style: z.literal('compact'),
    wrap: z.literal(true),
    choices: z.array(z.strictObject({ title: text(150), value: text(150) })).min(1),
    value: z.string().optional(),
  }),
] as const;

const shown = [textBlock, richTextBlock, factSet] as const;
const setOf = (button: z.ZodType<{ mode?: 'secondary' | undefined }>) =>
  z.strictObject({ type: z.literal('ActionSet'), actions: footOf(button, 5, 5) });
const containerOf = (items: z.ZodType) =>
  z.strictObject({
    type: z.literal('Container'),
    separator: z.literal(true).optional(),
    style: z.literal('emphasis').optional(),
    items: z.array(items),
  });
const refresh = z.strictObject({
  action: z.strictObject({
    type: z.literal('Action.Execute'),
    title: text(75),
    verb: z.literal('refresh'),
    data: z.strictObject({ refresh: text(100) }),
  }),
  userIds: z
    .array(z.string().min(1))
    .max(60)
    .refine((all) => new Set(all).size === all.length, 'a user twice'),
});

function cardOf<T extends Record<string, z.ZodType>>(element: z.ZodType, rest: T) {
  return z
    .strictObject({
      type: z.literal('AdaptiveCard'),
      $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
      version: z.literal('1.5'),
      fallbackText: text(1000),
      body: z.array(element).min(1),
      ...rest,
    })
    .refine((card) => Buffer.byteLength(JSON.stringify(card), 'utf16le') <= 60_000, 'over 60 KB of UTF-16')
    .refine((card) => {
      const { body } = card as { readonly body: readonly { readonly id?: string }[] };
      const ids = body.flatMap((entry) => entry.id ?? []);
      return new Set(ids).size === ids.length;
    }, 'input id twice');
}

/** Buttons of rows stand in their container; a card's own on Teams never in its body. */
export const teamsCard = cardOf(z.union([...shown, containerOf(z.union([...shown, setOf(buttonOfTeams)]))]), {
  actions: footOf(buttonOfTeams, 10, 6).optional(),
  refresh: refresh.optional(),
});
export const teamsDialog = z.strictObject({
  title: text(64),
  height: z.int().min(200).max(620),
  width: z.int().min(300).max(700),
  card: cardOf(z.union([...shown, containerOf(z.union(shown)), ...inputs]), {
    actions: z.tuple([submitOfDialog]).optional(),
  }),
});
const setOfPage = setOf(executeOfPage);
export const pageCard = cardOf(
  z.union([...shown, ...inputs, setOfPage, containerOf(z.union([...shown, setOfPage]))]),
  { actions: footOf(z.union([executeOfPage, submitOfPage]), 5, 5).optional() },
);
