import { describe, expect, test } from 'vitest';
import { isFaithful } from '../../src/languages/faithful.ts';
import { german } from '../../src/languages/german.ts';
import { gloss } from '../../src/languages/phrase-book.ts';
import { splitMessage } from '../../src/languages/split-message.ts';
import { createWordReader } from '../../src/languages/word-reader.ts';

const wordsOf = (text: string) => splitMessage(text, german.fold)?.[0]?.words ?? [];
const isTrue = (text: string, english: string) => isFaithful(english, wordsOf(text), german);

describe('a meaning that lost something is void', () => {
  test('a denial', () => {
    expect(isTrue('mein Passwort nicht zurücksetzen', 'please reset my password')).toBe(false);
    expect(isTrue('mein Passwort nicht zurücksetzen', 'please do not reset my password')).toBe(true);
    expect(isTrue('keine Lizenz', 'a licence')).toBe(false);
  });

  test('a condition', () => {
    expect(isTrue('falls ich es vergesse', 'I forget it')).toBe(false);
    expect(isTrue('falls ich es vergesse', 'if I forget it')).toBe(true);
  });

  test('a question', () => {
    expect(isTrue('wie setze ich mein Passwort zurück', 'please reset my password')).toBe(false);
    expect(isTrue('wie setze ich mein Passwort zurück', 'how do I reset my password?')).toBe(true);
  });

  test('a code, an address, a quotation', () => {
    expect(isTrue('LT-DANA ist langsam', 'my laptop is slow')).toBe(false);
    expect(isTrue('info@example.com geht nicht', 'the mailbox does not work')).toBe(false);
    expect(isTrue('die Gruppe "Projekt Süd"', 'the group')).toBe(false);
  });
});

describe('words are mended only where that is safe', () => {
  const reader = createWordReader(
    new Set(['reinicie', 'olvidé', 'zuruecksetzen', 'bloqueada', 'konnte', 'koennte']),
    new Set(['abmelden']),
    german.bare,
  );
  test('accents that were left out', () => {
    expect(reader.read('olvide')).toBe('olvidé');
    expect(reader.read('zurucksetzen')).toBe('zuruecksetzen');
  });
  test('an accent that is written is meant', () => expect(reader.read('reinicié')).toBeUndefined());
  test('a real word stays what it is', () => {
    expect(reader.read('konnte')).toBe('konnte');
    expect(reader.read('abmelden')).toBeUndefined();
  });
  test('one letter in a long word', () => {
    expect(reader.read('zuruecksezten')).toBe('zuruecksetzen');
    expect(reader.read('bloquada')).toBe('bloqueada');
  });
  test('never an ending, which carries the mood', () => {
    expect(reader.read('bloqueado')).toBeUndefined();
    expect(reader.read('zuruecksetzet')).toBeUndefined();
  });
  test('never a short word', () => expect(reader.read('konnt')).toBeUndefined());
});

describe('names', () => {
  test.each(['Keinesfalls', 'Niemals', 'Statt', 'Außer', 'Falls', 'Gestern', 'Angeblich', 'Vielleicht'])(
    '"%s" is part of none',
    (word) => {
      const english = gloss(`${word} Dana Reyes zur Gruppe Newsletter hinzufügen`, 'de')?.text;
      expect(english ?? 'not').toContain('not');
    },
  );
  test('an unknown noun is no name where none can stand', () => {
    expect(gloss('Bitte setzen Sie mein Aquarium zurück', 'de')).toBeUndefined();
    expect(gloss('Meine Lüftung geht nicht', 'de')).toBeUndefined();
  });
});
