// SECURITY.md names a file and a test for every promise; a name that leads nowhere is a promise that nobody keeps.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const text = readFileSync('SECURITY.md', 'utf8');
const rows = text.split('\n').filter((line) => /^\| P\d+ \|/.test(line));
const cells = (row: string) => row.split('|').map((cell) => cell.trim());
const named = (cell: string) => [...cell.matchAll(/`([^`\s]+\/[^`\s]*)`/g)].map((match) => match[1] ?? '');

test('every promise from P1 to P12 has one row', () => {
  expect(rows.map((row) => cells(row)[1])).toEqual(Array.from({ length: 12 }, (_, index) => `P${index + 1}`));
});

describe.each(rows.map((row) => ({ name: cells(row)[1] ?? '', row })))('$name', ({ row }) => {
  const [, , promise = '', ids = '', kept = '', tests = ''] = cells(row);

  test('says what it is, to what it answers, what keeps it and what proves it', () => {
    expect(promise.length).toBeGreaterThan(20);
    expect(ids).toMatch(/\b(?:LLM\d\d|ASI\d\d)\b/);
    expect(named(kept).length).toBeGreaterThan(0);
    expect(named(tests).length).toBeGreaterThan(0);
  });

  test('names files of src that exist, and tests that hold tests', () => {
    for (const file of named(kept)) expect([file, existsSync(file)]).toEqual([file, true]);
    for (const file of named(tests)) {
      const held = file.endsWith('/') ? globSync(`${file}**/*.test.ts`) : existsSync(file) ? [file] : [];
      expect([file, held.length > 0]).toEqual([file, true]);
      expect(file).toMatch(/^test\/.*(?:\/|\.test\.ts)$/);
    }
  });
});

test('every other file that is named exists', () => {
  for (const file of named(text)) expect([file, existsSync(file)]).toEqual([file, true]);
});
