// The trigger matcher's contract. Implementation: see the neighbours of this file.

export interface Trigger {
  readonly id: string;
  readonly title: string;
  readonly trigger: string;
  /** `shared` or a client id; default shared. */
  readonly scope?: string | undefined;
}

export interface Match {
  readonly id: string;
  readonly score: number;
  /** For people: "matched: 'asks to be added to a group'". */
  readonly why: string;
}

export interface MatchResult {
  /** Those that apply, best first; empty means: no workflow fits. */
  readonly matches: readonly Match[];
  /** One sentence: why these, or why none. */
  readonly why: string;
  /** Every trigger that was considered, best first, at most 8, with why it did or did not fit; for `activity`. */
  readonly considered: readonly (Match & { readonly fits: boolean })[];
}

export interface Matcher {
  /** @param clientId only shared triggers and this client's are considered. */
  match(text: string, clientId?: string): MatchResult;
}
