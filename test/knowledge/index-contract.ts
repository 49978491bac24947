// What the index promises on every database: a client's texts are found by that client alone, by words and never by query
// syntax, without accents, best first; what is replaced or removed is gone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indexDialect } from '../../src/knowledge/index-dialects.ts';
import { createSearchIndex, type Entry, type SearchIndex } from '../../src/knowledge/search-index.ts';
import { type Database, q } from '../../src/store/database.ts';
import { sql } from '../../src/store/drizzle.ts';

const HOSTILE = [
  '"',
  "'",
  '*',
  '(',
  ')',
  'vpn" OR "payroll',
  "vpn' | 'payroll",
  "') & !('",
  'NEAR(vpn payroll)',
  'title:vpn AND',
  '^vpn',
  'vpn -payroll',
  'words : *',
  '{title words} : x',
  '\\',
  "\\'",
  ':A',
  '<->',
  '!vpn',
  "'; drop table search_entries; --",
  '\u0000',
  '\uD800',
  '%',
  '🙂'.repeat(300),
  'ticketx61',
  '@documentx61',
  'scope : "documentx61"',
  'x'.repeat(5000),
];

export function indexContract(name: string, open: () => Promise<Database>): void {
  describe(`the index on ${name}`, () => {
    let database: Database;
    let index: SearchIndex;
    const put = (entry: Partial<Entry> & { title?: string; text?: string }) =>
      database.transaction((db) =>
        index.put(db, {
          clientId: 'acme',
          kind: 'document',
          key: entry.title ?? 'k',
          sections: [{ title: entry.title ?? '', text: entry.text ?? '' }],
          details: {},
          ...entry,
        }),
      );
    const search = async (query: string, clientId = 'acme', kind: 'document' | 'ticket' = 'document') =>
      (await index.search({ clientId, kind }, query, 5)).map(({ key }) => key);

    beforeAll(async () => {
      database = await open();
      index = createSearchIndex(database);
      await put({ title: 'VPN', text: 'Open the client and connect with your card.' });
      await put({ title: 'Crème brûlée', text: 'Le café de l’équipe: Zürich.' });
      await put({
        title: 'Printers',
        text: 'Toner is in the cupboard. The vpn is not needed for printing on paper at all.',
      });
      await put({ title: 'Payroll', text: 'canary-acme: paid on the 25th' });
      await put({ clientId: 'birch', title: 'Payroll of Birch', text: 'canarybirch: paid on the 26th' });
      await put({ kind: 'ticket', key: 't1', title: 'Payroll export hangs', text: 'canaryticket' });
    });
    afterAll(() => database.close());

    test.each([
      { name: 'a word', query: 'payroll', finds: ['Payroll'] },
      { name: 'a title before a mention', query: 'what is our VPN', finds: ['VPN', 'Printers'] },
      { name: 'without accents', query: 'creme brulee', finds: ['Crème brûlée'] },
      { name: 'with other accents, in capitals', query: 'CAFÉ ZÜRICH', finds: ['Crème brûlée'] },
      { name: 'everyday words alone', query: 'how do I use this, please help me with it', finds: [] },
      { name: 'an unknown word', query: 'zeppelin', finds: [] },
      { name: 'nothing', query: '   ', finds: [] },
      { name: 'one word of many in the body', query: 'cupboard zeppelin airship mooring mast', finds: [] },
      {
        name: 'more words than are searched for',
        query: 'zeppelin airship mooring mast hydrogen gondola vpn',
        finds: ['VPN'],
      },
    ])('finds by $name', async ({ query, finds }) => {
      expect(await search(query)).toEqual(finds);
    });

    test('shows another client nothing, whatever it asks for', async () => {
      expect(await search('canarybirch payroll')).toEqual(['Payroll']);
      expect(await search('canarybirch payroll', 'birch')).toEqual(['Payroll of Birch']);
      expect(await search('payroll', 'nobody')).toEqual([]);
      expect(await search('payroll', 'acme', 'ticket')).toEqual(['t1']);
      expect(await search('canaryticket', 'birch', 'ticket')).toEqual([]);
    });

    test('a text that holds the mark of another scope stays where it is', async () => {
      const mark = `documentx${Buffer.from('acme').toString('hex')}`;
      await put({ clientId: 'birch', title: 'Trojan', text: `@${mark} ${mark} trojan horse` });
      expect(await search('trojan horse')).toEqual([]);
      expect(await search('trojan horse', 'birch')).toEqual(['Trojan']);
    });

    test.each(HOSTILE.map((query) => ({ name: JSON.stringify(query).slice(0, 40), query })))(
      'reads $name as words',
      async ({ query }) => {
        const keys = await search(`${query} canarybirch`);
        expect(keys).not.toContain('Payroll of Birch');
        await put({ key: 'hostile', title: query, text: `${query} kept` });
        expect(await search('brulee')).toEqual(['Crème brûlée']);
      },
    );

    test('what is put again takes the place of all its sections; what is removed is gone', async () => {
      const sections = ['quokka one', 'quokka two'].map((text) => ({ title: 'Animals', text }));
      await put({ key: 'animals', sections });
      expect(await search('quokka')).toEqual(['animals']);
      await put({ key: 'animals', sections: [{ title: 'Animals', text: 'wombat' }] });
      expect(await search('quokka')).toEqual([]);
      expect(await search('wombat')).toEqual(['animals']);
      await database.transaction((db) =>
        index.remove(db, { clientId: 'birch', kind: 'document', key: 'animals' }),
      );
      expect(await search('wombat')).toEqual(['animals']);
      await database.transaction((db) =>
        index.remove(db, { clientId: 'acme', kind: 'document', key: 'animals' }),
      );
      expect(await search('wombat')).toEqual([]);
    });

    test('what is removed leaves no words behind in the index itself', async () => {
      const { table, matches } = indexDialect(database.dialect);
      const scope = { clientId: 'acme', kind: 'document' } as const;
      const left = () =>
        database.read(function* ({ tx }) {
          const rows = yield* q(
            tx
              .select({ count: sql`count(*)` })
              .from(sql.raw(table))
              .where(matches(scope, ['numbat'])),
          );
          return Number(rows[0]?.count);
        });
      await put({ key: 'numbat', title: 'Numbat' });
      expect(await left()).toBe(1);
      await database.transaction((db) => index.remove(db, { ...scope, key: 'numbat' }));
      expect(await left()).toBe(0);
    });

    test('gives the paragraph that fits and the details', async () => {
      await put({
        key: 'long',
        title: 'Guide',
        text: `${'filler\n\n'.repeat(50)}The gizmo is reset here.`,
        details: { a: 1 },
      });
      expect(await index.search({ clientId: 'acme', kind: 'document' }, 'gizmo', 5)).toEqual([
        { key: 'long', title: 'Guide', excerpt: 'The gizmo is reset here.', details: { a: 1 } },
      ]);
    });

    test('a unit that fails leaves nothing behind', async () => {
      const failing = database.transaction(function* (db) {
        const sections = [{ title: 'Narwhal', text: 'narwhal' }];
        yield* index.put(db, { clientId: 'acme', kind: 'document', key: 'n', sections, details: {} });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await search('narwhal')).toEqual([]);
    });
  });
}
