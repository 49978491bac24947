// Turns what the schema found in the sandbox file into lines for the operator: the path, what is wrong, the nearest right word. Pure.
import type { z } from 'zod';
import { lookUp } from '../../lib/look-up.ts';
import { nearest } from '../../lib/nearest.ts';
import { KNOWN_KEYS } from './sandbox-schema.ts';

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a group of keys',
  boolean: 'true or false',
  int: 'a whole number',
};

/** @param value the section that was read; lines begin with their path inside it */
export function linesOf(issue: z.core.$ZodIssue, value: unknown): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    const list = issue.path.findLast((part) => typeof part === 'string') ?? 'company';
    return issue.keys.map((key) => {
      const path = showPath([...issue.path, key]);
      return `${path}: unknown key${meant(key, lookUp(KNOWN_KEYS, list) ?? [])}`;
    });
  }
  return [`${showPath(issue.path)}: ${sentence(issue, valueAt(value, issue.path))}`];
}

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing';
  if (issue.code === 'invalid_type')
    return `must be ${lookUp(EXPECTED, issue.expected) ?? `a ${issue.expected}`}`;
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String);
    return `must be one of ${choices.join(', ')}${meant(String(value), choices)}`;
  }
  return issue.message;
}

function meant(word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  return guess === undefined ? '' : `, did you mean ${guess}?`;
}

/** `people[2].email`; empty for the section itself. */
function showPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? lookUp(at as Record<string, unknown>, key) : undefined,
    value,
  );
}
