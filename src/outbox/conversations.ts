// Where the bot may write on a platform that gives an address for each conversation. Learned from verified activities; it
// holds no words and no secret.
import type { Platform } from '../chat.ts';
import { newId } from '../lib/ids.ts';
import type { Json } from '../lib/json.ts';
import { type Database, q } from '../store/database.ts';
import { asc, eq } from '../store/drizzle.ts';

export interface StoredConversation {
  readonly tenant: string;
  readonly channel: string;
  readonly kind: 'personal' | 'group' | 'channel';
  /** Of a personal chat: whose it is, as events name the person. */
  readonly userId?: string | undefined;
  /** What the platform needs to write there again, in its own words. */
  readonly reference: Readonly<Record<string, Json>>;
  /** The app was taken out of it. */
  readonly gone: boolean;
}

export interface ConversationStore {
  /** In the order in which they were first seen. */
  all(): Promise<readonly StoredConversation[]>;
  /** Writes it in place of what was known of this channel. */
  save(conversation: StoredConversation, now: Date): Promise<void>;
}

export function createConversationStore(database: Database, platform: Platform): ConversationStore {
  return {
    all: () =>
      database.read(function* ({ tx, t }) {
        const rows = yield* q(
          tx
            .select()
            .from(t.conversations)
            .where(eq(t.conversations.platform, platform))
            .orderBy(asc(t.conversations.id)),
        );
        return rows.map(({ tenant, channel, kind, userId, reference, gone }) => ({
          tenant,
          channel,
          kind,
          userId: userId ?? undefined,
          reference,
          gone,
        }));
      }),
    save: ({ userId = null, ...conversation }, now) =>
      database.transaction(function* ({ tx, t }) {
        const row = { ...conversation, userId, seenAt: now };
        yield* q(
          tx
            .insert(t.conversations)
            .values({ ...row, id: newId(now.getTime()), platform })
            .onConflictDoUpdate({
              target: [t.conversations.platform, t.conversations.tenant, t.conversations.channel],
              set: row,
            }),
        );
      }),
  };
}
