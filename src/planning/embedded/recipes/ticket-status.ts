// Points to the command that shows a person's own tickets. It reads no ticket itself.
import type { Recipe } from '../recipe.ts';

export const ticketStatus: Recipe = {
  ticketType: 'status',
  uses: { reads: ['similar_tickets'], writes: [] },
  plan: async ({ ticketType }) => ({
    type: 'answer',
    text: 'Your tickets and how they stand are shown by the command `status`; `status` with a number shows one ticket, `cancel` with a number withdraws it. To add something to a ticket, reply in its thread.',
    sources: [],
    ticketType,
  }),
};
