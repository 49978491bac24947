// Puts together what `evaluateStep` needs for one client and ticket.
import type { PolicyContext, ScopedRule } from './policy.ts';

/** The MSP's rules and this client's, nobody else's. */
export function policyContext(parts: {
  readonly clientId: string;
  /** For the sentences. */
  readonly clientName: string;
  readonly rules: readonly ScopedRule[];
  readonly released: readonly string[];
  readonly ticketType: string | undefined;
  readonly ticketTypeBy: PolicyContext['ticketTypeBy'];
  readonly requesterVerified: boolean;
  readonly heldBack?: string | undefined;
}): PolicyContext {
  const { clientId } = parts;
  return {
    ...parts,
    rules: parts.rules.filter((rule) => rule.clientId === undefined || rule.clientId === clientId),
  };
}
