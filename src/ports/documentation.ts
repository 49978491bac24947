// The documentation port: a client's own articles. A client that is not mapped reads nothing.

export interface DocumentHit {
  readonly id: string;
  readonly title: string;
  /** The part that fits, plain text, at most 1,200 characters. */
  readonly excerpt: string;
  readonly url?: string | undefined;
}

export interface Documentation {
  /** Best first, at most `limit`; empty when nothing fits. */
  search(query: string, limit: number, signal: AbortSignal): Promise<readonly DocumentHit[]>;
}
