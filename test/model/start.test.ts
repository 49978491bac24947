// A desk with a model at its start, and when the model's server is gone: nobody who asks for help notices.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLedger } from '../../src/model/ledger.ts';
import { connectModel } from '../../src/process/connect-model.ts';
import { type Fault, MODEL_KEY, startScriptedModel } from '../support/scripted-model.ts';
import { ADA, createTestDesk, DANA } from '../support/test-desk.ts';

async function deskWithModel() {
  const model = await startScriptedModel();
  onTestFinished(model.close);
  model.on(({ tools }) => tools[0] === 'report', { calls: [{ tool: 'report', args: { word: 'ready' } }] });
  const connected = await connectModel(model.config);
  const stage = await createTestDesk({ withModel: connected.guard });
  onTestFinished(stage.close);
  return { model, connected, stage };
}

const heardBy = (stage: Awaited<ReturnType<typeof createTestDesk>>, who: string) =>
  stage.chat.textsOf(who).join('\n');

describe('the trial at the start', () => {
  test('a model that does not work is told to the admins, without the key', async () => {
    const { model, connected, stage } = await deskWithModel();
    await stage.says(ADA, 'status');
    model.fault('401');
    connected.probe(stage.app.core, new AbortController().signal);
    await expect
      .poll(async () => {
        await stage.settle();
        return heardBy(stage, ADA);
      })
      .toContain('The language model test-model does not work. The model server refuses the key (401).');
    expect(heardBy(stage, ADA)).not.toContain(MODEL_KEY);
  });

  test('one that works is not told', async () => {
    const { model, connected, stage } = await deskWithModel();
    await stage.says(ADA, 'status');
    connected.probe(stage.app.core, new AbortController().signal);
    await expect.poll(() => model.bodies().length).toBe(1);
    await stage.settle();
    expect(heardBy(stage, ADA)).not.toContain('language model');
  });
});

test.each<Fault>(['500', 'cut', 'malformed', '401', 'redirect', 'huge'])(
  'a server that gives %s: the requester gets what the embedded planner gives',
  async (fault) => {
    const { model, stage } = await deskWithModel();
    const without = await createTestDesk();
    onTestFinished(without.close);
    model.fault(fault);
    for (const desk of [stage, without]) await desk.says(DANA, 'My account is locked, can you unlock it?');
    expect(heardBy(stage, DANA)).toBe(heardBy(without, DANA));
    const spent = await createLedger(stage.database).spent(undefined, new Date(0));
    expect(spent).toMatchObject({ runs: 1, takenOver: 1 });
  },
);

test('a desk without a model loads nothing of its SDK', () => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, typeOnly, target = ''] of source.matchAll(
      /^(?:import|export)\s+(type\s)?(?:[\w*{}\s,]*?from\s+)?'([^']+)'/gm,
    )) {
      if (typeOnly !== undefined) continue;
      expect(`${file} ${target}`).not.toMatch(/ openai(?:\/|$)/);
      if (/^\..*\.ts$/.test(target)) visit(join(dirname(file), target));
    }
  };
  visit('src/process/serve.ts');
  expect([...seen]).toContain('src/process/connect-model.ts');
});
