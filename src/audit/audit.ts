// The audit log: append-only, each entry with the hash of the one before. The chain holds digests; the words stand in a
// side table, so that they can be erased without breaking the chain. No secret is ever written here.
import { createHash } from 'node:crypto';
import { toCanonicalJson } from '../lib/json.ts';
import type { AuditActor, AuditSubject, AuditVerb } from './verbs.ts';

export interface AuditDraft {
  readonly actor: AuditActor;
  readonly verb: AuditVerb;
  readonly subject: AuditSubject;
  readonly clientId?: string | undefined;
  /** One sentence in plain English. */
  readonly text: string;
}

/** As it stands in the log, which another version may have written. */
export interface AuditEntry {
  readonly actor: string;
  readonly verb: string;
  readonly subject: string;
  readonly clientId?: string | undefined;
  readonly seq: number;
  readonly at: Date;
  /** SHA-256 of the sentence. */
  readonly digest: string;
  readonly prev: string;
  readonly hash: string;
}

export const GENESIS_HASH = '0'.repeat(64);

export function digestText(text: string): string {
  return createHash('sha256')
    .update(`deskhand/audit-text/v1\n${text.normalize('NFC')}`)
    .digest('hex');
}

/** The hash of an entry over everything in it but the words, and the hash before it. */
export function hashEntry(entry: Omit<AuditEntry, 'hash'>): string {
  const canonical = toCanonicalJson({
    seq: entry.seq,
    at: entry.at.toISOString(),
    actor: entry.actor,
    verb: entry.verb,
    subject: entry.subject,
    clientId: entry.clientId ?? null,
    digest: entry.digest,
    prev: entry.prev,
  });
  return createHash('sha256').update(`deskhand/audit/v1\n${canonical}`).digest('hex');
}

/** Chains drafts behind a head; gives rows ready to insert. */
export function chainEntries(
  head: { readonly seq: number; readonly hash: string },
  drafts: readonly AuditDraft[],
  at: Date,
): readonly AuditEntry[] {
  const entries: AuditEntry[] = [];
  let prev = head.hash;
  for (const [index, draft] of drafts.entries()) {
    const open = {
      seq: head.seq + index + 1,
      at,
      actor: draft.actor,
      verb: draft.verb,
      subject: draft.subject,
      clientId: draft.clientId,
      digest: digestText(draft.text),
      prev,
    };
    const entry = { ...open, hash: hashEntry(open) };
    entries.push(entry);
    prev = entry.hash;
  }
  return entries;
}
