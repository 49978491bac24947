// Every rule of the house catches what breaks it: violations are planted, and each is named by one rule.
import { expect, test } from 'vitest';
import {
  beyondThePage,
  forbiddenImports,
  importCircles,
  impure,
  offending,
  READS_TIME,
  type Source,
  strangeRooms,
  strayPackages,
  uncheckedScripts,
} from './rules.ts';

const file = (path: string, text: string): readonly Source[] => [{ path, text }];

test.each([
  [
    'a pure part from the store',
    'src/matching/x.ts',
    "import { openSqlite } from '../store/sqlite.ts';",
    'src/store/sqlite.ts',
  ],
  [
    'an adapter from another',
    'adapters/teams/x.ts',
    "import { y } from '../slack/text.ts';",
    'adapters/slack/text.ts',
  ],
  [
    'a stage from the process',
    'src/runs/x.ts',
    "import { createApp } from '../process/app.ts';",
    'src/process/app.ts',
  ],
  [
    'a stage from a door',
    'src/approvals/x.ts',
    "import type { A } from '../inbound/events.ts';",
    'src/inbound/events.ts',
  ],
  [
    'secrets from the model',
    'src/secrets/x.ts',
    "import { createModelClient } from '../model/client.ts';",
    'src/model/client.ts',
  ],
  [
    'a room from the command line',
    'src/secrets/x.ts',
    "export * from '../cli/run-cli.ts';",
    'src/cli/run-cli.ts',
  ],
  [
    'a type that climbs',
    'src/desk/x.ts',
    "import type { Person } from '../people/person.ts';",
    'src/people/person.ts',
  ],
  [
    'an import inside a function',
    'src/policy/x.ts',
    "const f = async () => import('../store/sqlite.ts');",
    'src/store/sqlite.ts',
  ],
  ['a require', 'src/policy/x.ts', "const f = () => require('../store/sqlite.ts');", 'src/store/sqlite.ts'],
  [
    'a card with code of a stage',
    'cards/x.ts',
    "import { evaluateStep } from '../src/policy/evaluate.ts';",
    'src/policy/evaluate.ts',
  ],
  [
    'a test from the product',
    'src/lib/x.ts',
    "import { d } from '../../test/support/test-desk.ts';",
    'test/support/test-desk.ts',
  ],
])('%s', (_what, path, text, to) => {
  expect(forbiddenImports(file(path, text))).toEqual([`${path} -> ${to}`]);
});

test('a card may have the type of a reason', () => {
  const text = "import type { Reason } from '../src/policy/policy.ts';";
  expect(forbiddenImports(file('cards/x.ts', text))).toEqual([]);
});

test('a folder without a row', () => {
  expect(strangeRooms(file('src/helpers/x.ts', ''))).toEqual(['src/helpers/x.ts']);
  expect(strangeRooms(file('src/x.ts', ''))).toEqual(['src/x.ts']);
});

test.each([
  ['by a statement', "import Sqlite from 'better-sqlite3';", 'better-sqlite3'],
  ['inside a function', "const f = async () => import('better-sqlite3');", 'better-sqlite3'],
  ['through a loader', "load('better-sqlite3');", 'better-sqlite3'],
  ['of a scope, by a path in it', "import { x } from '@slack/bolt/dist/x.js';", '@slack/bolt/dist/x.js'],
  ['that nobody owns', "import _ from 'lodash';", 'lodash'],
])('a package in the wrong room, %s', (_how, text, name) => {
  expect(strayPackages(file('src/policy/x.ts', text))).toEqual([`src/policy/x.ts -> ${name}`]);
});

test.each([
  ["import { readFileSync } from 'node:fs';", 'src/policy/x.ts -> node:fs'],
  ["const f = () => import('node:fs');", 'src/policy/x.ts -> node:fs'],
  ["fetch('http://x');", 'src/policy/x.ts: fetch('],
  ['crypto.randomUUID();', 'src/policy/x.ts: randomUUID('],
  ['Math.random();', 'src/policy/x.ts: Math.random'],
])('a pure part that looks: %s', (text, offender) => {
  expect(impure(file('src/policy/x.ts', text))).toEqual([offender]);
});

test.each([
  'new Date()',
  'Date.now()',
  'performance.now()',
  'setTimeout(act, 5)',
  'setInterval(act, 5)',
  "import { setTimeout as sleep } from 'node:timers/promises';",
  'AbortSignal.timeout(5)',
  'process.hrtime()',
])('a second clock: %s', (text) => {
  expect(offending(file('src/runs/x.ts', text), READS_TIME)).toHaveLength(1);
});

test('a page that imports what no browser gets', () => {
  const path = 'adapters/playground/page/x.js';
  const text = "import { act } from './api.js';\nimport { lookUp } from '../../../src/lib/x.ts';";
  expect(beyondThePage(file(path, text))).toEqual([`${path} -> src/lib/x.ts`]);
});

test.each([
  ['// @ts-nocheck', '@ts-nocheck'],
  ['// @ts-expect-error the library is odd', '@ts-expect-error'],
  ['/** @param {any} card */', '@param {any'],
  ['/** @type {Map<string, any>} */', '@type {Map<string, any'],
])('a script that the compiler does not check: %s', (text, offender) => {
  expect(uncheckedScripts(file('adapters/playground/page/x.js', text))).toEqual([
    `adapters/playground/page/x.js: ${offender}`,
  ]);
});

test('a circle of types alone', () => {
  const one = { path: 'src/runs/a.ts', text: "import type { B } from './b.ts';" };
  const two = { path: 'src/runs/b.ts', text: "import type { A } from './a.ts';" };
  expect(importCircles([one, two])).toEqual(['src/runs/a.ts -> src/runs/b.ts -> src/runs/a.ts']);
});

test('what stands in a comment offends nobody', () => {
  const text = "// import x from '../store/sqlite.ts'\n/* Date.now() */\nconst url = 'http://x';";
  expect(forbiddenImports(file('src/policy/x.ts', text))).toEqual([]);
  expect(offending(file('src/policy/x.ts', text), /Date\.now\(\)/)).toEqual([]);
});
