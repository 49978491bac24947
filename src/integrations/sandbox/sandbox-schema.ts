// The form of the sandbox file: one made-up company. Everything is optional; what the form does not know is refused.
import { z } from 'zod';

const text = z.string().trim().min(1, 'must not be empty').max(120, 'is longer than 120 characters');
const names = z.array(text).default([]);
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(200, 'is longer than 200 characters')
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'is not an e-mail address');

/** ISO 8601, or hours before the sandbox was opened: a made-up past that stays recent. */
const MOMENT = 'must be a date such as 2026-11-20T08:30:00Z, or hours before now as a number';
const moment = z.union(
  [z.number().min(0, MOMENT), z.string().refine((value) => !Number.isNaN(Date.parse(value)), MOMENT)],
  MOMENT,
);

/** A plain name is short for an entry with that name. */
function named<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? { name: value } : value),
    z.strictObject({ name: text, ...shape }),
  );
}

const signInSchema = z.strictObject({
  at: moment.default(1),
  place: text.default('unknown place'),
  ip: text.default('192.0.2.1'),
  app: text.default('Office'),
  outcome: z.enum(['success', 'failure', 'mfa_denied']).default('success'),
});

const deviceShape = {
  kind: text.default('laptop'),
  software: names,
  online: z.boolean().default(true),
};

export const personSchema = z.strictObject({
  email,
  name: text,
  title: text.optional(),
  /** E-mail address of the direct manager. */
  manager: email.optional(),
  groups: names,
  apps: names,
  licences: names,
  enabled: z.boolean().default(true),
  locked: z.boolean().default(false),
  /** Registered methods; `true` for the usual one. */
  mfa: z.preprocess(
    (value) => (typeof value === 'boolean' ? (value ? ['authenticator app'] : []) : value),
    names,
  ),
  admin: z.boolean().default(false),
  service: z.boolean().default(false),
  break_glass: z.boolean().default(false),
  devices: z.array(named(deviceShape)).default([]),
  sign_ins: z.array(signInSchema).default([]),
});

const GROUP_KINDS = ['security', 'microsoft_365', 'distribution'] as const;

const ticketSchema = z.strictObject({
  id: z.union([text, z.number().int()]).transform(String).optional(),
  subject: text,
  body: z.string().max(20_000, 'is longer than 20,000 characters').default(''),
  board: text.optional(),
  status: text.default('closed'),
  contact: email.optional(),
  owner: text.optional(),
  created: moment.default(30 * 24),
});

/** Boards, teams, calendars and agreements are named; what else they say is free. */
const free = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.looseObject({ name: text.optional() }),
);

export const companySchema = z.strictObject({
  people: z.array(personSchema).default([]),
  groups: z
    .array(named({ kind: z.enum(GROUP_KINDS).default('security'), admin: z.boolean().default(false) }))
    .default([]),
  apps: z.array(named({})).default([]),
  licences: z.array(named({ seats: z.int().min(0, 'must not be below 0').optional() })).default([]),
  software: z.array(named({})).default([]),
  /** Devices that belong to nobody: printers, meeting rooms. */
  devices: z.array(named({ ...deviceShape, kind: text.default('printer') })).default([]),
  documents: z
    .array(
      z.strictObject({ title: text, text: z.string().max(100_000, 'is longer than 100,000 characters') }),
    )
    .default([]),
  boards: z.array(free).default([]),
  teams: z.array(free).default([]),
  calendars: z.array(free).default([]),
  agreements: z.array(free).default([]),
  tickets: z.array(ticketSchema).default([]),
});

export type SandboxCompany = z.output<typeof companySchema>;
export type SandboxPerson = z.output<typeof personSchema>;

/** The keys an entry may have, by the list it stands in; for suggestions. */
export const KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  company: Object.keys(companySchema.shape),
  people: Object.keys(personSchema.shape),
  sign_ins: Object.keys(signInSchema.shape),
  tickets: Object.keys(ticketSchema.shape),
  groups: ['name', 'kind', 'admin'],
  licences: ['name', 'seats'],
  devices: ['name', ...Object.keys(deviceShape)],
  documents: ['title', 'text'],
  apps: ['name'],
  software: ['name'],
};
