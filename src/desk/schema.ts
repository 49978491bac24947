// The form of the desk file: which keys exist and what each may hold. What only several keys together can get wrong
// stands in desk-file-checks.ts.
import { z } from 'zod';
import { mcpServerSchema } from '../integrations/mcp/server-form.ts';
import { isDomain, parseEmail } from '../lib/email-address.ts';
import { isTimeZone } from '../lib/local-time.ts';
import { deskToolSchema } from '../tools/http-tool-form.ts';

const text = z.string().trim().min(1, 'must not be empty').max(200, 'is longer than 200 characters');
const email = text
  .refine((value) => parseEmail(value) !== undefined, 'is not an e-mail address')
  .toLowerCase();
const domain = text
  .toLowerCase()
  .refine(isDomain, 'is not a domain, e.g. acme-dental.example (letters outside ASCII in their xn-- form)');
const tenant = text.regex(/^\S+$/, 'must not hold blanks');
const secretReference = z
  .string()
  .regex(
    /^\{\{secrets\.[A-Za-z][A-Za-z0-9_]*\}\}$/,
    'must name a secret of the vault, as "{{secrets.NAME}}"; tokens do not belong in this file',
  );

const timeZone = z.string().refine(isTimeZone, 'is not a time zone, e.g. Europe/Paris');

const notify = z
  .array(
    z
      .string()
      .regex(
        /^(?:slack_dm|teams_dm|ticket_note|playground_dm|(?:slack|teams):\S+)$/,
        'is not a notification channel: slack_dm, teams_dm, ticket_note, playground_dm, slack:CHANNEL or teams:CHANNEL',
      ),
  )
  .default([]);

export const policyRuleSchema = z.strictObject({
  tool: text.regex(/^[A-Za-z0-9_.:/-]+$/, 'is not the name of a tool'),
  policy: z.enum(['auto', 'approval_needed', 'disabled']),
  manager: z.boolean().optional(),
  verify: z.boolean().optional(),
  integration: text.optional(),
  ticket_type: text.optional(),
  when: z.record(text, text).optional(),
  locked: z.boolean().optional(),
});

/** By ticket type, `default` for the rest: a model's plan below it goes to a person. */
const confidence = z.record(text, z.number().min(0).max(1, 'must be from 0 to 1')).default({});

/** Per client and day; when one is spent the embedded planner goes on. */
const dailyBudget = z.strictObject({
  tokens: z.int().min(0, 'must not be negative').optional(),
  cost: z.number().min(0, 'must not be negative').optional(),
});

/** Per million tokens. */
const priceSchema = z.strictObject({
  prompt: z.number().min(0),
  cached: z.number().min(0).optional(),
  completion: z.number().min(0),
});

const clientSchema = z.strictObject({
  id: text.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by -, e.g. acme-dental'),
  name: text,
  domains: z.array(domain).default([]),
  slack_teams: z.array(tenant).default([]),
  teams_tenants: z.array(tenant).default([]),
  mode: z.enum(['plan', 'execute', 'inherit']).optional(),
  notify,
  integrations: z
    .array(
      z.strictObject({
        id: text,
        kind: z.literal('sandbox', 'is not available in this version; available: sandbox'),
      }),
    )
    .default([]),
  policies: z.array(policyRuleSchema).default([]),
  tools: z.array(deskToolSchema).default([]),
  time_zone: timeZone.default('UTC'),
  protected: z.array(text).default([]),
  manager_fallback: email.optional(),
  approvers: z.array(email).optional(),
  receipt: z.boolean().default(true),
  requester_notices: z.boolean().default(true),
  released: z.array(text).default([]),
  agent: z.strictObject({ confidence, daily_budget: dailyBudget.optional() }).prefault({}),
});

export const deskFileSchema = z.strictObject({
  msp: z.strictObject({
    name: text,
    domains: z.array(domain).min(1, 'must name at least one domain'),
    slack_teams: z.array(tenant).default([]),
    teams_tenants: z.array(tenant).default([]),
    default_mode: z.enum(['plan', 'execute']).optional(),
    notify,
  }),
  people: z
    .array(
      z.strictObject({
        email,
        name: text,
        roles: z.array(z.enum(['msp_technician', 'msp_admin'])).min(1, 'must hold at least one role'),
        clients: z.array(text).optional(),
        time_zone: timeZone.optional(),
      }),
    )
    .default([]),
  clients: z.array(clientSchema).default([]),
  policies: z.array(policyRuleSchema).default([]),
  mcp: z.array(mcpServerSchema).default([]),
  agent: z
    .strictObject({
      confidence,
      daily_budget: dailyBudget.optional(),
      prices: z.record(text, priceSchema).default({}),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'must be a currency, e.g. EUR')
        .default('EUR'),
    })
    .prefault({}),
  slack: z
    .array(
      z.strictObject({ team: tenant, bot_token: secretReference, app_token: secretReference.optional() }),
    )
    .default([]),
});

/** The file as it may be written, defaults left out. */
export type DeskFileForm = z.input<typeof deskFileSchema>;
export type CheckedDeskFile = z.output<typeof deskFileSchema>;
