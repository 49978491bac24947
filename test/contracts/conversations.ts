// What every database promises about conversations. Run as part of the store contract.
import { expect, test } from 'vitest';
import { createConversationStore, type StoredConversation } from '../../src/outbox/conversations.ts';
import type { Database } from '../../src/store/database.ts';

const chat: StoredConversation = {
  tenant: 't1',
  channel: 'a:1',
  kind: 'personal',
  userId: 'u1',
  reference: { serviceUrl: 'https://smba.example/emea/', botId: '28:b', greeted: true },
  gone: false,
};

export function conversationContract(store: { readonly database: Database }): void {
  test('conversations are kept by platform, tenant and channel, and the last word about one holds', async () => {
    const conversations = createConversationStore(store.database, 'teams');
    const later = {
      ...chat,
      userId: undefined,
      gone: true,
      reference: { serviceUrl: 'https://other.example/' },
    };
    await conversations.save(chat, new Date(1000));
    await conversations.save({ ...chat, tenant: 't2' }, new Date(2000));
    await conversations.save(later, new Date(3000));
    expect(await conversations.all()).toEqual([later, { ...chat, tenant: 't2' }]);
    expect(await createConversationStore(store.database, 'slack').all()).toEqual([]);
  });
}
