// What each question to the language model cost.
import type { Kit } from '../kit.ts';

export const modelTables = (k: Kit) => {
  const modelRuns = k.table(
    'model_runs',
    {
      id: k.text('id').primaryKey(),
      ticketId: k.text('ticket_id').notNull(),
      clientId: k.text('client_id').notNull(),
      at: k.time('at').notNull(),
      model: k.text('model').notNull(),
      /** plan, question, answer, hand_off, or why the embedded planner took over */
      outcome: k.text('outcome').notNull(),
      requests: k.int('requests').notNull(),
      promptTokens: k.int('prompt_tokens').notNull(),
      cachedTokens: k.int('cached_tokens').notNull(),
      completionTokens: k.int('completion_tokens').notNull(),
      reasoningTokens: k.int('reasoning_tokens').notNull(),
      /** The server did not say; counted from the length of the texts. */
      estimated: k.bool('estimated').notNull(),
      latencyMs: k.int('latency_ms').notNull(),
      /** Millionths of the currency, by the prices of that moment; null without prices. */
      costMicros: k.int('cost_micros'),
      currency: k.text('currency'),
    },
    (t) => [k.index('model_runs_client').on(t.clientId, t.at), k.index('model_runs_ticket').on(t.ticketId)],
  );

  return { modelRuns };
};
