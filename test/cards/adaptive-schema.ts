// The part of Adaptive Cards 1.5 that this product may send, closed, with Teams' own rules on top; and the check of
// the adaptivecards package, which knows the whole language. Source: adaptivecards.io/explorer, version 1.5.
import { createRequire } from 'node:module';
import { z } from 'zod';

const text = (max: number) => z.string().max(max).regex(/\S/, 'empty text');
const spacing = z.literal('None').optional();
const weight = z.literal('Bolder').optional();
const size = z.enum(['Small', 'Medium']).optional();
const isSubtle = z.literal(true).optional();
const color = z.enum(['Good', 'Warning', 'Attention']).optional();

const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  title: text(75),
  // Without it Teams does not route the click.
  verb: text(100),
  data: z.union([z.strictObject({ action: text(2000) }), z.strictObject({ form: text(3000) })]),
  style: z.enum(['positive', 'destructive']).optional(),
  tooltip: text(150).optional(),
});
const actions = z.array(execute).min(1).max(5);

const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: text(3000),
  wrap: z.literal(true),
  weight,
  size,
  isSubtle,
  style: z.literal('heading').optional(),
});
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  spacing,
  inlines: z
    .array(
      z.strictObject({
        type: z.literal('TextRun'),
        text: z.string().min(1),
        weight,
        size,
        isSubtle,
        color,
        fontType: z.literal('Monospace').optional(),
      }),
    )
    .min(1),
});
const required = { isRequired: z.literal(true).optional(), errorMessage: text(400).optional() };
const inputs = [
  z.strictObject({
    type: z.literal('Input.Text'),
    id: text(255),
    label: text(300),
    ...required,
    isMultiline: z.boolean(),
    maxLength: z.int().min(1).max(3000),
    value: z.string().max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('Input.Toggle'),
    id: text(255),
    label: text(300),
    title: text(300),
    value: z.enum(['true', 'false']),
    valueOn: z.literal('true'),
    valueOff: z.literal('false'),
    wrap: z.literal(true),
  }),
  z.strictObject({
    type: z.literal('Input.ChoiceSet'),
    id: text(255),
    label: text(300),
    ...required,
    style: z.literal('compact'),
    wrap: z.literal(true),
    choices: z.array(z.strictObject({ title: text(150), value: text(150) })).min(1),
    value: z.string().optional(),
  }),
] as const;
const factSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: text(150), value: text(2000) })).min(1),
});
const actionSet = z.strictObject({ type: z.literal('ActionSet'), actions });
const container = z.strictObject({
  type: z.literal('Container'),
  separator: z.literal(true).optional(),
  style: z.literal('emphasis').optional(),
  items: z.array(z.union([textBlock, richTextBlock, factSet, actionSet])),
});

export const adaptiveCard = z
  .strictObject({
    type: z.literal('AdaptiveCard'),
    $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
    version: z.literal('1.5'),
    fallbackText: text(1000),
    body: z.array(z.union([textBlock, richTextBlock, factSet, actionSet, container, ...inputs])).min(1),
    actions: actions.optional(),
  })
  .refine((card) => Buffer.byteLength(JSON.stringify(card), 'utf16le') <= 60_000, 'over 60 KB of UTF-16')
  .refine((card) => {
    const ids = card.body.flatMap((element) => ('id' in element ? [element.id] : []));
    return new Set(ids).size === ids.length;
  }, 'input id twice');

// A plain import fails in Node: the package's modules leave out file extensions.
const { AdaptiveCard, SerializationContext }: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

/** What the adaptivecards package has against the card; nothing for a good one. */
export function adaptiveProblems(json: unknown): string[] {
  const context = new SerializationContext();
  const card = new AdaptiveCard();
  card.parse(JSON.parse(JSON.stringify(json)), context);
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsed, ...card.validateProperties().validationEvents.map((event) => event.message)];
}
