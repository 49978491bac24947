// An in-house system behind a tool of the desk file: it does what it is asked, refuses, or hangs up half way.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeskFileForm } from '../../src/desk/schema.ts';
import type { Planner, Proposal } from '../../src/planning/planner.ts';

/** `hang_up`: it acts, and the answer is lost. `echo`: it refuses and says back whatever it was sent. */
export type BadgeAnswer = 'ok' | 'refuse' | 'hang_up' | 'echo';

export interface BadgeSystem {
  /** Badges by order of their request, refused ones included. */
  readonly asked: readonly string[];
  /** Authorization headers it got. */
  readonly keys: readonly string[];
  /** What the next requests get; afterwards `ok`. */
  answers: BadgeAnswer[];
  /** The shipped desk with the tool at Acme Dental. */
  desk(file: DeskFileForm): DeskFileForm;
  stop(): Promise<void>;
}

export async function startBadgeSystem(): Promise<BadgeSystem> {
  const asked: string[] = [];
  const keys: string[] = [];
  const system = { answers: [] as BadgeAnswer[] };
  const server = createServer(async (request, response) => {
    const { badge } = JSON.parse(await read(request)) as { badge: string };
    const key = request.headers.authorization ?? '';
    asked.push(badge);
    keys.push(key);
    const answer = system.answers.shift() ?? 'ok';
    if (answer === 'hang_up') return void request.socket.destroy();
    response.writeHead(answer === 'ok' ? 200 : 422, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(answer === 'ok' ? { ok: true } : { error: answer === 'echo' ? key : 'no such badge' }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/badges`;
  return Object.assign(system, {
    asked,
    keys,
    desk: (file: DeskFileForm) => withTool(file, url),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** A planner that always proposes to set these badges, in order. */
export function plansBadges(...badges: readonly string[]): Planner {
  const proposal: Proposal = {
    type: 'plan',
    diagnosis: 'The badges are missing.',
    evidence: [],
    steps: badges.map((badge) => ({ tool: 'set_badge', args: { badge }, why: 'It was asked for.' })),
    reply: 'Done. Your badges are set.',
    ticketType: 'badges',
  };
  return { plan: async () => ({ ...proposal, by: 'embedded' }) };
}

function withTool(file: DeskFileForm, url: string): DeskFileForm {
  const tool = {
    name: 'set_badge',
    description: 'Set a door badge',
    risk: 'write' as const,
    args: { badge: { type: 'string' as const } },
    request: {
      method: 'POST' as const,
      url,
      headers: { authorization: 'Bearer {{secrets.BADGE_KEY}}' },
      body: { badge: '{{badge}}' },
    },
  };
  return {
    ...file,
    clients: file.clients?.map((client) =>
      client.id === 'acme-dental' ? { ...client, tools: [tool] } : client,
    ),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
