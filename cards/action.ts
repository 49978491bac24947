// Every button and every form of the product, as data. A button carries ids only: what it means, who may press it
// and what it touches is looked up when the click arrives.
import { z } from 'zod';

/** An id that nobody could see is none: a platform refuses a card that holds it. */
const id = z.string().max(100).regex(/\S/);

/** Buttons that carry ids and a choice of ours, and no words. */
const buttonsOfIds = [
  z.strictObject({ type: z.literal('approval.approve'), approvalId: id }),
  z.strictObject({ type: z.literal('approval.deny'), approvalId: id }),
  z.strictObject({ type: z.literal('approval.details'), approvalId: id }),
  z.strictObject({ type: z.literal('ticket.open'), ticketId: id }),
  // `from`: the owner that it is taken from; without it a ticket that has an owner stays theirs.
  z.strictObject({ type: z.literal('ticket.take'), ticketId: id, from: id.optional() }),
  z.strictObject({ type: z.literal('ticket.person'), ticketId: id }),
  z.strictObject({ type: z.literal('ticket.cancel'), ticketId: id }),
  // One of what the open question offers, by its id in the client's systems.
  z.strictObject({ type: z.literal('ticket.choose'), ticketId: id, choice: id }),
  z.strictObject({ type: z.literal('ticket.reply'), ticketId: id }),
  z.strictObject({ type: z.literal('ticket.note'), ticketId: id }),
  z.strictObject({ type: z.literal('ticket.plan'), ticketId: id }),
  z.strictObject({ type: z.literal('ticket.close'), ticketId: id }),
  z.strictObject({ type: z.literal('ticket.verify'), ticketId: id }),
  z.strictObject({ type: z.literal('ticket.rate'), ticketId: id, rating: z.enum(['good', 'bad']) }),
  z.strictObject({ type: z.literal('ticket.reopen'), ticketId: id }),
  z.strictObject({ type: z.literal('plan.confirm'), planId: id }),
  z.strictObject({ type: z.literal('plan.decline'), planId: id }),
  z.strictObject({ type: z.literal('run.retry'), runId: id }),
  z.strictObject({ type: z.literal('run.settle'), runId: id, step: id, outcome: z.enum(['done', 'failed']) }),
  z.strictObject({ type: z.literal('secret.reveal'), secretId: id }),
  z.strictObject({ type: z.literal('change.confirm'), changeId: id }),
  z.strictObject({ type: z.literal('change.withdraw'), changeId: id }),
  z.strictObject({ type: z.literal('identity.confirm'), identityId: id }),
  z.strictObject({ type: z.literal('identity.refuse'), identityId: id }),
] as const;

const actionSchema = z.discriminatedUnion('type', [
  ...buttonsOfIds,
  z.strictObject({ type: z.literal('command.run'), text: z.string().min(1).max(200) }),
]);

/** What is typed into a form stands beside these; they carry ids too. */
const formActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('form.new') }),
  z.strictObject({ type: z.literal('form.send_to_it'), messageKey: z.string().min(1).max(300) }),
  z.strictObject({ type: z.literal('form.deny'), approvalId: id }),
  z.strictObject({ type: z.literal('form.reply'), ticketId: id }),
  z.strictObject({ type: z.literal('form.note'), ticketId: id }),
  z.strictObject({ type: z.literal('form.plan'), ticketId: id }),
  z.strictObject({ type: z.literal('form.secret'), name: id, client: z.string().max(100) }),
  /** A form that only shows something; submitting it closes it. */
  z.strictObject({ type: z.literal('form.close') }),
]);

export type Action = Readonly<z.infer<typeof actionSchema>>;
export type FormAction = Readonly<z.infer<typeof formActionSchema>>;

const carriedSchema = z.union([z.discriminatedUnion('type', buttonsOfIds), formActionSchema]);
/** Two ids may be joined by a line break; words have blanks. */
const NO_WORDS = /^(?:\S|\n)*$/;

/** Whether this is a button or a form of ours that carries ids alone: they stay as they are where words are masked. */
export function carriesIdsAlone(value: unknown): boolean {
  const parsed = carriedSchema.safeParse(value);
  return (
    parsed.success && Object.values(parsed.data).every((text) => text === undefined || NO_WORDS.test(text))
  );
}

/** Whether a press is answered by a form. Every action says so here: Teams opens a dialog only where the button asks for one. */
const OPENS_FORM: Readonly<Record<Exclude<Action['type'], 'command.run'>, boolean>> = {
  'approval.approve': false,
  'approval.deny': true,
  'approval.details': false,
  'ticket.open': false,
  'ticket.take': false,
  'ticket.person': false,
  'ticket.cancel': false,
  'ticket.choose': false,
  'ticket.reply': true,
  'ticket.note': true,
  'ticket.plan': true,
  'ticket.close': false,
  'ticket.verify': false,
  'ticket.rate': false,
  'ticket.reopen': false,
  'plan.confirm': false,
  'plan.decline': false,
  'run.retry': false,
  'run.settle': false,
  'secret.reveal': true,
  'change.confirm': false,
  'change.withdraw': false,
  'identity.confirm': false,
  'identity.refuse': false,
};

const TICKET_ALONE = /^#?\d+$/;
/** The commands that a form may answer, each with the words behind its name that it answers: with a text there is nothing to ask. */
const FORM_COMMANDS = {
  new: /^$/,
  reply: TICKET_ALONE,
  note: TICKET_ALONE,
  plan: TICKET_ALONE,
  secret: /^set(?: \S+){1,2}$/,
} satisfies Readonly<Record<string, RegExp>>;

/** A command may answer by a form only under one of these names (`src/inbound/commands/command.ts`). */
export type FormCommandName = keyof typeof FORM_COMMANDS;

/** True if pressing this opens a form, unless the press is refused. */
export function opensForm(action: Action): boolean {
  return action.type === 'command.run' ? isFormCommand(action.text) : OPENS_FORM[action.type];
}

function isFormCommand(text: string): boolean {
  const [name = '', ...words] = text.trim().toLowerCase().split(/\s+/);
  const behind = Object.entries(FORM_COMMANDS).find(([command]) => command === name)?.[1];
  return behind?.test(words.join(' ')) ?? false;
}

/** The opaque text that a button carries. */
export function encodeAction(action: Action | FormAction): string {
  return JSON.stringify(action);
}

/** The action of a button's text, or undefined for anything that we did not make (malformed, forged, from an older version). */
export function decodeAction(text: string): Action | undefined {
  return decode(actionSchema, text);
}

/** The form of a submission's text, or undefined as above. */
export function decodeFormAction(text: string): FormAction | undefined {
  return decode(formActionSchema, text);
}

function decode<T>(schema: z.ZodType<T>, text: string): T | undefined {
  if (text.length > 2000) return undefined;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
