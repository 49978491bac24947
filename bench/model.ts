// Measures what a model is asked over the life of a desk: requests and prompt tokens per ticket while the history grows, how
// much of a prompt a server can keep, and CPU beside a bare client that makes as many requests to the same server in this run.
// It prints figures and judges nothing. node bench/model.ts [--quick]
import OpenAI from 'openai';
import { createModelDesk, modelRuns } from '../test/support/model-desk.ts';
import { calls, planOf } from '../test/support/model-scripts.ts';
import { DANA, MIA } from '../test/support/test-desk.ts';

const TICKETS = process.argv.includes('--quick') ? 40 : 200;
/** Tickets planned before anything is counted. */
const WARM_UP = 5;
const BETWEEN_MS = 10 * 60_000;

const desk = await createModelDesk();
desk.model.always(({ turn, all }) => {
  if (turn === 0) return calls('similar_tickets', { query: 'screen stays dark' });
  if (turn === 1) return calls('find_people', { query: DANA });
  const id = /"id\\*":\\*"([^"\\]*dana[^"\\]*)/.exec(all)?.[1] ?? 'none';
  return planOf([{ tool: 'unlock_account', args: { person: id }, why: 'Locked.' }], 'unlock');
});

const openings: string[] = [];
const tokens: number[] = [];
let requests = 0;
async function ticket(index: number): Promise<void> {
  const before = desk.bodies().length;
  await desk.says(
    index % 4 === 3 ? MIA : DANA,
    `My account is locked again since I came back, screen ${index}`,
  );
  const sent = desk.bodies().slice(before);
  desk.clock.advance(BETWEEN_MS);
  if (index < WARM_UP) return;
  requests += sent.length;
  tokens.push(sent.reduce((sum, body) => sum + body.length, 0) / 4);
  if (sent[0] !== undefined) openings.push(asServersRead(sent[0]));
}

for (let index = 0; index < WARM_UP; index += 1) await ticket(index);
const deskCpu = await cpuOf(async () => {
  for (let index = 0; index < TICKETS; index += 1) await ticket(WARM_UP + index);
});

const { baseUrl, apiKey = 'none', model } = desk.model.config;
const bare = new OpenAI({ baseURL: baseUrl, apiKey, maxRetries: 0 });
const { messages } = JSON.parse(desk.bodies()[0] ?? '') as { messages: { role: 'user'; content: string }[] };
const bareCpu = await cpuOf(async () => {
  for (let made = 0; made < requests; made += 1) await bare.chat.completions.create({ model, messages });
});

const fifth = Math.floor(tokens.length / 5);
const first = mean(tokens.slice(0, fifth));
const last = mean(tokens.slice(-fifth));
const shared = openings.slice(1).map((body, index) => commonStart(body, openings[index] ?? '') / body.length);
const outcomes = Map.groupBy(await modelRuns(desk.database), ({ outcome }) => outcome);
line('tickets', `${TICKETS}`);
line('ended as', [...outcomes].map(([name, runs]) => `${name} ${runs.length}`).join(', '));
line('requests per ticket', (requests / TICKETS).toFixed(2));
line('prompt tokens per ticket, first fifth', first.toFixed(0));
line('prompt tokens per ticket, last fifth', `${last.toFixed(0)} (${(last / first).toFixed(2)} x)`);
line('same beginning as the ticket before', `${(100 * mean(shared)).toFixed(0)} % of the first request`);
line('CPU per ticket, desk and server, ms', (deskCpu / TICKETS).toFixed(1));
line('CPU per ticket, bare client and server, ms', (bareCpu / TICKETS).toFixed(1));
line('ratio', `${(deskCpu / bareCpu).toFixed(2)} x`);
await desk.close();

/** Milliseconds of CPU of this process. */
async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Servers lay the tools out before the conversation, wherever they stand in the body. */
function asServersRead(body: string): string {
  const { tools, messages: said } = JSON.parse(body) as { tools: unknown; messages: unknown };
  return JSON.stringify([tools, said]);
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function line(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(44)}${value}\n`);
}
