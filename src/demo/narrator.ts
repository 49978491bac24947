// Tells the story and keeps count of its claims: a claim that does not hold ends the demonstration.
export interface Narrator {
  heading(text: string): void;
  say(text: string): void;
  /** @throws Error if it is not so */
  claim(sentence: string, isSo: boolean): void;
  readonly claims: number;
  /** Everything that was printed, to look for what must not be there. */
  readonly printed: string;
}

const INDENT = '     ';

export function createNarrator(print: (line: string) => void): Narrator {
  const lines: string[] = [];
  let chapters = 0;
  let claims = 0;
  const write = (line: string) => {
    lines.push(line);
    print(line);
  };
  return {
    heading: (text) => {
      chapters += 1;
      write('');
      write(`${chapters}. ${text}`);
    },
    say: (text) => {
      for (const line of text.split('\n')) write(`${INDENT}${line}`);
    },
    claim: (sentence, isSo) => {
      if (!isSo) throw new Error(`This does not hold: ${sentence}`);
      claims += 1;
      write(`  => ${sentence}`);
    },
    get claims() {
      return claims;
    },
    get printed() {
      return lines.join('\n');
    },
  };
}
