// Without a token that holds nothing is sent. In a file of its own: botbuilder keeps a token for the life of a process,
// so the wrong password has to be the first one it asks with.
import { afterEach, expect, it } from 'vitest';
import { ACME_TENANT } from '../../support/teams/people.ts';
import { raiseTeamsStage, type TeamsStage } from '../../support/teams/teams-stage.ts';
import { HELPDESK } from '../../support/teams/teams-world.ts';

let stage: TeamsStage;
afterEach(() => stage.stop());

const post = () =>
  stage.adapter.post({ platform: 'teams', tenant: ACME_TENANT, channel: HELPDESK }, 'hello', { key: 'k1' });

it('a wrong password: nothing left, so it may be tried again', async () => {
  stage = await raiseTeamsStage(['dana'], { appPassword: 'wrong' });
  await expect(post()).rejects.toMatchObject({ name: 'ChatError', doubtful: false });
  expect(stage.connector.calls).toEqual([]);
  expect(stage.login.tokenRequests.length).toBeGreaterThan(0);
  await expect(post()).rejects.not.toThrow('wrong');
});

it('a token that does not hold any more: refused before it stands, so it may be tried again', async () => {
  stage = await raiseTeamsStage(['dana']);
  await post();
  stage.login.revokeAll();
  await expect(post()).rejects.toMatchObject({ name: 'ChatError', doubtful: false });
  expect(stage.room.messages('sam')).toHaveLength(1);
});
