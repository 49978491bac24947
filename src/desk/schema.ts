// The form of the desk file: which keys exist and what each may hold. The keys of a rule's conditions and of an integration are
// made from their lists. What only several keys together can get wrong stands in checks.ts.
import { z } from 'zod';
import { type IntegrationEntry, KINDS, type KindList, suggestKind } from '../integrations/kinds.ts';
import { mcpServerSchema } from '../integrations/mcp/server-form.ts';
import { isDomain, parseEmail } from '../lib/email-address.ts';
import { isTimeZone } from '../lib/local-time.ts';
import { CONDITIONS, type ConditionList } from '../policy/conditions.ts';
import type { Conditions, PolicyRule } from '../policy/policy.ts';
import { deskToolSchema } from '../tools/http-tool-form.ts';
import { notifySchema } from './notify.ts';

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

const notify = z.array(notifySchema).default([]);

/** The lists that the form is made from; a test may hand in one with an entry more. */
export interface DeskLists {
  readonly conditions: ConditionList;
  readonly kinds: KindList;
}

export const DESK_LISTS: DeskLists = { conditions: CONDITIONS, kinds: KINDS };

const ruleShape = {
  tool: text.regex(/^[A-Za-z0-9_.:/-]+$/, 'is not the name of a tool'),
  policy: z.enum(['auto', 'approval_needed', 'disabled']),
  manager: z.boolean().optional(),
  verify: z.boolean().optional(),
  locked: z.boolean().optional(),
} satisfies Readonly<Record<Exclude<keyof PolicyRule, keyof Conditions>, z.ZodType>>;

function ruleForm(conditions: ConditionList): z.ZodType<PolicyRule, PolicyRule> {
  const limits = Object.entries(conditions).map(([name, { form }]) => [name, form.optional()] as const);
  return z.strictObject({ ...ruleShape, ...Object.fromEntries(limits) }) as unknown as z.ZodType<
    PolicyRule,
    PolicyRule
  >;
}

/** Of each kind its own keys. A kind that is not there gets one line, whatever other keys stand beside it. */
function integrationForm(kinds: KindList): z.ZodType<IntegrationEntry, IntegrationEntry> {
  const [first, ...others] = Object.entries(kinds).map(([name, { settings }]) =>
    z.strictObject({ ...settings, id: text, kind: z.literal(name) }),
  );
  if (!first) throw new TypeError('There is no kind of integration.');
  return z.discriminatedUnion('kind', [first, ...others], {
    error: ({ code, input }) =>
      code === 'invalid_union'
        ? `is not available in this version${suggestKind(kindIn(input), kinds)}`
        : undefined,
  }) as unknown as z.ZodType<IntegrationEntry, IntegrationEntry>;
}

function kindIn(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'kind' in entry ? String(entry.kind) : '';
}

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

const clientForm = ({ conditions, kinds }: DeskLists) =>
  z.strictObject({
    id: text.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by -, e.g. acme-dental'),
    name: text,
    domains: z.array(domain).default([]),
    slack_teams: z.array(tenant).default([]),
    teams_tenants: z.array(tenant).default([]),
    mode: z.enum(['plan', 'execute', 'inherit']).optional(),
    notify,
    integrations: z.array(integrationForm(kinds)).default([]),
    policies: z.array(ruleForm(conditions)).default([]),
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

export const deskFileForm = (lists: DeskLists) =>
  z.strictObject({
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
    clients: z.array(clientForm(lists)).default([]),
    policies: z.array(ruleForm(lists.conditions)).default([]),
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
export type DeskFileForm = z.input<ReturnType<typeof deskFileForm>>;
export type CheckedDeskFile = z.output<ReturnType<typeof deskFileForm>>;
