// Puts a filled frame into the English that planning reads. It names everybody and everything as the message does.
import type { NameKind, Unit } from './gist-clauses.ts';
import type { Subject } from './gist-subject.ts';
import type { Frame } from './gist-words.ts';

/**
 * `{my}` and `{of}` stand around a thing that somebody has ("reset {my} password {of}"), `{me}` for whom something is done, `{on}` for the
 * device, `{when}` for moments, `{group}` and its like for names of that kind.
 */
export function sayFrame({ english }: Frame, units: readonly Unit[], subject: Subject, when: string): string {
  const names = (...kinds: readonly NameKind[]) =>
    list(units.flatMap(({ kind, raw }) => (kind && kinds.includes(kind) ? [raw] : [])));
  return say(
    english,
    subject.type === 'people' ? list(subject.names.map(inCapitals)) : undefined,
    subject,
    names,
    when,
  );
}

/** The same with nouns for names: what a request is about, whatever its things are called. */
export function sayTopic({ english }: Frame, subject: Subject): string {
  return say(
    english,
    subject.type === 'people' ? 'my colleague' : undefined,
    subject,
    (kind) => NOUNS[kind],
    'today',
  );
}

const NOUNS: Readonly<Record<NameKind, string>> = {
  writer: 'me',
  person: 'my colleague',
  group: '',
  app: 'the application',
  licence: 'software',
  software: 'the software',
  program: 'the software',
  printer: '',
  device: 'the laptop',
  stranger: 'Ana',
};

function say(
  english: string,
  people: string | undefined,
  subject: Subject,
  names: (...kinds: readonly [NameKind, ...NameKind[]]) => string,
  when: string,
): string {
  const my = subject.type === 'unsaid' ? 'the' : 'my';
  const laptop = people === undefined ? 'my laptop' : `${people}'s laptop`;
  const values = new Map([
    ['my', people === undefined ? my : 'the'],
    ['of', people === undefined ? '' : `of ${people}`],
    ['me', people ?? 'me'],
    ['whose', people === undefined ? my : `${people}'s`],
    ['on', `on ${names('device') || laptop}`],
    ['when', when],
    ['Person', people ?? 'I'],
    ['group', names('group')],
    ['app', names('app', 'program')],
    ['licence', names('licence')],
    ['software', names('software', 'program')],
    ['printer', names('printer')],
    ['stranger', names('stranger')],
  ]);
  return english
    .replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

/** "tom becker" is Tom Becker, so that no verb before it is read as a part of the name. */
function inCapitals(name: string): string {
  return name.includes('@') || name === 'me' || /\p{Lu}/u.test(name)
    ? name
    : name.replace(/(?<!\p{L})\p{Ll}(?=\p{L})/gu, (letter) => letter.toUpperCase());
}

function list(names: readonly string[]): string {
  return [...new Set(names)].join(' and ');
}
