import { expect, it } from 'vitest';
import { createLookups } from '../../../src/planning/embedded/lookups.ts';
import { fakeReads } from './fake-desk.ts';

const signal = new AbortController().signal;

it('makes at most sixty reads for one request', async () => {
  const reads = fakeReads({});
  const look = createLookups(reads, signal);
  for (let made = 0; made < 60; made += 1) await look.findGroups('Finance');
  await expect(look.findGroups('Finance')).rejects.toThrow(
    'The groups (find_groups) could not be read: more than 60 reads for one request',
  );
  expect(reads.calls).toHaveLength(60);
});

it('cuts a long query and skips an empty one', async () => {
  const reads = fakeReads({});
  const look = createLookups(reads, signal);
  expect(await look.findPeople('   ')).toEqual([]);
  await look.findPeople('x'.repeat(500));
  expect(reads.calls).toEqual([{ tool: 'find_people', args: { query: 'x'.repeat(100) } }]);
});

it('does not call a tool as a read that is not one', async () => {
  const reads = fakeReads({});
  const offered = reads.offered.map((tool) => ({ ...tool, risk: 'write' as const }));
  const look = createLookups({ ...reads, offered }, signal);
  await expect(look.findGroups('Finance')).rejects.toThrow('the tool is not offered here');
  expect(reads.calls).toEqual([]);
});
