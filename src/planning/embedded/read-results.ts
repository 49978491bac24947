// The forms in which read tools answer; anything else counts as unreadable.
import { z } from 'zod';

export const personForm = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  title: z.string().optional(),
  managerId: z.string().optional(),
  enabled: z.boolean(),
  locked: z.boolean(),
  mfa: z.array(z.string()),
  groupIds: z.array(z.string()),
  appIds: z.array(z.string()),
  licenceIds: z.array(z.string()),
  protection: z.enum(['admin', 'service', 'break_glass']).optional(),
});

export const groupForm = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['security', 'microsoft_365', 'distribution']),
  memberCount: z.number(),
  admin: z.boolean(),
});

export const itemForm = z.object({ id: z.string(), name: z.string() });

export const licenceForm = z.object({
  id: z.string(),
  name: z.string(),
  seats: z.number(),
  used: z.number(),
});

export const deviceForm = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  ownerId: z.string().optional(),
  software: z.array(z.string()),
  online: z.boolean(),
});

export const signInForm = z.object({
  at: z.number(),
  place: z.string(),
  ip: z.string(),
  app: z.string(),
  outcome: z.enum(['success', 'failure', 'mfa_denied']),
});

export const documentForm = z.object({
  id: z.string(),
  title: z.string(),
  excerpt: z.string(),
  url: z.string().optional(),
});
