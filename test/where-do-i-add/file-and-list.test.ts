// "Where do I add a card, a recipe, a starter workflow, a word, a kind of attack?": what is a file and a line beside each other. A
// file whose line was forgotten would lie there and do nothing; here it fails by its name.

import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findConcepts } from '../../src/matching/find-concepts.ts';
import { LEXICON } from '../../src/matching/lexicon/lexicon.ts';
import { WORD_CLASSES } from '../../src/matching/lexicon/word-classes.ts';
import { tokenise } from '../../src/matching/tokenise.ts';
import { RECIPES } from '../../src/planning/embedded/embedded-planner.ts';
import type { Recipe } from '../../src/planning/embedded/recipe.ts';
import { readWorkflowBook } from '../../src/workflows/book.ts';
import { GENERAL, strategiesFor } from '../hostile/strategies.ts';

const read = (file: string) => readFileSync(file, 'utf8');
/** The files that `lists` names in an import, out of those that fit `pattern`. */
const missingFrom = (list: string, pattern: string): readonly string[] =>
  globSync(pattern).filter((file) => !read(list).includes(`/${basename(file)}'`));

describe('a card', () => {
  test.each(['cards/*-card.ts', 'cards/*-form.ts'])('every file of %s has an example', (pattern) => {
    expect(globSync(pattern).length).toBeGreaterThan(0);
    expect(missingFrom('test/cards/examples.ts', pattern)).toEqual([]);
  });

  test('every form of the forms file has an example', () => {
    const forms = [...read('cards/forms.ts').matchAll(/^export function (\w+Form)\b/gm)].map(
      ([, name]) => name,
    );
    expect(forms.length).toBeGreaterThan(3);
    expect(forms.filter((name) => !read('test/cards/examples.ts').includes(`${name}(`))).toEqual([]);
  });
});

describe('a recipe', () => {
  const modules = globSync('src/planning/embedded/recipes/*.ts');

  test('every file of the folder is in the list', async () => {
    const made = new Set<Recipe>(RECIPES.values());
    const without: string[] = [];
    for (const file of modules) {
      const exported: object = await import(/* @vite-ignore */ `../../${file}`);
      if (!Object.values(exported).some((value) => made.has(value as Recipe))) without.push(file);
    }
    expect(modules.length).toBe(RECIPES.size);
    expect(without).toEqual([]);
  });

  test('every one has a shipped workflow that names it, and none names one that is not there', () => {
    const named = readWorkflowBook(undefined).all.flatMap(({ body }) =>
      body.kind === 'guide' ? (body.recipe ?? []) : [],
    );
    expect(named.toSorted()).toEqual([...RECIPES.keys()].toSorted());
  });
});

test('a recipe that changes something says what counts as asking for it', () => {
  const silent = [...RECIPES].filter(([, { uses, asks }]) => uses.writes.length > 0 && asks === undefined);
  expect(silent.map(([name]) => name)).toEqual([]);
});

describe('a starter workflow', () => {
  test('every file of the folder is in the book, and nothing else is', () => {
    const files = globSync('workflows/starter/*.yaml').map((file) => basename(file, '.yaml'));
    expect(
      readWorkflowBook(undefined)
        .all.map(({ id }) => id)
        .toSorted(),
    ).toEqual(files.toSorted());
  });
});

describe('a word that the matcher should understand', () => {
  const chapters = globSync('src/matching/lexicon/*.ts').filter((file) =>
    /^export const [A-Z_]+: readonly Concept\[\]/m.test(read(file)),
  );

  test('every chapter is in the lexicon', () => {
    expect(chapters.length).toBeGreaterThan(7);
    const own = chapters.filter((file) => basename(file) !== 'lexicon.ts');
    expect(
      own.filter((file) => !read('src/matching/lexicon/lexicon.ts').includes(`/${basename(file)}'`)),
    ).toEqual([]);
  });

  test('a concept stands in one chapter alone', () => {
    const names = LEXICON.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('every concept is found in words of its own, so what is written there does something', () => {
    const first = (word: string) => {
      const [one = ''] = (WORD_CLASSES[word.slice(1)] ?? word).trim().split(/[\s|]/);
      return one.replace('=', '').replaceAll('_', ' ');
    };
    const sayings = (phrases: string) =>
      phrases
        .replace(/\|\s+/g, '|')
        .split(';')
        .map((phrase) =>
          phrase
            .split(/[\s+]+/)
            .map((word) => first(word.split('|')[0] ?? ''))
            .join(' '),
        );
    /** A larger situation takes the place of its details. */
    const isPartOf = (name: string, larger: string) =>
      LEXICON.some((concept) => concept.name === larger && concept.over?.split(/\s+/).includes(name));
    const silent = LEXICON.filter(
      ({ name, phrases }) =>
        !sayings(phrases).some((text) =>
          findConcepts(tokenise(text)).some((hit) => hit.name === name || isPartOf(name, hit.name)),
        ),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

describe('a kind of attack', () => {
  test('a row is one more attack, on every desk, under a name of its own', () => {
    const names = strategiesFor([]).map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(GENERAL.length);
    for (const { name } of GENERAL) expect(names.filter((entry) => entry === name)).toEqual([name]);
    for (const { name, turns } of GENERAL) expect(turns.length, name).toBeGreaterThan(0);
  });
});
