// "How is my ticket going": the commands show it; a planner does not.
import { answerWith, type Recipe } from '../recipe.ts';

export const ticketStatus: Recipe = async (cook) =>
  answerWith(
    cook,
    'Write "status" here to see your requests and how they stand, or "status" with a ticket number for one of them. To add something to a request, write in its thread.',
  );
