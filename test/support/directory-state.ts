// What really stands in a client's directory, for checking that something happened, or that nothing did.
import type { App } from '../../src/process/app.ts';

export async function personAt(app: App, clientId: string, email: string) {
  const { directory } = app.core.systems(clientId);
  const signal = AbortSignal.timeout(5000);
  const [person] = (await directory?.findPeople(email, signal)) ?? [];
  if (directory === undefined || person === undefined) throw new Error(`${email} is not at ${clientId}`);
  const groups = await Promise.all(person.groupIds.map((id) => directory.group(id, signal)));
  return { ...person, groups: groups.map((group) => group?.name ?? '') };
}

/** The latest entries of the audit log, newest first. */
export async function auditOf(app: App): Promise<readonly string[]> {
  return (await app.core.audit.latest(200)).map((entry) => `${entry.verb}: ${entry.text ?? ''}`);
}
