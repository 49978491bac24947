import { describe, expect, test } from 'vitest';
import { gloss } from '../../src/languages/phrase-book.ts';
import { APPS, GROUPS, NAMES, PIECES } from './generated-words.ts';

const SAYS_NO = /\b(?:not|no|never|without|cannot|any more|nothing|nobody)\b/i;
const IS_WISH = /\bplease (?!do not)|\bI need\b|\bI would like\b/i;

interface Case {
  readonly text: string;
  readonly kept: readonly string[];
}

function fill(wish: string): readonly Case[] {
  const filled = NAMES.flatMap((name) =>
    GROUPS.map((group, at) => {
      const values = new Map([
        ['{name}', name as string],
        ['{group}', group as string],
        ['{app}', APPS[at] ?? ''],
      ]);
      const kept = [...values].filter(([slot]) => wish.includes(slot)).map(([, value]) => value);
      return { text: wish.replace(/\{\w+\}/g, (slot) => values.get(slot) ?? ''), kept };
    }),
  );
  return [...new Map(filled.map((one) => [one.text, one])).values()];
}

/** The text with a word put in at every place. */
function withWord(text: string, word: string): readonly string[] {
  const words = text.split(' ');
  return words
    .map((_, at) => [...words.slice(0, at), word, ...words.slice(at)].join(' '))
    .concat(`${text} ${word}`);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

describe.each(['de', 'fr', 'es'] as const)('generated sentences in %s', (language) => {
  const pieces = PIECES[language];
  const wishes = pieces.wishes.flatMap(fill);
  const some = pieces.wishes.flatMap((wish) => fill(wish).slice(0, 2));
  const say = (text: string) => gloss(text, language)?.text;

  test('wishes stay wishes, with every name, whatever politeness is around them', () => {
    const cases = wishes.flatMap(({ text, kept }) =>
      pieces.before.flatMap((before) =>
        pieces.after.map((after) => ({ text: `${before}${text}${after}`, kept })),
      ),
    );
    expect(cases.length).toBeGreaterThanOrEqual(1500);
    const said = cases.map(({ text, kept }) => ({ text, kept, english: say(text) }));
    const wrong = said.filter(
      ({ english, kept }) =>
        english !== undefined &&
        !(IS_WISH.test(english) && !SAYS_NO.test(english) && kept.every((name) => english.includes(name))),
    );
    expect(wrong).toEqual([]);
    const silent = said.filter(({ english }) => english === undefined);
    expect(
      silent.length / said.length,
      silent
        .slice(0, 5)
        .map(({ text }) => text)
        .join('\n'),
    ).toBeLessThan(0.1);
  });

  test('a word that denies is never lost, wherever it stands', () => {
    const texts = some.flatMap(({ text }) =>
      pieces.denials.flatMap((word) => [...withWord(text, word), ...withWord(text, capital(word))]),
    );
    expect(texts.length).toBeGreaterThanOrEqual(1500);
    expect(texts.filter((text) => !SAYS_NO.test(say(text) ?? 'not'))).toEqual([]);
  });

  test('a word that supposes is never lost', () => {
    const texts = some.flatMap(({ text }) => pieces.conditions.flatMap((word) => withWord(text, word)));
    expect(texts.filter((text) => !/\b(?:if|when)\b/.test(say(text) ?? 'if'))).toEqual([]);
  });

  test('what opens with a question word is a question', () => {
    const texts = some.flatMap(({ text }) =>
      pieces.questions.flatMap((word) => [`${word} ${text}`, `${capital(word)} ${text}?`]),
    );
    expect(texts.filter((text) => !(say(text) ?? '?').includes('?'))).toEqual([]);
  });

  test('words of others, doubts and the past are no wishes', () => {
    const texts = some.flatMap(({ text }) => pieces.frames.map((frame) => `${frame}${text}`));
    expect(texts.filter((text) => IS_WISH.test(say(text) ?? ''))).toEqual([]);
  });

  test('one unknown word is enough to be silent', () => {
    const texts = some.flatMap(({ text }) => pieces.unknown.flatMap((word) => withWord(text, word)));
    const heard = texts.filter((text) => {
      const english = say(text);
      // In capitals it may be the start of a name, and is kept as such.
      return (
        english !== undefined &&
        !pieces.unknown.some((word) => english.includes(word) && /^\p{Lu}/u.test(word))
      );
    });
    expect(heard).toEqual([]);
  });
});
