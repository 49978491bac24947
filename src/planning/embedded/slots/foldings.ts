// How a name is typed by people without its letters on their keyboard: "Müller" as Muller and Mueller, "Łukasz" as Lukasz.

const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    æ: 'ae',
    œ: 'oe',
    ı: 'i',
  }),
);
const GERMAN: ReadonlyMap<string, string> = new Map(
  Object.entries({ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }),
);

/** Lower case, without accents; in both ways where there are two. */
export function foldings(text: string): readonly string[] {
  const lower = text.normalize('NFC').toLowerCase();
  const spelled = lower.replace(/[äöüøå]/g, (letter) => GERMAN.get(letter) ?? letter);
  return [...new Set([plain(lower), plain(spelled)])];
}

/** Lower case, in letters without marks: "Łukasz Müller" is "lukasz muller". */
export function withoutMarks(text: string): string {
  return plain(text.toLowerCase());
}

function plain(lower: string): string {
  return lower
    .replace(/[ßøłđðþæœı]/g, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
