// What the page may ask for, checked before anything reads it. The person is taken at the page's word: whoever can open
// the playground may be everybody in it, and it reaches sandbox clients only.
import { z } from 'zod';

const id = z.string().min(1).max(200);
const common = {
  as: id,
  /** Made by the page for each request; the same one again is a repeated delivery. */
  number: z.uuid(),
};
const text = z
  .string()
  .trim()
  .min(1, 'Write something first.')
  .max(12_000, 'That is more than 12,000 characters.');

export const pageRequestSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('say'),
    ...common,
    place: z.enum(['direct', 'channel']),
    thread: id.optional(),
    text,
  }),
  z.strictObject({ do: z.literal('edit'), ...common, message: id, text }),
  z.strictObject({ do: z.literal('delete'), ...common, message: id }),
  z.strictObject({ do: z.literal('shortcut'), ...common, message: id }),
  z.strictObject({ do: z.literal('press'), ...common, message: id.optional(), value: z.string().max(4000) }),
  z.strictObject({
    do: z.literal('submit'),
    ...common,
    form: z.string().max(4000),
    values: z.record(z.string().max(300), z.string().max(3000)),
  }),
  z.strictObject({ do: z.literal('home'), ...common }),
]);

export type PageRequest = Readonly<z.infer<typeof pageRequestSchema>>;
/** What the page puts in: a request without its number, which the sending adds. */
export type PageWish = Unnumbered<PageRequest>;
type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'number'> : never;

export type PageRequestOf<Kind extends PageRequest['do']> = Extract<PageRequest, { do: Kind }>;
