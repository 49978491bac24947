// The desk as it is served, with Slack around it: configuration by environment, real HTTP server or Socket Mode, SQLite
// in a file, a manual clock. People act through signed payloads and see what stands in their conversations.
import type { DeskFileForm } from '../../src/desk/schema.ts';
import type { Planner } from '../../src/planning/planner.ts';
import { manifestScopes } from '../adapters/slack/slack-stage.ts';
import { ManualClock } from './manual-clock.ts';
import { raiseServedDesk, type ServedDesk } from './served-desk.ts';
import { SIGNING_SECRET } from './slack-client.ts';
import { SLACK_PEOPLE } from './slack-people.ts';
import { SlackRoom } from './slack-room.ts';
import { APP_TOKEN, SlackSocket } from './slack-socket.ts';
import { httpTransport, SocketTransport } from './slack-transport.ts';
import { BOT_TOKEN, type SlackWeb, startSlackWeb } from './slack-web.ts';

export type SlackMode = 'http' | 'socket';
export const MODES: readonly SlackMode[] = ['http', 'socket'];

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface SlackDeskOptions {
  /** Changes the shipped desk before it is written as the desk file. */
  readonly desk?: (desk: DeskFileForm, web: SlackWeb) => DeskFileForm;
  readonly planner?: Planner;
  /** Further variables of the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface SlackDesk extends SlackRoom, Omit<ServedDesk, 'origin'> {
  /** Of POST /slack/events. */
  readonly url: string;
}

/** The shipped desk with this workspace listed for the MSP and all its clients. */
function deskFor(desk: DeskFileForm, team: string): DeskFileForm {
  return {
    ...desk,
    msp: { ...desk.msp, slack_teams: [team] },
    people: desk.people?.map((person) =>
      person.name === 'Lee Park' ? { ...person, email: 'lee.park@north-msp.example' } : person,
    ),
    clients: desk.clients?.map((client) => ({ ...client, slack_teams: [team] })),
  };
}

export async function raiseSlackDesk(mode: SlackMode, options: SlackDeskOptions = {}): Promise<SlackDesk> {
  const web = await startSlackWeb(manifestScopes(), SLACK_PEOPLE);
  const socket = await SlackSocket.start(web);
  const change = options.desk ?? ((desk) => desk);
  const served = await raiseServedDesk({
    clock: new ManualClock(),
    planner: options.planner,
    desk: (shipped) => change(deskFor(shipped, web.team), web),
    env: {
      SLACK_MODE: mode,
      SLACK_API_URL: web.apiUrl,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      ...(mode === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: APP_TOKEN }),
      ...options.env,
    },
  });
  const url = `${served.origin}/slack/events`;
  const transport = mode === 'http' ? httpTransport(url, served.clock) : new SocketTransport(socket);
  const room = new SlackRoom(web, transport, () => served.app.settle());
  return Object.assign(room, {
    ...served,
    url,
    close: async () => {
      await served.close();
      await socket.stop();
      await web.stop();
    },
  });
}
