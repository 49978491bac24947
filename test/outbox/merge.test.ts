// When a person's messages fall behind the platform's limit: different people are shown different cards first, and what
// waits stands in one queue message that is edited in place.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../cards/card.ts';
import { ConversationQueue } from '../../src/outbox/conversation-queue.ts';
import type { OutboxRow } from '../../src/outbox/outgoing.ts';

const row = (title: string): Row => ({ title });
const LIMIT_MS = 1000;

function post(channel: string, name: string): OutboxRow {
  return {
    id: `${channel}-${name}`,
    key: `${channel}-${name}`,
    conversation: channel,
    kind: 'post',
    to: { type: 'address', address: { platform: 'slack', tenant: 'T', channel } },
    content: name,
    onlyFor: undefined,
    subject: name,
    merge: { group: 'approvals', row: row(name) },
    target: undefined,
    tries: 0,
    doubtful: false,
  };
}

function update(channel: string, name: string, shows?: string): OutboxRow {
  const id = `${channel}-${name}-update-${shows ?? 'gone'}`;
  const merge = shows === undefined ? undefined : { group: '', row: row(shows) };
  return {
    ...post(channel, name),
    id,
    key: id,
    kind: 'update',
    subject: undefined,
    merge,
    target: `${channel}-${name}`,
  };
}

const ref = { platform: 'slack', tenant: 'T', channel: 'C1', message: 'q1' } as const;
const names = (rows: readonly OutboxRow[]) => rows.map((entry) => entry.merge?.row.title);

let queue: ConversationQueue;
beforeEach(() => {
  queue = new ConversationQueue();
});

const sent = (now: number, shown: readonly string[] = []) => {
  const next = queue.next(now, new Set(shown), false);
  return next.type === 'send' ? next.row.content : next.type;
};

/** Four cards wait, and the platform has just refused a post. */
function fallBehind(): void {
  for (const name of ['a', 'b', 'c', 'd']) queue.add(post('C1', name), 0);
  queue.limit(0, LIMIT_MS);
  queue.hold('post', LIMIT_MS);
}

test('while the platform takes everything, each post goes out by itself, in order', () => {
  for (const name of ['a', 'b', 'c']) queue.add(post('C1', name), 0);
  expect([sent(0, ['a', 'b']), sent(0), sent(9000), sent(9000)]).toEqual(['a', 'b', 'c', 'empty']);
});

describe('behind the limit', () => {
  beforeEach(fallBehind);
  afterEach(() => expect(queue.merged.group === undefined || queue.merged.group === 'approvals').toBe(true));

  test('what nobody has been shown yet goes first', () => {
    expect(sent(LIMIT_MS, ['a', 'b'])).toBe('c');
  });

  test('posts are spaced as the platform asked', () => {
    expect(sent(LIMIT_MS)).toBe('a');
    queue.posted(LIMIT_MS);
    expect(sent(LIMIT_MS + 999)).toBe('wait');
    expect(sent(2 * LIMIT_MS)).toBe('b');
  });

  test('what has waited becomes one queue message, which then is edited at most once a second', () => {
    sent(0);
    expect(sent(2500)).toBe('queue_message');
    expect(names(queue.merged.rows())).toEqual(['a', 'b', 'c', 'd']);
    const fresh = queue.merged.showed(ref, queue.merged.rows(), 2500);
    queue.posted(2500);
    expect(fresh.map((entry) => entry.key)).toEqual(['C1-a', 'C1-b', 'C1-c', 'C1-d']);
    queue.add(update('C1', 'b'), 2600);
    expect(sent(2600)).toBe('wait');
    expect(sent(3499)).toBe('wait');
    expect(sent(3500, ['a', 'c', 'd'])).toBe('queue_message');
    expect(names(queue.merged.rows())).toEqual(['a', 'c', 'd']);
  });

  test('a merged row that nobody was shown by itself is, as soon as there is room', () => {
    sent(0);
    sent(2500);
    queue.merged.showed(ref, queue.merged.rows(), 2500);
    queue.posted(2500);
    expect(sent(2500 + LIMIT_MS, ['a'])).toBe('b');
    expect(names(queue.merged.rows())).toEqual(['a', 'c', 'd']);
  });

  test('such a row is waited for, also when nothing else is left and the refusal is long ago', () => {
    sent(0);
    sent(2500);
    queue.merged.showed(ref, queue.merged.rows(), 2500);
    queue.posted(2500);
    expect(sent(2600, ['a', 'b', 'c'])).toBe('wait');
    expect(sent(2600, ['a', 'b', 'c', 'd'])).toBe('empty');
    expect(sent(60_000, ['a', 'b', 'c'])).toBe('d');
  });

  test('an update changes the row, or takes it away with the post it stood for', () => {
    sent(0);
    sent(2500);
    queue.merged.showed(ref, queue.merged.rows(), 2500);
    const changed = queue.add(update('C1', 'a', 'a, half approved'), 2600);
    const removed = queue.add(update('C1', 'b'), 2600);
    expect(changed.map((entry) => entry.id)).toEqual(['C1-a-update-a, half approved']);
    expect(removed.map((entry) => entry.id)).toEqual(['C1-b-update-gone', 'C1-b']);
    expect(names(queue.merged.rows())).toEqual(['a, half approved', 'c', 'd']);
  });

  test('what was decided before it could be shown here is not posted', () => {
    const done = queue.add(update('C1', 'a'), 500);
    expect(done.map((entry) => entry.id)).toEqual(['C1-a-update-gone', 'C1-a']);
    expect(sent(LIMIT_MS)).toBe('b');
  });

  test('an emptied queue message is history: the next backlog gets a new one', () => {
    sent(0);
    sent(2500);
    queue.merged.showed(ref, queue.merged.rows(), 2500);
    for (const name of ['a', 'b', 'c', 'd']) queue.add(update('C1', name), 2600);
    expect(sent(3500)).toBe('queue_message');
    queue.merged.showed(ref, [], 3500);
    expect(queue.merged.ref).toBeUndefined();
    expect(sent(9000)).toBe('empty');
  });
});

test('after a restart the rows of a queue message are known, and updates reach them', () => {
  queue.merged.restore(post('C1', 'a'), ref);
  queue.merged.restore(post('C1', 'b'), ref);
  queue.add(update('C1', 'a'), 0);
  expect(sent(0, ['b'])).toBe('queue_message');
  expect(names(queue.merged.rows())).toEqual(['b']);
});

test('edits wait for newer ones of the same message; posts do not wait for edits', () => {
  expect(queue.add(update('C1', 'x', 'one'), 0)).toEqual([]);
  expect(queue.add(update('C1', 'x', 'two'), 100).map((entry) => entry.id)).toEqual(['C1-x-update-one']);
  queue.add({ ...post('C1', 'p'), merge: undefined }, 150);
  expect(sent(150)).toBe('p');
  expect(sent(150)).toBe('wait');
  const next = queue.next(200, new Set(), false);
  expect(next.type === 'send' && next.row.id).toBe('C1-x-update-two');
});

test('an edit is not put off for ever by a conversation that never rests', () => {
  queue.add(update('C1', 'x', 'one'), 0);
  for (const name of ['a', 'b']) queue.add({ ...post('C1', name), merge: undefined }, 0);
  expect(sent(300)).toBe('a');
  expect(sent(500)).toBe('x');
  expect(sent(500)).toBe('b');
});
