// What the clauses of a message that ask for a deed say together, in English: which of them count, and whom each is about.
import type { GistClause } from './gist-clauses.ts';
import { peopleOf, type Subject } from './gist-subject.ts';
import type { Frame } from './gist-words.ts';
import { sayFrame, sayTopic } from './say-frame.ts';

export interface Asked {
  readonly frame: Frame;
  /** With what it was lent by another. */
  readonly clause: GistClause;
  /** As it stands in the message. */
  readonly from: GistClause;
  readonly subject: Subject;
}

const OWN = ['my', 'me', 'myself', 'writer'];
/** More than that is no plain request. */
const MOST_DEEDS = 3;

/** What is wished, or else what is complained of; a wish that names no thing ("bitte zurücksetzen") is of what was complained of. */
export function sayAll(
  asked: readonly Asked[],
  spoken: readonly GistClause[],
): { readonly text: string; readonly topic: string } | undefined {
  const units = spoken.flatMap((clause) => clause.units);
  const isSomebodyNamed = peopleOf(units).length > 0;
  const devices = units.filter(({ kind }) => kind === 'device');
  const of = (mood: Frame['mood']) => asked.filter(({ frame }) => frame.mood === mood);
  const [wishes, states, echoes] = [of('wish'), of('state'), of('echo')];
  const isEchoed = ({ frame }: Asked) =>
    [...wishes, ...states].some((other) => frame.deed.split('|').includes(other.frame.deed));
  // Beside a wish, what echoes nothing is talk.
  if (wishes.length === 0 && !echoes.every(isEchoed)) return undefined;
  const chosen = wishes.length > 0 ? wishes : states;
  if (chosen.length === 0 || chosen.length > MOST_DEEDS) return undefined;
  const moments = asked.flatMap(({ clause }) => clause.units.flatMap(({ english }) => english ?? []));
  const when = [...new Set(moments)]
    .filter((moment) => /\d|day|week|month|morning|noon|night|now/i.test(moment))
    .join(' ');
  const said: string[] = [];
  const topics: string[] = [];
  for (const { frame, clause, subject } of chosen) {
    const settled = subject.type === 'unsaid' ? subjectAround(asked, frame, spoken) : subject;
    // Somebody is named who may be meant.
    if (settled.type === 'unclear' || (settled.type === 'unsaid' && isSomebodyNamed)) return undefined;
    said.push(sayFrame(frame, [...clause.units, ...devices], settled, when));
    topics.push(sayTopic(frame, settled));
  }
  return { text: sentences(said), topic: sentences(topics) };
}

/** "Sam hat sich ausgesperrt. Bitte Konto entsperren": whom the rest of the message is about. */
function subjectAround(asked: readonly Asked[], { deed }: Frame, spoken: readonly GistClause[]): Subject {
  const others = asked.filter(
    ({ frame, subject }) => subject.type !== 'unsaid' && (frame.deed === deed || frame.mood === 'echo'),
  );
  const [first, ...rest] = new Map(others.map(({ subject }) => [JSON.stringify(subject), subject])).values();
  return rest.length > 0 ? { type: 'unclear' } : (first ?? subjectAbove(spoken));
}

/** Who is spoken of where the clause names nobody: "Erin Cole: account locked", "Tom can't get in. Password forgotten". */
function subjectAbove(spoken: readonly GistClause[]): Subject {
  const names = peopleOf(spoken.flatMap((clause) => clause.units));
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) return { type: 'unsaid' };
  const naming = spoken.filter(({ units }) => units.some(({ kind }) => kind === 'person'));
  // "I stand in for Rosa": the writer, who tells of somebody.
  if (naming.every(({ units: [first] }) => OWN.some((own) => first?.classes.has(own))))
    return { type: 'self' };
  const leads = ({ units }: GistClause) =>
    units[0]?.kind === 'person' && !units.some(({ classes }) => classes.has('says'));
  return naming.every(leads) && !spoken.some(isOfWriter) ? { type: 'people', names } : { type: 'unsaid' };
}

function isOfWriter({ units }: GistClause): boolean {
  return units.some(({ classes }) => OWN.some((own) => classes.has(own)));
}

function sentences(said: readonly string[]): string {
  return `${[...new Set(said)].join('. ')}.`;
}
