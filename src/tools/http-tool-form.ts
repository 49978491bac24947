// The form of an HTTP tool in the desk file. What a call does with it is decided where tools are made.
import { z } from 'zod';

const ARG_KINDS = ['requester', 'person', 'group', 'device', 'app', 'licence', 'software', 'text'] as const;

/** The host must stand there literally: an argument may never choose where a secret is sent. */
function hasLiteralHost(url: string): boolean {
  const [, authority] = /^https?:\/\/([^/?#]+)/.exec(url) ?? [];
  return authority !== undefined && !/[{}@\\]/.test(authority) && URL.canParse(`http://${authority}`);
}

const argSchema = z.strictObject({
  type: z.enum(['string', 'integer', 'boolean']),
  kind: z.enum(ARG_KINDS).optional(),
  description: z.string().max(500, 'is longer than 500 characters').optional(),
  optional: z.boolean().optional(),
});

export const deskToolSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, 'must be lower-case letters, digits and _, e.g. restart_spooler'),
  description: z.string().min(1, 'must not be empty').max(500, 'is longer than 500 characters'),
  risk: z.enum(['read', 'write', 'destructive']),
  repeat: z.enum(['keyed', 'idempotent', 'never']).optional(),
  args: z.record(z.string(), argSchema).default({}),
  request: z.strictObject({
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    url: z
      .string()
      .refine(hasLiteralHost, 'must be an http or https address whose host is written out, without {{...}}'),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.json().optional(),
  }),
});

export type DeskTool = z.output<typeof deskToolSchema>;
