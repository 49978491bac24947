// "Where do I add a tool?": the names that recipes, status lines and look-ups are held to are those of the tools there are, and
// a change that nothing carries out never passes for done. That a verb needs its tool is shown in compiler-leads.test.ts.
import { expect, test } from 'vitest';
import type { Product } from '../../src/integrations/kind.ts';
import { createMemoryChangeLog } from '../../src/integrations/sandbox/change-log.ts';
import { createSandbox } from '../../src/integrations/sandbox/create-sandbox.ts';
import { readSandboxFile } from '../../src/integrations/sandbox/read-sandbox-file.ts';
import { progressWords } from '../../src/planning/model/progress-words.ts';
import type { ChangeTool, ReadTool } from '../../src/tools/tool-name.ts';
import { ManualClock } from '../support/manual-clock.ts';

/** Another name in tool-name.ts wants its line here, and its tool. */
const READS: Readonly<Record<ReadTool, true>> = {
  find_apps: true,
  find_devices: true,
  find_groups: true,
  find_licences: true,
  find_people: true,
  find_software: true,
  get_person: true,
  list_devices: true,
  list_sign_ins: true,
  search_documents: true,
  similar_tickets: true,
};
const CHANGES: Readonly<Record<ChangeTool, true>> = {
  add_group_member: true,
  assign_app: true,
  assign_licence: true,
  create_user: true,
  disable_user: true,
  install_software: true,
  remove_group_member: true,
  remove_licence: true,
  reset_mfa: true,
  reset_password: true,
  restart_spooler: true,
  revoke_app: true,
  revoke_sessions: true,
  unlock_account: true,
};

const WORLD = readSandboxFile('acme: { people: [{ email: dana@acme.example, name: Dana, locked: true }] }');

function sandbox(changes = createMemoryChangeLog()): Product {
  return createSandbox({ clientId: 'acme', world: WORLD, changes, clock: new ManualClock() });
}

test('the sandbox, which can do everything, has exactly the tools that have names', () => {
  const { tools } = sandbox();
  const named = (risk: 'reads' | 'changes') =>
    tools
      .filter((tool) => (tool.risk === 'read') === (risk === 'reads'))
      .map(({ name }) => name)
      .toSorted();
  expect(named('reads')).toEqual(Object.keys(READS));
  expect(named('changes')).toEqual(Object.keys(CHANGES));
});

test('every look-up has words for the requester, and none of them names the tool', () => {
  for (const name of Object.keys(READS))
    expect(progressWords(name)).toMatch(/^(?:Looking at|Reading) [a-z -]+$/);
  expect(progressWords('crm.find')).toBe('Looking things up');
  expect(progressWords('constructor')).toBe('Looking things up');
});

test('a logged change that this version does not know stops the sandbox by name; nothing seems done', async () => {
  const changes = createMemoryChangeLog();
  await changes.append({ key: 'run:1/enablePerson', at: 0, verb: 'enablePerson' as 'unlock', args: {} });
  const product = sandbox(changes);
  const says =
    'The sandbox\'s log holds a change "enablePerson" that this version of Deskhand does not know.';
  await expect(product.check(new AbortController().signal)).rejects.toThrow(says);
  const unlock = product.directory?.unlock('dana@acme.example', {
    key: 'run:2',
    signal: new AbortController().signal,
  });
  await expect(unlock).rejects.toThrow(says);
  expect(await changes.all()).toHaveLength(1);
});
