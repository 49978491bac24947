// Whoever is mentioned in a message is named in its words as their profile names them, so that planning reads that person and
// nobody else. It names people; it never says what is done to them. Whom the platform no longer knows keeps the name that stands there.
import { ChatError, type Mention, type MessageEvent } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { nameInWords } from '../../lib/typed-text.ts';

/** Nobody asks for something about more people at once; each may cost a call. */
const MOST = 20;

/** @throws ChatError where the platform does not answer now: a name that is missing would be read as somebody else */
export async function nameMentions(core: Pick<Core, 'adapters'>, event: MessageEvent): Promise<MessageEvent> {
  let { own } = event;
  const mentions: Mention[] = [];
  for (const mention of event.mentions.slice(0, MOST)) {
    const name = (await profileName(core, mention)) ?? mention.name;
    own = replaceName(own, mention.name, name);
    mentions.push({ ...mention, name });
  }
  return { ...event, own, mentions: [...mentions, ...event.mentions.slice(MOST)] };
}

/** What is said beside the names: "thanks Sam Ortiz" is thanks. */
export function withoutNames({ own, mentions }: Pick<MessageEvent, 'own' | 'mentions'>): string {
  return mentions.reduce((words, { name }) => replaceName(words, name, ' '), own).trim();
}

async function profileName(core: Pick<Core, 'adapters'>, { user }: Mention): Promise<string | undefined> {
  try {
    const profile = await core.adapters.get(user.platform)?.profile(user);
    return nameInWords(profile?.name ?? '') || undefined;
  } catch (error) {
    if (error instanceof ChatError && (error.kind === 'gone' || error.kind === 'refused')) return undefined;
    throw error;
  }
}

/** Whole names only: who is mentioned as "Al" is not in "also". */
function replaceName(words: string, name: string, by: string): string {
  if (name === '' || name === by) return words;
  return words.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'gu'),
    () => by,
  );
}
