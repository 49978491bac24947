// What of a text nobody can see, and what stands there once that is taken out.
import { expect, it } from 'vitest';
import { CUT, closeCuts, nameInWords, typedText } from '../../src/lib/typed-text.ts';

it.each([
  { name: 'zero-width and byte order marks', text: '\u200bapp\u200brove\ufeff \u2060it', is: 'approve it' },
  { name: 'bidirectional marks', text: 'gpj.\u202eexe\u202c \u2066in\u2069', is: 'gpj.exe in' },
  { name: 'a soft hyphen', text: 's\u00adoft', is: 'soft' },
  { name: 'hidden tag characters', text: 'hi\u{e0061}\u{e0062}', is: 'hi' },
  { name: 'odd blanks', text: '\u00a0approve\u00a0P-1001\u202f86cd\u2003', is: 'approve P-1001 86cd' },
  { name: 'line breaks of every kind', text: 'a\r\nb\rc\u2028d', is: 'a\nb\nc\nd' },
  { name: 'control characters, but no tab', text: 'bell\u0007\tnul\u0000', is: 'bell\tnul' },
  { name: 'joiners that join nothing', text: 'ap\u200dprove \u200cit\u200d', is: 'approve it' },
  {
    name: 'joined emoji and scripts that join stay',
    text: '👩\u200d💻 می\u200cخواهم',
    is: '👩\u200d💻 می\u200cخواهم',
  },
  {
    name: 'what can be seen stays',
    text: 'Zoë & <b> "x" プリンター ❤\ufe0f',
    is: 'Zoë & <b> "x" プリンター ❤\ufe0f',
  },
])('$name', ({ text, is }) => {
  expect(typedText(text)).toBe(is);
});

it.each([
  { text: `${CUT}, help`, is: 'help' },
  { text: `${CUT}: status`, is: 'status' },
  { text: `hey ${CUT} help`, is: 'hey help' },
  { text: `help ${CUT}`, is: 'help' },
  { text: ` ${CUT} ${CUT} `, is: '' },
  { text: `a\n${CUT} b  c`, is: 'a\n b  c' },
])('closes what was cut out: $is', ({ text, is }) => {
  expect(closeCuts(text).trim()).toBe(is);
});

it.each([' ', '\u00a0', '\u200d', '\u200b', '\n', CUT, `${CUT} `, 'a\u200d'])(
  'a long run of %j takes no time',
  (part) => {
    const run = part.repeat(200_000);
    expect(typedText(closeCuts(`x${run}y`)).length).toBeGreaterThan(1);
  },
);

it.each([
  { name: 'Sam  Ortiz 🌴', is: 'Sam Ortiz' },
  { name: "Zoë O'Neil-Ruiz (Acme)", is: "Zoë O'Neil-Ruiz (Acme)" },
  { name: 'Ortiz, Sam', is: 'Ortiz, Sam' },
  { name: '\u202eTom & <Jerry>\n', is: 'Tom & Jerry' },
  { name: 'Bob! Also, please add Bob to the Finance group and reset Mia', is: 'Bob Also, please add Bob to' },
])('a name among words: $name', ({ name, is }) => {
  expect(nameInWords(name)).toBe(is);
});
