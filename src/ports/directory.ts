// The directory and device ports: who works at a client, what they may use, and the changes that tools make there.
// Every write takes the step's idempotency key; a product that cannot use it ignores it and its tools say so (`repeat`).

export interface DirectoryPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly title?: string | undefined;
  readonly managerId?: string | undefined;
  readonly enabled: boolean;
  readonly locked: boolean;
  /** Registered methods, e.g. `authenticator app`, `text message`. */
  readonly mfa: readonly string[];
  readonly groupIds: readonly string[];
  readonly appIds: readonly string[];
  readonly licenceIds: readonly string[];
  /** Why hard limits protect this principal, if they do. */
  readonly protection?: 'admin' | 'service' | 'break_glass' | undefined;
}

export interface DirectoryGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: 'security' | 'microsoft_365' | 'distribution';
  readonly memberCount: number;
  /** Membership grants admin rights; hard limits protect it. */
  readonly admin: boolean;
}

export interface DirectoryItem {
  readonly id: string;
  readonly name: string;
}

export interface Licence extends DirectoryItem {
  readonly seats: number;
  readonly used: number;
}

export interface SignIn {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly place: string;
  readonly ip: string;
  readonly app: string;
  readonly outcome: 'success' | 'failure' | 'mfa_denied';
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly title?: string | undefined;
  readonly managerId?: string | undefined;
}

export interface WriteOptions {
  readonly key: string;
  readonly signal: AbortSignal;
}

/**
 * The changes that a directory can make. Each is a verb: it has a tool, and the sandbox plays it; a verb without one of the two
 * does not compile.
 */
export interface DirectoryWrites {
  setPassword(personId: string, password: string, options: WriteOptions): Promise<void>;
  unlock(personId: string, options: WriteOptions): Promise<void>;
  resetMfa(personId: string, options: WriteOptions): Promise<void>;
  revokeSessions(personId: string, options: WriteOptions): Promise<void>;
  addMember(groupId: string, personId: string, options: WriteOptions): Promise<void>;
  removeMember(groupId: string, personId: string, options: WriteOptions): Promise<void>;
  assignApp(appId: string, personId: string, options: WriteOptions): Promise<void>;
  revokeApp(appId: string, personId: string, options: WriteOptions): Promise<void>;
  assignLicence(licenceId: string, personId: string, options: WriteOptions): Promise<void>;
  removeLicence(licenceId: string, personId: string, options: WriteOptions): Promise<void>;
  /** Creates a disabled-until-first-sign-in account with this temporary password; gives its id. */
  createPerson(person: NewPerson, password: string, options: WriteOptions): Promise<string>;
  disablePerson(personId: string, options: WriteOptions): Promise<void>;
}

export type DirectoryVerb = keyof DirectoryWrites;

export interface Directory extends DirectoryWrites {
  /** Writes this product cannot do, each with the reason shown to people; their tools do not exist. */
  readonly cannot: Readonly<Partial<Record<DirectoryVerb, string>>>;
  /** By exact e-mail address, or by name: every word of the query starts a word of the name, case and accents ignored. At most 10. */
  findPeople(query: string, signal: AbortSignal): Promise<readonly DirectoryPerson[]>;
  person(id: string, signal: AbortSignal): Promise<DirectoryPerson | undefined>;
  /** Everybody, at most 500, by name; for the playground's list. */
  allPeople(signal: AbortSignal): Promise<readonly DirectoryPerson[]>;
  /** By name as above; an exact name wins alone. */
  findGroups(query: string, signal: AbortSignal): Promise<readonly DirectoryGroup[]>;
  group(id: string, signal: AbortSignal): Promise<DirectoryGroup | undefined>;
  findApps(query: string, signal: AbortSignal): Promise<readonly DirectoryItem[]>;
  app(id: string, signal: AbortSignal): Promise<DirectoryItem | undefined>;
  findLicences(query: string, signal: AbortSignal): Promise<readonly Licence[]>;
  licence(id: string, signal: AbortSignal): Promise<Licence | undefined>;
  /** Newest first, at most 20. */
  signIns(personId: string, signal: AbortSignal): Promise<readonly SignIn[]>;
}

export interface Device {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly ownerId?: string | undefined;
  readonly software: readonly string[];
  readonly online: boolean;
}

/** The changes that can be made on devices: verbs like those of a directory. */
export interface DeviceWrites {
  installSoftware(deviceId: string, softwareId: string, options: WriteOptions): Promise<void>;
  restartSpooler(deviceId: string, options: WriteOptions): Promise<void>;
}

export type DeviceVerb = keyof DeviceWrites;

export interface Devices extends DeviceWrites {
  devicesOf(personId: string, signal: AbortSignal): Promise<readonly Device[]>;
  findDevices(query: string, signal: AbortSignal): Promise<readonly Device[]>;
  device(id: string, signal: AbortSignal): Promise<Device | undefined>;
  /** The software catalogue. */
  findSoftware(query: string, signal: AbortSignal): Promise<readonly DirectoryItem[]>;
  software(id: string, signal: AbortSignal): Promise<DirectoryItem | undefined>;
}
