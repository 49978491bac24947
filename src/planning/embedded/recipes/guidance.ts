// Answers from the client's own documentation and names the document. It changes nothing; a locked or disabled account,
// a common cause, goes to a technician.
import type { DocumentHit } from '../../../ports/documentation.ts';
import type { Proposal } from '../../planner.ts';
import { handOff, type Recipe, type RecipeContext } from '../recipe.ts';
import { requesterAccount } from '../settle-person.ts';
import { FILLERS } from '../slots/common-words.ts';
import { tokensOf } from '../slots/tokens.ts';
import { accountState, quote } from '../words.ts';

const MAX_WORDS = 12;
const MAX_SOURCES = 2;

export const guidance: Recipe = {
  ticketType: 'network',
  uses: { reads: ['search_documents'], writes: [] },
  async plan(context) {
    const account = await requesterAccount(context);
    if (account.ok && (account.value.locked || !account.value.enabled)) {
      return handOff(context, `${accountState(account.value)}, which keeps them from connecting.`);
    }
    return answerFromDocuments(context, context.dialogue.all);
  },
};

/** The best documents for these words, or a hand-off if there is none. */
export async function answerFromDocuments(context: RecipeContext, text: string): Promise<Proposal> {
  const words = tokensOf(text).filter(({ isWord, lower }) => isWord && !FILLERS.has(lower));
  const query = [...new Set(words.map(({ text: word }) => word))].slice(0, MAX_WORDS).join(' ');
  const hits = (await context.look.searchDocuments(query)).slice(0, MAX_SOURCES);
  const [best] = hits;
  if (!best) return handOff(context, `The client's documentation has nothing on ${quote(query)}.`);
  return {
    type: 'answer',
    text: `${best.excerpt.trim()}\n\nIf this does not help, reply here and a technician takes over.`,
    sources: [sourceOf(best)],
    ticketType: context.ticketType,
  };
}

function sourceOf({ title, url }: DocumentHit): string {
  return url === undefined ? title : `${title} (${url})`;
}
