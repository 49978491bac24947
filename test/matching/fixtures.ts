// Reads the matcher's fixtures: labelled messages and wordings of the twelve triggers, all written for this project.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Labelled } from '../../bench/score-matching.ts';
import type { Trigger } from '../../src/matching/matcher.ts';

const FOLDER = new URL('../fixtures/matching/', import.meta.url);

export const WORDINGS = ['plain', 'rephrased', 'terse', 'detailed', 'formal'] as const;

export function readUtterances(): readonly Labelled[] {
  const lines = readFileSync(new URL('utterances.jsonl', FOLDER), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Labelled);
}

export function readTriggers(wording: (typeof WORDINGS)[number]): readonly Trigger[] {
  return parse(readFileSync(new URL(`triggers-${wording}.yaml`, FOLDER), 'utf8')) as readonly Trigger[];
}
