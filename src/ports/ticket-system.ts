// The ticket-system port: the verbs that ConnectWise, HaloPSA, Autotask, Jira and the sandbox share.

export interface SourceTicket {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly board: string;
  readonly status: string;
  readonly contactEmail?: string | undefined;
  readonly owner?: string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number;
}

/** The changes that a ticket system can make: verbs like those of a directory. */
export interface TicketWrites {
  create(
    ticket: {
      readonly subject: string;
      readonly body: string;
      readonly contactEmail: string;
      readonly board?: string | undefined;
    },
    options: { readonly key: string; readonly signal: AbortSignal },
  ): Promise<SourceTicket>;
  addNote(
    id: string,
    note: { readonly text: string; readonly audience: 'internal' | 'client' },
    options: { readonly key: string; readonly signal: AbortSignal },
  ): Promise<void>;
  update(
    id: string,
    change: { readonly status?: string | undefined; readonly owner?: string | undefined },
    options: { readonly key: string; readonly signal: AbortSignal },
  ): Promise<void>;
}

export type TicketVerb = keyof TicketWrites;

export interface TicketSystem extends TicketWrites {
  /** What this product cannot do, with the reason shown to people. */
  readonly cannot: Readonly<Partial<Record<TicketVerb | 'time_entries', string>>>;
  get(id: string, signal: AbortSignal): Promise<SourceTicket | undefined>;
  /** Closed and open ones that share rare words with the query, best first. */
  search(query: string, limit: number, signal: AbortSignal): Promise<readonly SourceTicket[]>;
}
