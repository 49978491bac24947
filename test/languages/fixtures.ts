// Reads the sentences of the languages' tests, all written for this project.
import { readFileSync } from 'node:fs';

const FOLDER = new URL('../fixtures/languages/', import.meta.url);

export interface Sentence {
  readonly text: string;
  /** Undefined: the book must not understand it. */
  readonly english: string | undefined;
}

export function readLines(file: string): readonly string[] {
  return readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');
}

/** Lines `sentence => English`, or `=> -` where the book has to be silent. */
export function readSentences(file: string): readonly Sentence[] {
  return readLines(file).map((line) => {
    const [text = '', english = ''] = line.split(' => ');
    return { text, english: english === '-' ? undefined : english };
  });
}
