// What was asked and answered on a ticket so far. It asks at most three questions; then a person takes over.
import { z } from 'zod';
import { type Reading, readMessage } from '../../reading/read-message.ts';
import type { PlanningRequest, Proposal } from '../planner.ts';
import { ownWords } from './slots/own-words.ts';
import type { Option } from './slots/pick-option.ts';

const MAX_QUESTIONS = 3;

export interface Answer {
  /** Own words of the messages after the question. */
  readonly text: string;
  readonly options: readonly Option[];
}

export interface Dialogue {
  /** What the requester's own words before the first question ask for. */
  readonly reading: Reading;
  /** Those words without what was asked, denied, thanked or told; of a message without a wish, all of them. */
  readonly opening: string;
  /** Everything the requester wrote, oldest first. */
  readonly all: string;
  /** Whether any question was answered. */
  readonly answered: boolean;
  /** The answer to the latest question about this slot, if one came. */
  answer(slot: string): Answer | undefined;
  /** The question, or the hand-off once three were asked. */
  ask(slot: string, question: string, options?: readonly Option[]): Proposal;
}

const optionForm = z.object({ id: z.string(), name: z.string(), detail: z.string() });
const stateForm = z.object({
  workflow: z.string(),
  asked: z
    .array(z.object({ slot: z.string(), at: z.number().int().min(0), options: z.array(optionForm) }))
    .max(MAX_QUESTIONS),
});

/** What the newest question offered; a model's questions, and those without a choice, offer nothing. */
export function offeredOptions(state: PlanningRequest['state']): readonly Option[] {
  return stateForm.safeParse(state).data?.asked.at(-1)?.options ?? [];
}

/** @param workflowId a state that belongs to another workflow is not used */
export function readDialogue(request: PlanningRequest, workflowId: string, ticketType: string): Dialogue {
  const parsed = stateForm.safeParse(request.state);
  const asked = parsed.success && parsed.data.workflow === workflowId ? parsed.data.asked : [];
  const said = request.messages.map(ownWords);
  const answers = asked.map((entry, index) => ({
    slot: entry.slot,
    options: entry.options,
    text: said
      .slice(entry.at, asked[index + 1]?.at)
      .join('\n')
      .trim(),
  }));
  const before = said.slice(0, asked[0]?.at).join('\n');
  const reading = readMessage(before);
  return {
    reading,
    opening: reading.sought === '' ? before : reading.sought,
    all: said.join('\n'),
    answered: answers.some(({ text }) => text !== ''),
    answer: (slot) => answers.findLast((entry) => entry.slot === slot && entry.text !== ''),
    ask: (slot, question, options = []) => {
      const last = asked.at(-1);
      const isOpen = last !== undefined && last.slot === slot && last.at >= said.length;
      if (!isOpen && asked.length >= MAX_QUESTIONS) {
        return {
          type: 'hand_off',
          reason: `Three questions did not settle it. Still open: ${question}`,
          ticketType,
        };
      }
      const entry = {
        slot,
        at: said.length,
        options: options.map(({ id, name, detail }) => ({ id, name, detail })),
      };
      const state = { workflow: workflowId, asked: isOpen ? asked : [...asked, entry] };
      return { type: 'question', question, state, ticketType };
    },
  };
}
