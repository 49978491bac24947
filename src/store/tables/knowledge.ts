// What can be searched, and which files it came from.
import type { Kit } from '../kit.ts';

export const knowledgeTables = (k: Kit) => {
  /** What can be searched, one row per section; the words stand in an index of the database's own kind beside it. */
  const searchEntries = k.table(
    'search_entries',
    {
      /** A number from `counters`: SQLite's index knows rows by number only. */
      id: k.int('id').primaryKey(),
      clientId: k.text('client_id').notNull(),
      kind: k.text<'document' | 'ticket'>('kind').notNull(),
      /** A document's path, a ticket's id. */
      key: k.text('key').notNull(),
      title: k.text('title').notNull(),
      text: k.text('text').notNull(),
      /** What a hit is shown with. */
      details: k.json('details').notNull(),
    },
    (t) => [k.index('search_entries_key').on(t.clientId, t.kind, t.key)],
  );

  const documents = k.table(
    'documents',
    {
      clientId: k.text('client_id').notNull(),
      /** Inside the client's folder. */
      path: k.text('path').notNull(),
      /** Of the content, so that an unchanged file is not read again. */
      hash: k.text('hash').notNull(),
      /** How a file that could not be read is reported; null: it is in the index. */
      skipped: k.text('skipped'),
      readAt: k.time('read_at').notNull(),
    },
    (t) => [k.uniqueIndex('documents_path').on(t.clientId, t.path)],
  );

  return { searchEntries, documents };
};
