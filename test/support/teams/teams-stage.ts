// The Teams adapter between a core of the test and a Teams that refuses what the real one does: its production settings,
// the real handler behind a real server, tokens both ways.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { createTeamsAdapter, type TeamsAdapter } from '../../../adapters/teams/adapter.ts';
import type { ChatUser } from '../../../src/chat.ts';
import { quiet, TestCore } from '../../adapters/slack/slack-stage.ts';
import { ManualClock } from '../manual-clock.ts';
import { Connector } from './connector.ts';
import { APP_ID, APP_PASSWORD, type LoginHosts, loginHosts, MSP_TENANT } from './login-hosts.ts';
import type { TeamsMember } from './people.ts';
import { TeamsHttp } from './teams-http.ts';
import { TeamsRoom } from './teams-room.ts';
import { TeamsWorld } from './teams-world.ts';

/** Longer than a press waits for its card's newest state, shorter than any deadline of the adapter's own. */
const MOST_PAUSE_MS = 900;

export const TEAMS_SETTINGS = {
  appId: APP_ID,
  appPassword: APP_PASSWORD,
  tenantId: MSP_TENANT,
  appType: 'SingleTenant',
} as const;

/** The person as the adapter's events name them. */
export function chatUser(person: TeamsMember): ChatUser {
  return { platform: 'teams', tenant: person.tenant, id: person.aadObjectId };
}

export interface TeamsStage {
  readonly adapter: TeamsAdapter;
  readonly core: TestCore;
  readonly login: LoginHosts;
  readonly connector: Connector;
  readonly http: TeamsHttp;
  /** Nothing follows from what people do: the core only notes it. */
  readonly room: TeamsRoom;
  readonly url: string;
  user(name: string): ChatUser;
  /** Fails if the adapter asked for anything that Teams does not have, or for another host. */
  stop(): Promise<void>;
}

/** @param installed who has the app in a chat of their own; what Teams sends about that is not among the core's events */
export async function raiseTeamsStage(
  installed: readonly string[] = ['dana', 'mia'],
  more: Partial<Omit<Parameters<typeof createTeamsAdapter>[0], 'clock'>> = {},
): Promise<TeamsStage> {
  const login = await loginHosts();
  const connector = await Connector.start(login, new TeamsWorld());
  const core = new TestCore();
  const clock = new ManualClock();
  const adapter = createTeamsAdapter({
    ...TEAMS_SETTINGS,
    log: quiet,
    clock,
    knowsTenant: () => true,
    ...more,
  });
  const server = createServer(adapter.requestHandler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  await adapter.start(core.onEvent);
  const http = new TeamsHttp(url, login);
  http.wait = (answer) => clock.untilAnswered(answer, MOST_PAUSE_MS);
  const room = new TeamsRoom(connector, http, async () => {});
  for (const name of installed) await room.installs(name);
  core.events.length = 0;
  connector.calls.length = 0;
  const stop = async () => {
    await adapter.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await connector.stop();
    expect([...connector.strays, ...login.strays.splice(0)]).toEqual([]);
  };
  const user = (name: string) => chatUser(room.person(name));
  return { adapter, core, login, connector, http, room, url, user, stop };
}
