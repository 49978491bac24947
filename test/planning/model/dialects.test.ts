// A whole run through the real client, unchanged against every kind of model server.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createModelClient } from '../../../src/model/client.ts';
import { createModelPlanner } from '../../../src/planning/model/create-model-planner.ts';
import { knownTicketTypes } from '../../../src/planning/model/ticket-types.ts';
import { MODEL_DIALECTS, startDialect } from '../../support/model-dialects.ts';
import { type ScriptedModel, startScriptedModel } from '../../support/scripted-model.ts';
import { READS, RESULTS, request, STEP, tool, WRITES } from './run-planner.ts';

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
  model.on(({ turn }) => turn === 0, { calls: [{ tool: 'files_read_file', args: { path: 'a' } }] });
  model.on(({ turn }) => turn === 1, { calls: [{ tool: 'rm', args: {} }] });
  model.on(({ turn }) => turn === 2, { text: 'I am not sure.' });
  model.on(({ turn }) => turn === 3, { calls: [{ tool: 'find_groups', args: { query: 'Finance' } }] });
  model.on(({ turn, last }) => turn === 4 && last.includes('g-finance'), {
    calls: [{ tool: 'submit_plan', args: { ...PLAN, confidence: 'high' } }],
  });
  model.on(({ turn, last }) => turn === 5 && last.includes('Not accepted'), {
    calls: [{ tool: 'submit_plan', args: PLAN }],
  });
});
afterAll(() => model.close());

const PLAN = {
  diagnosis: 'Dana is not in Finance.',
  evidence: ['Finance has 12 members.'],
  confidence: 0.9,
  ticket_type: 'access',
  steps: [STEP],
  reply: 'Done. You are in Finance now.',
};

describe.each(MODEL_DIALECTS)('a server of kind %s', (dialect) => {
  test('looks up, slips, is corrected and proposes', async () => {
    const server = await startDialect(dialect, model);
    const client = createModelClient(server.config, {
      maxRetries: 0,
      timeoutMs: 5000,
      profile: server.profile,
    });
    const planner = createModelPlanner({
      model: client,
      nonce: () => 'nonce-0123456789',
      confidence: () => 0.5,
      ticketTypes: () => knownTicketTypes([], 'tidewater'),
    });
    const read: string[] = [];
    const results = new Map(Object.entries(RESULTS));
    const proposal = await planner.plan(
      request(),
      {
        offered: [...READS, tool('files.read_file', 'read', { path: 'text' })],
        call: async (name) => {
          read.push(name);
          return results.get(name) ?? 'nothing';
        },
      },
      WRITES,
      AbortSignal.timeout(20_000),
      { add: () => {} },
    );
    await server.close();
    expect(read).toEqual(['files.read_file', 'find_groups']);
    expect(proposal).toMatchObject({ type: 'plan', steps: [STEP] });
  });
});
