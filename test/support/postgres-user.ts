// Which user the test PostgreSQL runs as: ours, or nobody when we are root, as PostgreSQL refuses to run as root.
import { readFileSync } from 'node:fs';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** @throws Error when we are root and this machine has no user "nobody" */
export function otherUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  if (!uid || !gid) throw new Error('PostgreSQL does not run as root, and there is no user "nobody"');
  return { uid: Number(uid), gid: Number(gid) };
}
