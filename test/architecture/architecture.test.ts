// The import table of ARCHITECTURE.md and the rules of the house, one test for each with the list of offenders.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  beyondThePage,
  climbingRows,
  forbiddenImports,
  importCircles,
  impure,
  offending,
  READS_TIME,
  type Source,
  strangeRooms,
  strayPackages,
  tooLong,
  uncheckedScripts,
  withoutOpening,
} from './rules.ts';

const sources: readonly Source[] = globSync('{src,adapters,cards}/**/*.{ts,js}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

test('every file stands in a room that has a row', () => {
  expect(strangeRooms(sources)).toEqual([]);
});

test('rows name earlier rooms only', () => {
  expect(climbingRows()).toEqual([]);
});

test('a room imports what its row names, types and dynamic imports included', () => {
  expect(forbiddenImports(sources)).toEqual([]);
});

test('each package is used by its owner, types aside', () => {
  expect(strayPackages(sources)).toEqual([]);
});

test('no files import one another in a circle, types included', () => {
  expect(importCircles(sources)).toEqual([]);
});

test('the page imports its own files alone', () => {
  expect(beyondThePage(sources)).toEqual([]);
});

test('scripts are checked by the compiler, without exceptions', () => {
  expect(uncheckedScripts(sources)).toEqual([]);
});

test('parts that decide without looking are pure', () => {
  expect(impure(sources)).toEqual([]);
});

test('the network is asked where a room is made for it', () => {
  const callers = [
    'adapters/playground/page/',
    'adapters/slack/respond.ts',
    'src/cli/doctor/',
    'src/integrations/mcp/',
    'src/tools/http-call.ts',
  ];
  expect(offending(sources, /(?<![.\w])fetch\(/, [...callers, 'src/model/'])).toEqual([]);
});

test('the environment is read in one place', () => {
  expect(offending(sources, /process\.env/, ['src/config.ts'])).toEqual([]);
});

test('time is read, and timers are set, in one place', () => {
  expect(offending(sources, READS_TIME, ['src/lib/clock.ts', 'adapters/playground/page/'])).toEqual([]);
});

test('a file is short enough to read in one sitting', () => {
  expect(tooLong(sources, 300)).toEqual([]);
});

test('a file opens with a comment that says what it decides', () => {
  expect(withoutOpening(sources)).toEqual([]);
});
