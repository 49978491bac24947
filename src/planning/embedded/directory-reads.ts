// The reads that recipes make, typed. What a read tool gives is checked before it is used; a tool that is not offered or
// fails ends the recipe with a hand-off that says what could not be read.
import { z } from 'zod';
import { errorText } from '../../lib/errors.ts';
import type { Json } from '../../lib/json.ts';
import type { Reads } from '../planner.ts';

const person = z.object({
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
  protection: z.string().optional(),
});
const group = z.object({ id: z.string(), name: z.string(), kind: z.string(), memberCount: z.number() });
const item = z.object({ id: z.string(), name: z.string() });
const licence = z.object({ id: z.string(), name: z.string(), seats: z.number(), used: z.number() });
const device = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  software: z.array(z.string()),
  online: z.boolean(),
});
const signIn = z.object({
  at: z.number(),
  place: z.string(),
  ip: z.string(),
  app: z.string(),
  outcome: z.enum(['success', 'failure', 'mfa_denied']),
});
const hit = z.object({ id: z.string(), title: z.string(), excerpt: z.string() });

export type PersonRead = z.infer<typeof person>;
export type GroupRead = z.infer<typeof group>;
export type ItemRead = z.infer<typeof item>;
export type LicenceRead = z.infer<typeof licence>;
export type DeviceRead = z.infer<typeof device>;
export type SignInRead = z.infer<typeof signIn>;
export type DocumentRead = z.infer<typeof hit>;

/** A read could not be made; the message says which, for technicians. */
export class ReadFailed extends Error {}

export interface DirectoryReads {
  findPeople(query: string): Promise<readonly PersonRead[]>;
  person(id: string): Promise<PersonRead | undefined>;
  findGroups(query: string): Promise<readonly GroupRead[]>;
  findApps(query: string): Promise<readonly ItemRead[]>;
  findLicences(query: string): Promise<readonly LicenceRead[]>;
  findSoftware(query: string): Promise<readonly ItemRead[]>;
  devicesOf(personId: string): Promise<readonly DeviceRead[]>;
  findDevices(query: string): Promise<readonly DeviceRead[]>;
  signIns(personId: string): Promise<readonly SignInRead[]>;
  documents(query: string): Promise<readonly DocumentRead[]>;
}

/** More reads than any recipe needs; a long message must not become a thousand look-ups. */
const MOST_READS = 120;

export function createDirectoryReads(reads: Reads): DirectoryReads {
  const known = new Map<string, Promise<Json>>();
  const call = async <T>(
    tool: string,
    args: Readonly<Record<string, Json>>,
    schema: z.ZodType<T>,
  ): Promise<T> => {
    if (!reads.offered.some((offered) => offered.name === tool)) {
      throw new ReadFailed(`The diagnosis may not use ${tool} here.`);
    }
    const key = `${tool} ${JSON.stringify(args)}`;
    if (!known.has(key) && known.size >= MOST_READS)
      throw new ReadFailed('The message names too many things to look up.');
    const result = known.get(key) ?? reads.call(tool, args);
    known.set(key, result);
    try {
      return schema.parse(await result);
    } catch (error) {
      throw new ReadFailed(`${tool} could not be read: ${errorText(error).slice(0, 200)}`);
    }
  };
  const byQuery =
    <T>(tool: string, schema: z.ZodType<T>) =>
    (query: string) =>
      call(tool, { query: query.slice(0, 200) }, z.array(schema));
  const byPerson =
    <T>(tool: string, schema: z.ZodType<T>) =>
    (id: string) =>
      call(tool, { person: id }, z.array(schema));
  return {
    findPeople: byQuery('find_people', person),
    person: async (id) => (await call('get_person', { person: id }, person.nullable())) ?? undefined,
    findGroups: byQuery('find_groups', group),
    findApps: byQuery('find_apps', item),
    findLicences: byQuery('find_licences', licence),
    findSoftware: byQuery('find_software', item),
    devicesOf: byPerson('list_devices', device),
    findDevices: byQuery('find_devices', device),
    signIns: byPerson('list_sign_ins', signIn),
    documents: byQuery('search_documents', hit),
  };
}
