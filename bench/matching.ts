// Measures the trigger matcher on a labelled file. It prints figures and judges nothing; tests hold the goals.
// node bench/matching.ts --input FILE.jsonl --workflows FILE.yaml [--half a|b] [--misses]
// Lines of the input: {id?, text, label, client?}. A label that is no workflow's id counts as "no_workflow".
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMatcher } from '../src/matching/create-matcher.ts';
import type { Trigger } from '../src/matching/matcher.ts';
import { type Labelled, scoreMatching } from './score-matching.ts';

const triggersSchema = z.array(
  z.object({ id: z.string(), title: z.string(), trigger: z.string(), scope: z.string().optional() }),
);
const lineSchema = z.object({ text: z.string(), label: z.string(), client: z.string().optional() });
const LATENCY_TRIGGERS = 200;

const { values } = parseArgs({
  options: {
    input: { type: 'string' },
    workflows: { type: 'string' },
    half: { type: 'string' },
    misses: { type: 'boolean' },
  },
});
if (values.input === undefined || values.workflows === undefined) {
  console.error(
    'Usage: node bench/matching.ts --input FILE.jsonl --workflows FILE.yaml [--half a|b] [--misses]',
  );
  process.exit(2);
}

const triggers = triggersSchema.parse(parse(readFileSync(values.workflows, 'utf8')));
const all: readonly Labelled[] = readFileSync(values.input, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => lineSchema.parse(JSON.parse(line)));
const half = values.half;
const examples = half === undefined ? all : all.filter((_, index) => (index % 2 === 0) === (half === 'a'));

const score = scoreMatching(createMatcher(triggers), triggers, examples);
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
console.log(`messages              ${examples.length}`);
console.log(`macro-F1              ${score.macroF1.toFixed(3)}`);
console.log(`precision of fired    ${percent(score.precision)}`);
console.log(`false fire            ${percent(score.falseFire)}`);
for (const { name, f1, count } of score.classes) console.log(`  F1 ${f1.toFixed(2)}  ${name} (${count})`);
if (values.misses) for (const miss of score.misses) console.log(miss);
console.log(`ms per message, ${LATENCY_TRIGGERS} workflows: ${latency(triggers, examples).toFixed(3)}`);

function latency(some: readonly Trigger[], messages: readonly Labelled[]): number {
  const many = Array.from({ length: LATENCY_TRIGGERS }, (_, index) => {
    const trigger = some[index % some.length];
    return {
      id: `w${index}`,
      title: `${trigger?.title} ${index}`,
      trigger: `${trigger?.trigger} at site ${index}`,
    };
  });
  const matcher = createMatcher(many);
  for (const { text } of messages) matcher.match(text);
  const start = performance.now();
  for (const { text } of messages) matcher.match(text);
  return (performance.now() - start) / messages.length;
}
