// Finds who is mentioned in a message of Teams and puts readable names where Teams has markup. Who is meant is what the signed
// entity says, never the name in the text. Pure: names come from what is known already.
import type { ChatUser, Mention } from '../../src/chat.ts';
import { lookUp } from '../../src/lib/look-up.ts';
import { CUT, nameInWords } from '../../src/lib/typed-text.ts';
import { decodeEntities, escapeHtml } from './html-words.ts';

type Json = Readonly<Record<string, unknown>>;

/** What is known of somebody without a call: the account behind a member id, and the name of its profile. */
export interface Known {
  readonly userId: string | undefined;
  readonly name: string | undefined;
}
export type KnownPeople = (member: {
  readonly tenant: string;
  readonly objectId: string | undefined;
  readonly memberId: string;
}) => Known;

interface Named {
  readonly isBot: boolean;
  /** Undefined for a team, a channel, a tag, another bot: nobody who can be meant. */
  readonly user: ChatUser | undefined;
  /** As Teams shows it. */
  readonly shown: readonly string[];
  readonly name: string;
  /** Stands in the text without markup. */
  readonly literal: string | undefined;
}

const TAG =
  /<at\b[^<>]{0,500}>([^<>]*)<\/at\s*>|<span\b[^<>]{0,500}schema\.skype\.com\/Mention[^<>]{0,500}>([^<>]*)<\/span\s*>/gi;
const PERSON = /^(?:29:|8:orgid:)/;
const ORGANISATION = /^8:orgid:(.+)$/;

export class Mentions {
  readonly botMentioned: boolean;
  readonly #named: readonly Named[];
  readonly #botNames: readonly string[];
  readonly #found: Mention[] = [];

  constructor(raw: Json, tenant: string, known: KnownPeople) {
    const bot = field(raw.recipient, 'id');
    this.#named = (Array.isArray(raw.entities) ? raw.entities : [])
      .filter((entity) => field(entity, 'type') === 'mention')
      .map((entity) => readNamed(entity, bot, tenant, known));
    this.botMentioned = this.#named.some(({ isBot }) => isBot);
    const bots = this.#named.filter(({ isBot }) => isBot).flatMap(({ shown }) => shown);
    this.#botNames = [...bots, text(field(raw.recipient, 'name')) ?? ''].filter(Boolean);
  }

  /** People named in what `inWords` has read, each with the name that stands there now. */
  get people(): readonly Mention[] {
    return this.#found;
  }

  /** Own words with names in them; the bot's is cut out, whatever nickname it has in this chat. */
  inWords(markup: string): string {
    return this.#replace(markup, (named) => {
      const { user, name } = named;
      if (user && !this.#found.some((one) => one.user.id === user.id && one.name === name))
        this.#found.push({ user, name });
    });
  }

  /** The same for somebody else's words, in which nobody is mentioned by the writer of the message. */
  inMaterial(markup: string): string {
    return this.#replace(markup, () => undefined);
  }

  #replace(markup: string, meet: (named: Named) => void): string {
    const used = new Set<Named>();
    const marked = markup.replaceAll(CUT, '').replace(TAG, (_, inAt?: string, inSpan?: string) => {
      const whole = inAt ?? inSpan ?? '';
      const inner = clean(whole);
      const named = this.#named.find(({ shown }) => shown.includes(inner));
      if (named) used.add(named);
      if (named ? named.isBot : this.#botNames.includes(inner)) return CUT;
      if (named) meet(named);
      return named === undefined ? whole : escapeHtml(named.name);
    });
    return this.#named
      .filter((named) => !used.has(named))
      .reduce((words, named) => replaceLiteral(words, named, meet), marked);
  }
}

/** Some clients name people in the text without markup. */
function replaceLiteral(words: string, named: Named, meet: (named: Named) => void): string {
  const { literal } = named;
  if (literal === undefined || !words.includes(literal)) return words;
  if (!named.isBot) meet(named);
  return words.replace(literal, () => (named.isBot ? CUT : escapeHtml(named.name)));
}

function readNamed(entity: unknown, bot: unknown, tenant: string, known: KnownPeople): Named {
  const mentioned = field(entity, 'mentioned');
  const memberId = text(field(mentioned, 'id')) ?? '';
  const whole = text(field(entity, 'text'));
  const [, inTag] = /^\s*<at\b[^<>]*>([^<>]*)<\/at\s*>\s*$/i.exec(whole ?? '') ?? [];
  const official = clean(text(field(mentioned, 'name')) ?? '');
  const shown = [inTag === undefined ? '' : clean(inTag), official].filter(Boolean);
  const literal = inTag === undefined ? whole : undefined;
  if (memberId === bot) return { isBot: true, user: undefined, shown, name: '', literal };
  const objectId = text(field(mentioned, 'aadObjectId')) ?? ORGANISATION.exec(memberId)?.[1];
  if (objectId === undefined && !PERSON.test(memberId))
    return { isBot: false, user: undefined, shown, name: shown[0] ?? '', literal };
  const met = known({ tenant, objectId, memberId });
  const id = objectId ?? met.userId ?? memberId;
  const name = clean(met.name ?? '') || official || (shown[0] ?? clean(whole ?? '')) || id;
  return { isBot: false, user: { platform: 'teams', tenant, id }, shown, name, literal };
}

/** As it stands in the words afterwards. */
function clean(name: string): string {
  return nameInWords(decodeEntities(name));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? lookUp(value as Json, name) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
