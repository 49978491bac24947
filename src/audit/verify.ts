// Checks an audit log: every hash, every link, every sentence against its digest, and the signed heads that were kept
// outside the database. It needs no desk, no key of ours but the public one, and names the first bad entry.
import { createPublicKey, verify } from 'node:crypto';
import { type AuditEntry, digestText, GENESIS_HASH, hashEntry } from './audit.ts';

export interface SignedHead {
  readonly seq: number;
  readonly hash: string;
  /** ISO 8601. */
  readonly at: string;
  /** Base64, Ed25519 over `seq`, `hash` and `at`. */
  readonly signature: string;
}

export type Verdict =
  | { readonly ok: true; readonly entries: number; readonly heads: number; readonly lastHash: string }
  | { readonly ok: false; readonly seq: number; readonly why: string };

type Worded = AuditEntry & { readonly text?: string | undefined };

/** Feed entries in order with `add`, then call `finish`. Stops looking at the first bad one. */
export class AuditVerifier {
  #seq = 0;
  #hash = GENESIS_HASH;
  #bad: Extract<Verdict, { ok: false }> | undefined;
  readonly #heads: ReadonlyMap<number, SignedHead>;
  readonly #publicKey: string | undefined;
  #headsSeen = 0;

  /** @param publicKey PEM; undefined: heads are compared but their signatures are not checked */
  constructor(heads: readonly SignedHead[] = [], publicKey?: string) {
    this.#heads = new Map(heads.map((head) => [head.seq, head]));
    this.#publicKey = publicKey;
  }

  add(entry: Worded): void {
    if (this.#bad) return;
    const why = this.#fault(entry);
    if (why) {
      this.#bad = { ok: false, seq: this.#seq + 1, why };
      return;
    }
    this.#seq = entry.seq;
    this.#hash = entry.hash;
  }

  finish(): Verdict {
    if (this.#bad) return this.#bad;
    const last = Math.max(0, ...this.#heads.keys());
    if (last > this.#seq) {
      return {
        ok: false,
        seq: this.#seq + 1,
        why: `the log ends at entry ${this.#seq}, but a signed head names entry ${last}: the tail was cut`,
      };
    }
    return { ok: true, entries: this.#seq, heads: this.#headsSeen, lastHash: this.#hash };
  }

  #fault(entry: Worded): string | undefined {
    if (entry.seq !== this.#seq + 1) return `expected entry ${this.#seq + 1}, found ${entry.seq}`;
    if (entry.prev !== this.#hash) return 'it does not follow the entry before it';
    if (hashEntry(entry) !== entry.hash) return 'its hash does not fit its content';
    if (entry.text !== undefined && digestText(entry.text) !== entry.digest) return 'its words were changed';
    const head = this.#heads.get(entry.seq);
    if (!head) return undefined;
    this.#headsSeen += 1;
    if (head.hash !== entry.hash)
      return 'the signed head of this entry names another hash: the chain was recomputed';
    if (this.#publicKey && !isSignedBy(head, this.#publicKey))
      return 'the signature of its head is not valid';
    return undefined;
  }
}

/** The bytes that a head's signature covers. */
export function headMessage(head: Omit<SignedHead, 'signature'>): Buffer {
  return Buffer.from(`deskhand/audit-head/v1\n${head.seq}\n${head.hash}\n${head.at}`);
}

function isSignedBy(head: SignedHead, publicKey: string): boolean {
  return verify(null, headMessage(head), createPublicKey(publicKey), Buffer.from(head.signature, 'base64'));
}
