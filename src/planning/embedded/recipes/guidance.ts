// VPN, Wi-Fi and the like: an answer from the client's own documents, with the source named. Nothing found means a person.
import { answerWith, handOff, type Recipe } from '../recipe.ts';

export const guidance: Recipe = async (cook) => {
  const hits = await cook.reads.documents(cook.wish);
  const [best] = hits;
  if (!best) return handOff(cook, "The client's documents say nothing about this.");
  return answerWith(cook, `${best.excerpt}\n\nIf this does not help, press [Talk to a person].`, [
    best.title,
  ]);
};
