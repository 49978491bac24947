// The desk with Teams around it, and Slack beside it where a test wants both: the production app behind a real HTTP
// server, activities signed as Microsoft signs them, answers into a Bot Connector that refuses what Teams refuses.
import { expect } from 'vitest';
import type { DeskFileForm } from '../../src/desk/schema.ts';
import { createJobStore } from '../../src/jobs/store.ts';
import { MINUTE_MS } from '../../src/lib/clock.ts';
import { createOutboxStore } from '../../src/outbox/store.ts';
import type { Planner } from '../../src/planning/planner.ts';
import { manifestScopes } from '../adapters/slack/slack-stage.ts';
import { ManualClock } from './manual-clock.ts';
import { raiseServedDesk, type ServedDesk } from './served-desk.ts';
import { SIGNING_SECRET } from './slack-client.ts';
import { SLACK_PEOPLE } from './slack-people.ts';
import { SlackRoom } from './slack-room.ts';
import { httpTransport } from './slack-transport.ts';
import { BOT_TOKEN, type SlackWeb, startSlackWeb } from './slack-web.ts';
import { Connector } from './teams/connector.ts';
import { APP_ID, APP_PASSWORD, type LoginHosts, loginHosts, MSP_TENANT } from './teams/login-hosts.ts';
import { ACME_TENANT, BIRCH_TENANT, TEAMS_PEOPLE, type TeamsMember } from './teams/people.ts';
import { roughWeather } from './teams/rough-weather.ts';
import { TeamsHttp } from './teams/teams-http.ts';
import { TeamsRoom } from './teams/teams-room.ts';
import { TeamsWorld } from './teams/teams-world.ts';

/** Plainly, or with every activity delivered twice and refusals and lost answers in between. */
export type Everything = 'once' | 'twice with faults';
export const EVERYTHING: readonly Everything[] = ['once', 'twice with faults'];

export interface TeamsDeskOptions {
  readonly everything?: Everything;
  /** Changes the shipped desk before it is written as the desk file. */
  readonly desk?: (desk: DeskFileForm) => DeskFileForm;
  readonly planner?: Planner;
  /** Further variables of the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Slack over HTTP beside Teams, as `desk.slack`; the same people are there. */
  readonly slack?: boolean;
  readonly people?: readonly TeamsMember[];
  /** Who has the app from the start: everybody of a known tenant. */
  readonly installed?: readonly string[];
}

export interface TeamsDesk extends TeamsRoom, Omit<ServedDesk, 'origin'> {
  readonly login: LoginHosts;
  /** People in Slack, if the desk has it. */
  readonly slack: SlackRoom;
  /** Of POST /api/messages. */
  readonly url: string;
  /** Until nothing waits for another try any more; time moves. */
  outlast(): Promise<void>;
}

/** Longer than edits wait and than the answer to a press does, and shorter than any deadline. */
const MOST_PAUSE_MS = 900;

/** Fails at `close` if the bot asked for anything that Teams does not have, or for another host. */
export async function raiseTeamsDesk(options: TeamsDeskOptions = {}): Promise<TeamsDesk> {
  const clock = new ManualClock();
  const login = await loginHosts();
  const people = options.people ?? TEAMS_PEOPLE;
  const connector = await Connector.start(login, new TeamsWorld(people), () => clock.now().getTime());
  const web = options.slack === true ? await startSlackWeb(manifestScopes(), SLACK_PEOPLE) : undefined;
  const change = options.desk ?? ((desk) => desk);
  const served = await raiseServedDesk({
    clock,
    planner: options.planner,
    desk: (shipped) => change(deskFor(shipped, web)),
    env: {
      TEAMS_APP_ID: APP_ID,
      TEAMS_APP_PASSWORD: APP_PASSWORD,
      TEAMS_TENANT_ID: MSP_TENANT,
      ...(web === undefined ? {} : slackEnv(web)),
      ...options.env,
    },
  });
  const url = `${served.origin}/api/messages`;
  const http = new TeamsHttp(url, login);
  // A pressed card is answered with its newest state, which the desk waits for.
  http.wait = (answer) => clock.untilAnswered(answer, MOST_PAUSE_MS, () => served.app.settle());
  const rough = options.everything === 'twice with faults';
  const settle = rough ? () => outlast(served) : () => served.app.settle();
  const room = new TeamsRoom(connector, http, settle);
  const slack = web && new SlackRoom(web, httpTransport(`${served.origin}/slack/events`, clock), settle);
  const known = people.filter(({ tenant }) => [MSP_TENANT, ACME_TENANT, BIRCH_TENANT].includes(tenant));
  for (const name of options.installed ?? known.map((person) => person.name)) await room.installs(name);
  if (rough) {
    http.twice = true;
    connector.weather = roughWeather();
  }
  return Object.assign(room, {
    ...served,
    login,
    url,
    outlast: () => outlast(served),
    move: async (ms: number) => {
      clock.advance(ms);
      await settle();
    },
    // Asked for only where a test raised it.
    slack: slack as SlackRoom,
    close: async () => {
      await served.close();
      await connector.stop();
      await web?.stop();
      expect([...connector.strays, ...login.strays.splice(0)]).toEqual([]);
    },
  });
}

/** The shipped desk with the tenants of its people, and with the Slack workspace if there is one. */
function deskFor(desk: DeskFileForm, web: SlackWeb | undefined): DeskFileForm {
  const teams: Readonly<Record<string, string>> = {
    'acme-dental': ACME_TENANT,
    'birch-legal': BIRCH_TENANT,
  };
  const workspace = web === undefined ? {} : { slack_teams: [web.team] };
  return {
    ...desk,
    msp: { ...desk.msp, teams_tenants: [MSP_TENANT], ...workspace },
    people: desk.people?.map((person) =>
      person.name === 'Lee Park' ? { ...person, email: 'lee.park@north-msp.example' } : person,
    ),
    clients: desk.clients?.map((client) => ({
      ...client,
      teams_tenants: [teams[client.id] ?? ''].filter((tenant) => tenant !== ''),
      ...workspace,
    })),
  };
}

function slackEnv(web: SlackWeb): Record<string, string> {
  return {
    SLACK_MODE: 'http',
    SLACK_API_URL: web.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
  };
}

/** Until nothing waits for another try any more. Time moves, as what failed is tried again later. */
async function outlast({ app, clock }: ServedDesk): Promise<void> {
  const outbox = createOutboxStore(app.core.database);
  const jobs = createJobStore(app.core.database);
  const soonDue = async () => {
    const next = await jobs.nextDue();
    return next !== undefined && next.getTime() - clock.now().getTime() < MINUTE_MS;
  };
  for (let tries = 0; tries < 600; tries += 1) {
    await app.settle();
    if ((await outbox.waiting()).length === 0 && !(await soonDue())) return;
    clock.advance(1000);
  }
  expect(await outbox.waiting()).toBe('nothing');
}
