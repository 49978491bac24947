// Looks up what a step's arguments name, in the client's own systems. An id that is not found there is refused: nothing
// outside the client's boundary can be acted on, whoever wrote the plan.

import type { ClientSystems } from '../integrations/systems.ts';
import { parseEmail } from '../lib/email-address.ts';
import type { Json } from '../lib/json.ts';
import { lookUp } from '../lib/look-up.ts';
import { matchesGlob } from '../policy/glob.ts';
import type { Target } from '../policy/policy.ts';
import type { DirectoryPerson } from '../ports/directory.ts';
import type { ArgKind, Names, ResolvedName, Tool } from '../tools/tool.ts';

export type LookedUp =
  | {
      readonly type: 'found';
      readonly args: Readonly<Record<string, Json>>;
      readonly names: Names;
      readonly targets: readonly Target[];
    }
  | { readonly type: 'refused'; readonly why: string };

export interface LookUpContext {
  readonly systems: ClientSystems;
  readonly requesterEmail: string;
  /** The client's extra protected principals: e-mail addresses and group names, `*` allowed. */
  readonly protected: readonly string[];
  /** The client's own, in lower case. */
  readonly domains: readonly string[];
  readonly signal: AbortSignal;
}

/** Parses the arguments against the tool's own schema, fills in the requester and resolves every reference. */
export async function lookUpTargets(
  tool: Tool,
  raw: Readonly<Record<string, Json>>,
  context: LookUpContext,
): Promise<LookedUp> {
  const own = new Map(Object.entries(raw));
  for (const [arg, kind] of Object.entries(tool.argKinds)) {
    // Whatever a planner wrote there: the program says who asks.
    if (kind === 'requester') own.set(arg, context.requesterEmail);
  }
  const parsed = tool.args.safeParse(Object.fromEntries(own));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      type: 'refused',
      why: `${tool.name}: ${issue?.path.join('.') || 'arguments'}: ${issue?.message}`,
    };
  }
  const args = parsed.data as Record<string, Json>;
  const foreign = foreignAddress(tool, args, context);
  if (foreign !== undefined) return { type: 'refused', why: foreign };
  const names = new Map<string, ResolvedName>();
  const targets: Target[] = [];
  for (const [arg, value] of Object.entries(args)) {
    const kind = lookUp(tool.argKinds, arg) ?? 'text';
    if (kind === 'text' || value === undefined || value === null) continue;
    const found = await lookUpTarget(kind, String(value), context);
    if (!found) return { type: 'refused', why: `${tool.name}: ${arg} names no ${kind} of this client` };
    names.set(arg, found.name);
    targets.push({ ...found.target, arg });
  }
  return { type: 'found', args, names: Object.fromEntries(names), targets };
}

/** Whoever has an address of a domain is a person of that domain's client, so no client's system may give out another's. */
function foreignAddress(
  { name, newAddress }: Tool,
  args: Readonly<Record<string, Json>>,
  { domains }: LookUpContext,
): string | undefined {
  if (newAddress === undefined) return undefined;
  const domain = parseEmail(String(lookUp(args, newAddress)))?.domain;
  if (domain !== undefined && domains.includes(domain)) return undefined;
  return `${name}: ${newAddress} is not an address of this client (${domains.join(', ') || 'it has no domain'})`;
}

interface Found {
  readonly name: ResolvedName;
  readonly target: Omit<Target, 'arg'>;
}

async function lookUpTarget(kind: ArgKind, id: string, context: LookUpContext): Promise<Found | undefined> {
  const { directory, devices } = context.systems;
  switch (kind) {
    case 'person':
      return lookUpPerson(id, context);
    case 'group': {
      const group = await directory?.group(id, context.signal);
      if (group?.id !== id) return undefined;
      const shielded = group.admin || isProtectedBy(context.protected, [group.name]);
      const target = { kind, id, name: group.name, isRequester: false };
      return {
        name: { id, name: group.name, detail: group.kind.replaceAll('_', ' ') },
        target: shielded ? { ...target, protection: 'admin_group' } : target,
      };
    }
    case 'app':
      return simple(kind, id, await directory?.app(id, context.signal));
    case 'licence':
      return simple(kind, id, await directory?.licence(id, context.signal));
    case 'device':
      return simple(kind, id, await devices?.device(id, context.signal));
    case 'software':
      return simple(kind, id, await devices?.software(id, context.signal));
    case 'requester': {
      // Hard limits hold for the person who asks as well.
      const [entry] = (await directory?.findPeople(id, context.signal)) ?? [];
      return entry && lookUpPerson(entry.id, context);
    }
    case 'text':
      return undefined;
  }
}

function simple(
  kind: ArgKind,
  id: string,
  item: { id: string; name: string } | undefined,
): Found | undefined {
  if (item?.id !== id) return undefined;
  return { name: { id, name: item.name }, target: { kind, id, name: item.name, isRequester: false } };
}

async function lookUpPerson(id: string, context: LookUpContext): Promise<Found | undefined> {
  const person = await context.systems.directory?.person(id, context.signal);
  if (person?.id !== id) return undefined;
  const isRequester = person.email.toLowerCase() === context.requesterEmail.toLowerCase();
  const target = { kind: 'person' as const, id, name: person.name, isRequester };
  const protection = await protectionOf(person, context);
  return {
    name: { id, name: person.name, detail: person.email },
    target: protection ? { ...target, protection } : target,
  };
}

/** An account is protected by what the directory says, by membership in a group that grants admin rights, or by the desk file. */
async function protectionOf(person: DirectoryPerson, context: LookUpContext): Promise<Target['protection']> {
  if (person.protection) return person.protection;
  if (isProtectedBy(context.protected, [person.email, person.name])) return 'admin';
  for (const groupId of person.groupIds) {
    const group = await context.systems.directory?.group(groupId, context.signal);
    if (group?.admin || (group && isProtectedBy(context.protected, [group.name]))) return 'admin';
  }
  return undefined;
}

function isProtectedBy(list: readonly string[], texts: readonly string[]): boolean {
  return list.some((pattern) => texts.some((text) => matchesGlob(pattern, text)));
}
