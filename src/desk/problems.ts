// Turns what the schema found into lines for the operator: the path, what is wrong, the nearest right word.
// Never prints a value of the file except a misspelt key or choice: tokens may stand where they do not belong.
import type { z } from 'zod';
import { nearest } from '../lib/nearest.ts';
import { showPath } from '../lib/read-yaml.ts';

type Path = readonly PropertyKey[];

/** One line per mistake, in the order of the file's form. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], schema: z.ZodType, raw: unknown): string[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, issue.path, raw);
      return issue.keys.map((key) => `${showPath([...issue.path, key])}: unknown key${meant(key, known)}`);
    }
    return [`${showPath(issue.path) || 'the file'}: ${sentence(issue, valueAt(raw, issue.path))}`];
  });
}

export function meant(word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  return guess === undefined ? '' : `, did you mean ${guess}?`;
}

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing';
  if (issue.code === 'invalid_type')
    return `must be ${EXPECTED[issue.expected] ?? issue.expected}, not ${kindOf(value)}`;
  if (issue.code === 'invalid_value' && issue.values.length > 1) {
    const choices = issue.values.map(String);
    const guess = typeof value === 'string' ? meant(value, choices) : '';
    return `must be one of ${choices.join(', ')}${guess}`;
  }
  return issue.message;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  boolean: 'true or false',
};

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'true or false' : 'a number';
}

function field(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(field, raw);
}

/** The keys that the schema knows at a path, for the suggestion. */
function keysAt(schema: z.ZodType, path: Path, raw: unknown): string[] {
  let at: unknown = unwrap(schema);
  let value = raw;
  for (const part of path) {
    const def = field(at, 'def');
    value = field(value, part);
    at = chosen(
      unwrap(typeof part === 'number' ? field(def, 'element') : field(field(def, 'shape'), part)),
      value,
    );
  }
  return Object.keys(field(field(at, 'def'), 'shape') ?? {});
}

/** Of forms that one key tells apart, the one that the value follows. */
function chosen(schema: unknown, value: unknown): unknown {
  const options = field(field(schema, 'def'), 'options');
  if (!Array.isArray(options)) return schema;
  const key = String(field(field(schema, 'def'), 'discriminator'));
  const said = field(value, key);
  return options.find((option) => {
    const values = field(field(field(field(field(option, 'def'), 'shape'), key), 'def'), 'values');
    return Array.isArray(values) && values.includes(said);
  });
}

function unwrap(schema: unknown): unknown {
  const inner = field(field(schema, 'def'), 'innerType');
  return inner === undefined ? schema : unwrap(inner);
}
