// Cuts text into the words that are searched for: lower case, without accents, plurals and everyday words. Pure.

/** Words that fit every text say nothing about any; with them, what people write around a request. */
const EVERYDAY = new Set(
  `a about after again all also am an and any are as at be been before but by can cannot could did do does doing dont for
  from get gets getting give got had has have having he hello help her here hi him his how i if in into is it its just like
  make may me might more must my need needs new no not now of off on one or our out please pls she should so some still
  tell thank thanks that the their them then there these they this those to too up us use used using very want wants was
  way we well were what when where which while who why will with would you your
  problem problems issue issues work works working`.split(/\s+/),
);

/** Two spellings of one word. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    wlan: 'wifi',
    wireless: 'wifi',
    '2fa': 'mfa',
    authenticator: 'mfa',
    login: 'signin',
    logon: 'signin',
    license: 'licence',
    mail: 'email',
  }),
);

/** In order, with repetitions. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bwi[- ]fi\b/g, 'wifi')
    .replace(/\be-mails?\b/g, 'email')
    .replace(/\b(sign|log)[- ](?:in|on)s?\b/g, 'signin')
    .replace(/['’](?:s|t|re|ve|ll|d|m)\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EVERYDAY.has(word))
    .map(singular)
    .map((word) => SAME.get(word) ?? word);
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
