import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMatcher } from '../../src/matching/create-matcher.ts';

const FOLDER = new URL('../../workflows/starter/', import.meta.url);
const guideSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  title: z.string().min(3),
  scope: z.literal('shared'),
  status: z.enum(['active', 'draft']),
  trigger: z.string().regex(/^When .{10,}[^.]$/),
  tags: z.array(z.string()).min(1),
  instructions: z.string().min(80),
  recipe: z.string().optional(),
});
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const guides = files.map((file) => ({
  file,
  ...guideSchema.parse(parse(readFileSync(new URL(file, FOLDER), 'utf8'))),
}));
const active = guides.filter(({ status }) => status === 'active');

const RECIPES = {
  'reset-password': 'reset_password',
  'unlock-account': 'unlock_account',
  'mfa-reenrolment': 'mfa_reenrolment',
  'group-membership': 'change_group',
  'app-access': 'app_access',
  'vpn-wifi-guidance': 'guidance',
  'software-install': 'software_install',
  'onboard-new-hire': 'onboard',
  'offboard-employee': 'offboard',
  'suspicious-sign-in': 'suspicious_sign_in',
  'stuck-printer': 'stuck_printer',
  'ticket-status': 'ticket_status',
};

const MESSAGES: Readonly<Record<keyof typeof RECIPES, readonly string[]>> = {
  'reset-password': [
    'I forgot my password',
    'my password expired over the weekend',
    'pw reset please',
    'my password is not accepted any more',
  ],
  'unlock-account': [
    'my account is locked',
    'locked out after too many attempts',
    'please unlock Maria’s user',
  ],
  'mfa-reenrolment': ['I got a new phone and the authenticator is gone', 'MFA reset please', 'lost my token'],
  'group-membership': [
    'add me to the Finance EU group',
    'remove Kim from the all-staff distribution list',
    'access to the info shared mailbox please',
  ],
  'app-access': ['I need access to Salesforce', 'I need a Visio licence', 'our Adobe subscription ran out'],
  'vpn-wifi-guidance': [
    'vpn does not connect',
    'wi-fi keeps dropping',
    'how do I work from home, I need remote access',
  ],
  'software-install': [
    'please install Zoom on my laptop',
    'can I have Python installed',
    'software request: Snagit',
  ],
  'onboard-new-hire': [
    'new hire on Monday, Tom Okafor',
    'we have a new colleague starting next week',
    'new starter form attached',
  ],
  'offboard-employee': [
    'Mark left the company, remove his access',
    'Dana’s last day is Friday',
    'please disable the account of a leaver',
  ],
  'suspicious-sign-in': [
    'I see a login from Brazil that was not me',
    'my account was hacked',
    'impossible travel alert for j.doe',
  ],
  'stuck-printer': [
    'the printer on floor 2 is stuck',
    'my print job hangs in the queue',
    'printer does not print',
  ],
  'ticket-status': [
    'what is the status of my ticket',
    'any news on ticket 1042',
    'please close my ticket, it works',
  ],
};

describe('starter guides', () => {
  test('every file is named after its guide, and ids and titles are unique', () => {
    expect(guides.map(({ file, id }) => `${id}.yaml` === file)).not.toContain(false);
    expect(new Set(guides.map(({ id }) => id)).size).toBe(guides.length);
    expect(new Set(guides.map(({ title }) => title)).size).toBe(guides.length);
  });

  test('every active guide has its recipe; logging time is a draft without one', () => {
    expect(Object.fromEntries(active.map(({ id, recipe }) => [id, recipe]))).toEqual(RECIPES);
    const drafts = guides.filter(({ status }) => status === 'draft');
    expect(drafts.map(({ id, recipe }) => [id, recipe])).toEqual([['log-time-entry', undefined]]);
  });

  const matcher = createMatcher(active);
  const rows = Object.entries(MESSAGES).flatMap(([id, texts]) => texts.map((text) => ({ id, name: text })));
  test.each(rows)('$id: $name', ({ id, name }) => {
    expect(matcher.match(name).matches.map((match) => match.id)).toEqual([id]);
  });
});
