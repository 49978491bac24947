// Block Kit as Slack documents it, closed: an unknown key, an unknown type or a length over the limit is an error.
// Source: docs.slack.dev/reference/block-kit and the doc comments of @slack/types 3.2.0. Only what this product may send.
import { z } from 'zod';

const text = (max: number) => z.string().max(max).regex(/\S/, 'empty text');
const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.literal(false) });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.literal(true) });
const either = (max: number) => z.union([plain(max), mrkdwn(max)]);
const style = z.enum(['primary', 'danger']).optional();

const button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  action_id: text(255),
  value: text(2000),
  style,
  accessibility_label: text(75).optional(),
  confirm: z
    .strictObject({ title: plain(100), text: plain(300), confirm: plain(30), deny: plain(30), style })
    .optional(),
});

const uniqueBy = <T>(items: readonly T[], key: (item: T) => string) =>
  new Set(items.map(key)).size === items.length;

const option = z.strictObject({ text: plain(75), value: text(75) });
const inputElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: text(255),
    multiline: z.boolean(),
    max_length: z.int().min(1).max(3000),
    initial_value: z.string().min(1).max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('static_select'),
    action_id: text(255),
    options: z
      .array(option)
      .min(1)
      .max(100)
      .refine((items) => uniqueBy(items, (item) => item.value), 'option value twice'),
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id: text(255),
    options: z.array(option).min(1).max(10),
    initial_options: z.array(option).min(1).optional(),
  }),
]);

const shown = z.union([
  z.strictObject({ type: z.literal('header'), text: plain(150) }),
  z.strictObject({ type: z.literal('section'), text: either(3000) }),
  z.strictObject({ type: z.literal('section'), fields: z.array(either(2000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('context'), elements: z.array(either(3000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z
      .array(button)
      .min(1)
      .max(25)
      .refine((items) => uniqueBy(items, (item) => item.action_id), 'action_id twice in one block'),
  }),
  z.strictObject({
    type: z.literal('rich_text'),
    elements: z
      .array(
        z.strictObject({
          type: z.literal('rich_text_quote'),
          elements: z.array(z.strictObject({ type: z.literal('text'), text: text(3000) })).min(1),
        }),
      )
      .min(1),
  }),
]);

const input = z.strictObject({
  type: z.literal('input'),
  block_id: text(255),
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean(),
  element: inputElement,
});

export const slackMessage = z.strictObject({ text: text(40_000), blocks: z.array(shown).min(1).max(50) });
export const slackHome = z.strictObject({ text: text(40_000), blocks: z.array(shown).min(1).max(100) });
export const slackModal = z.strictObject({
  type: z.literal('modal'),
  callback_id: z.literal('form'),
  private_metadata: text(3000),
  title: plain(24),
  submit: plain(24),
  close: plain(24),
  blocks: z
    .array(z.union([shown, input]))
    .max(100)
    .refine(
      (blocks) =>
        uniqueBy(
          blocks.filter((block) => block.type === 'input'),
          (block) => block.block_id,
        ),
      'block_id twice',
    ),
});
