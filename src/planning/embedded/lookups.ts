// The read tools as typed calls. Every read goes through the tools that policy offers; a read that is not offered, fails or
// answers something else ends the recipe with the name of what could not be read.
import { z } from 'zod';
import { AppError, errorText } from '../../lib/errors.ts';
import type {
  Device,
  DirectoryGroup,
  DirectoryItem,
  DirectoryPerson,
  Licence,
  SignIn,
} from '../../ports/directory.ts';
import type { DocumentHit } from '../../ports/documentation.ts';
import type { ReadTool } from '../../tools/tool-name.ts';
import type { Reads } from '../planner.ts';
import {
  deviceForm,
  documentForm,
  groupForm,
  itemForm,
  licenceForm,
  personForm,
  signInForm,
} from './read-results.ts';

/** More reads than any sound request needs. */
const MAX_READS = 60;
const MAX_QUERY = 100;

export interface Lookups {
  /** Whether policy offers this read tool at all. */
  isOffered(tool: ReadTool): boolean;
  findPeople(query: string): Promise<readonly DirectoryPerson[]>;
  person(id: string): Promise<DirectoryPerson | undefined>;
  findGroups(query: string): Promise<readonly DirectoryGroup[]>;
  findApps(query: string): Promise<readonly DirectoryItem[]>;
  findLicences(query: string): Promise<readonly Licence[]>;
  findSoftware(query: string): Promise<readonly DirectoryItem[]>;
  devicesOf(personId: string): Promise<readonly Device[]>;
  findDevices(query: string): Promise<readonly Device[]>;
  signIns(personId: string): Promise<readonly SignIn[]>;
  searchDocuments(query: string): Promise<readonly DocumentHit[]>;
}

/** A read that could not be made; caught where the recipe was started. */
export class ReadFailed extends AppError {
  constructor(tool: LookUp, why: string, cause?: unknown) {
    super({ code: 'planning.unreadable', message: `${WHAT[tool]} could not be read: ${why}`, cause });
  }
}

const WHAT = {
  find_people: 'The directory (find_people)',
  get_person: 'The account (get_person)',
  find_groups: 'The groups (find_groups)',
  find_apps: 'The applications (find_apps)',
  find_licences: 'The licences (find_licences)',
  find_software: 'The software catalogue (find_software)',
  list_devices: "The person's devices (list_devices)",
  find_devices: 'The devices (find_devices)',
  list_sign_ins: 'The sign-ins (list_sign_ins)',
  search_documents: 'The documentation (search_documents)',
} as const satisfies Readonly<Partial<Record<ReadTool, string>>>;

type LookUp = keyof typeof WHAT;

export function createLookups(reads: Reads, signal: AbortSignal): Lookups {
  const offered = new Set<string>(
    reads.offered.filter(({ risk }) => risk === 'read').map(({ name }) => name),
  );
  let made = 0;
  const read = async <T>(
    tool: LookUp,
    args: Readonly<Record<string, string>>,
    form: z.ZodType<T>,
  ): Promise<T> => {
    signal.throwIfAborted();
    if (!offered.has(tool)) throw new ReadFailed(tool, 'the tool is not offered here');
    made += 1;
    if (made > MAX_READS) throw new ReadFailed(tool, `more than ${MAX_READS} reads for one request`);
    const answer = await reads.call(tool, args).catch((cause: unknown) => {
      throw new ReadFailed(tool, errorText(cause), cause);
    });
    const parsed = form.safeParse(answer);
    if (!parsed.success) throw new ReadFailed(tool, 'its answer has another form than expected');
    return parsed.data;
  };
  const find = async <T>(tool: LookUp, query: string, form: z.ZodType<T>): Promise<readonly T[]> => {
    const words = query.trim().slice(0, MAX_QUERY);
    return words === '' ? [] : read(tool, { query: words }, z.array(form));
  };
  return {
    isOffered: (tool) => offered.has(tool),
    findPeople: (query) => find('find_people', query, personForm),
    person: async (id) => (await read('get_person', { person: id }, personForm.nullable())) ?? undefined,
    findGroups: (query) => find('find_groups', query, groupForm),
    findApps: (query) => find('find_apps', query, itemForm),
    findLicences: (query) => find('find_licences', query, licenceForm),
    findSoftware: (query) => find('find_software', query, itemForm),
    devicesOf: (person) => read('list_devices', { person }, z.array(deviceForm)),
    findDevices: (query) => find('find_devices', query, deviceForm),
    signIns: (person) => read('list_sign_ins', { person }, z.array(signInForm)),
    searchDocuments: (query) => find('search_documents', query, documentForm),
  };
}
