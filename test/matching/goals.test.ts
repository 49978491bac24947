import { describe, expect, test } from 'vitest';
import { scoreMatching } from '../../bench/score-matching.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { readTriggers, readUtterances, WORDINGS } from './fixtures.ts';

const utterances = readUtterances();

function scoreWith(wording: (typeof WORDINGS)[number]) {
  const triggers = readTriggers(wording);
  return scoreMatching(createMatcher(triggers), triggers, utterances);
}

describe('goals of matching, for every wording of the twelve triggers', () => {
  test.each(WORDINGS.map((name) => ({ name })))('$name', ({ name }) => {
    const score = scoreWith(name);
    expect(score.classes).toHaveLength(13);
    expect(score.macroF1).toBeGreaterThanOrEqual(0.85);
    expect(score.precision).toBeGreaterThanOrEqual(0.9);
    expect(score.falseFire).toBeLessThanOrEqual(0.05);
    for (const { name: workflow, f1 } of score.classes) expect(f1, workflow).toBeGreaterThanOrEqual(0.6);
  });

  test('a rewording costs at most five points', () => {
    const scores = WORDINGS.map((name) => scoreWith(name).macroF1);
    expect(Math.max(...scores) - Math.min(...scores)).toBeLessThanOrEqual(0.05);
  });

  test('ids mean nothing: shuffled ids give the same figures', () => {
    const triggers = readTriggers('plain');
    const renamed = triggers.map((trigger, index) => ({ ...trigger, id: `x${index}` }));
    const newId = new Map(triggers.map((trigger, index) => [trigger.id, `x${index}`]));
    const relabelled = utterances.map((line) => ({ ...line, label: newId.get(line.label) ?? 'none' }));
    const score = scoreMatching(createMatcher(renamed), renamed, relabelled);
    expect(score.macroF1).toBeCloseTo(scoreWith('plain').macroF1, 10);
  });
});
