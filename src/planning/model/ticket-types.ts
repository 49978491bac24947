// The ticket types that a model may choose from: those of the built-in guides, those that policies name, and `other`.
import type { ScopedRule } from '../../policy/policy.ts';
import { RECIPES } from '../embedded/embedded-planner.ts';

export const OTHER_TYPE = 'other';

/** As the built-in guides name them: those of their recipes. */
const GUIDE_TYPES: readonly string[] = [...RECIPES.values()].map(({ ticketType }) => ticketType);

/** Sorted, `other` last. @param rules of any client; only the MSP's and this client's count */
export function knownTicketTypes(rules: readonly ScopedRule[], clientId: string): readonly string[] {
  const named = rules
    .filter((rule) => rule.clientId === undefined || rule.clientId === clientId)
    .flatMap((rule) => (rule.ticket_type === undefined ? [] : [rule.ticket_type]));
  const types = new Set([...GUIDE_TYPES, ...named]);
  types.delete(OTHER_TYPE);
  return [...types].sort((a, b) => (a < b ? -1 : 1)).concat(OTHER_TYPE);
}
