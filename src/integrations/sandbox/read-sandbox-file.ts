// The sandbox file: made-up companies per client id, as YAML. Everything is optional; what the form does not know is refused.
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';

const text = z.string().trim().min(1).max(4000);
const names = z.array(text).default([]);

const person = z.strictObject({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^\S+@\S+$/, 'is not an e-mail address'),
  name: text,
  title: text.optional(),
  /** E-mail address of the direct manager. */
  manager: z.string().trim().toLowerCase().optional(),
  groups: names,
  apps: names,
  licences: names,
  enabled: z.boolean().default(true),
  locked: z.boolean().default(false),
  mfa: names,
  admin: z.boolean().default(false),
  service: z.boolean().default(false),
  break_glass: z.boolean().default(false),
  devices: z
    .array(
      z.union([
        text,
        z.strictObject({
          name: text,
          kind: text.default('laptop'),
          software: names,
          online: z.boolean().default(true),
        }),
      ]),
    )
    .default([]),
  sign_ins: z
    .array(
      z.strictObject({
        /** ISO 8601, or hours before now as a number. */
        at: z.union([z.string(), z.number()]).default(1),
        place: text.default('unknown'),
        ip: z.string().default('192.0.2.1'),
        app: z.string().default('Office'),
        outcome: z.enum(['success', 'failure', 'mfa_denied']).default('success'),
      }),
    )
    .default([]),
});

const free = z.record(z.string(), z.unknown());

const company = z.strictObject({
  people: z.array(person).default([]),
  groups: z
    .array(
      z.union([
        text,
        z.strictObject({
          name: text,
          kind: z.enum(['security', 'microsoft_365', 'distribution']).default('security'),
          admin: z.boolean().default(false),
        }),
      ]),
    )
    .default([]),
  apps: names,
  licences: z.array(z.strictObject({ name: text, seats: z.number().int().min(0).default(10) })).default([]),
  software: names,
  /** Devices that belong to nobody: printers, meeting rooms. */
  devices: z
    .array(z.strictObject({ name: text, kind: text.default('printer'), online: z.boolean().default(true) }))
    .default([]),
  documents: z.array(z.strictObject({ title: text, text: z.string() })).default([]),
  boards: z.array(z.union([text, free])).default([]),
  teams: z.array(z.union([text, free])).default([]),
  calendars: z.array(z.union([text, free])).default([]),
  agreements: z.array(z.union([text, free])).default([]),
  tickets: z
    .array(
      z.strictObject({
        id: z.union([z.string(), z.number()]).transform(String).optional(),
        subject: text,
        body: z.string().default(''),
        board: text.default('Service Desk'),
        status: text.default('closed'),
        contact: z.string().optional(),
        owner: z.string().optional(),
      }),
    )
    .default([]),
});

export type SandboxCompany = z.output<typeof company>;
export type SandboxPerson = z.output<typeof person>;
export type SandboxWorld = Readonly<Record<string, SandboxCompany>>;

const MAX_LENGTH = 5 * 1024 * 1024;

/** @throws AppError `sandbox_file.invalid` with every problem and its path */
export function readSandboxFile(source: string): SandboxWorld {
  if (source.length > MAX_LENGTH) throw invalid(['the file is larger than 5 MB']);
  const document = parseDocument(source, { maxAliasCount: 50 } as object);
  if (document.errors.length > 0)
    throw invalid(document.errors.map((error) => error.message.split('\n')[0] ?? ''));
  const parsed = z.record(z.string(), company).safeParse(document.toJS({ maxAliasCount: 50 }) ?? {});
  if (!parsed.success) {
    throw invalid(parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`));
  }
  const problems = Object.entries(parsed.data).flatMap(([id, entry]) => check(id, entry));
  if (problems.length > 0) throw invalid(problems);
  return parsed.data;
}

function check(id: string, { people }: SandboxCompany): readonly string[] {
  const emails = new Set<string>();
  const problems: string[] = [];
  for (const entry of people) {
    if (emails.has(entry.email)) problems.push(`${id}.people: ${entry.email} stands twice`);
    emails.add(entry.email);
  }
  for (const entry of people) {
    if (entry.manager && !emails.has(entry.manager)) {
      problems.push(
        `${id}.people: the manager of ${entry.email}, ${entry.manager}, is not one of the people`,
      );
    }
  }
  return problems;
}

function invalid(problems: readonly string[]): AppError {
  return new AppError({
    code: 'sandbox_file.invalid',
    message: `The sandbox file is not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  });
}
