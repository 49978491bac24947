// `npm run bench [-- --quick]`: what a ticket with an approval costs, beside a bare Bolt bot that does the same job without a
// database, a policy or a plan (bare-bolt.ts). Slack and the system behind the tool are played on loopback and answer at once.
//
// How to read it: the ratio is the figure; both bots ran in turn in this one run, so a slow or busy machine slows both. CPU per
// ticket is the steadiest. Absolute figures belong to this machine and are asserted nowhere. On a machine that others use,
// times (not CPU) of a single run mean little.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BotProcess, SIGNING_SECRET, startBot } from './bot-process.ts';
import { countSyncs } from './count-syncs.ts';
import { Driver, TECHNICIANS } from './drive.ts';
import { type FakeSlack, startFakeSlack, TEAM } from './fake-slack.ts';

const quick = process.argv.includes('--quick');
const SIZE = quick
  ? { warmUp: 60, atOnce: 120, atRate: 50, synced: 30 }
  : { warmUp: 300, atOnce: 600, atRate: 400, synced: 100 };
const AT_ONCE = 8;
const PER_SECOND = 20;

interface Figures {
  readonly cpuMs: number;
  readonly perSecond: number;
  readonly ackP99: number;
  readonly requestToCardP95: number;
  readonly clickToReplyP95: number;
  readonly readyMs: number;
  readonly readyMiB: number;
  readonly afterMiB: number;
  readonly syncs: number | undefined;
  readonly lost: number;
}

const folder = mkdtempSync(join(tmpdir(), 'deskhand-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
const floor = await measure('bench/bare-bolt.ts', (slack) => ({
  SLACK_API_URL: slack.url,
  BENCH_TECHNICIANS: TECHNICIANS.join(','),
  BENCH_TOOL_URL: slack.toolUrl,
}));
const desk = await measure('src/main.ts', deskEnvironment);
print(floor, desk);

async function measure(
  script: string,
  environment: (slack: FakeSlack) => Readonly<Record<string, string>>,
): Promise<Figures> {
  const slack = await startFakeSlack();
  const bot = await startBot(join(import.meta.dirname, '..', script), environment(slack));
  const driver = new Driver(slack, bot.url, SIGNING_SECRET);
  try {
    return await figuresOf(bot, driver);
  } finally {
    driver.close();
    await bot.stop();
    slack.close();
  }
}

async function figuresOf(bot: BotProcess, driver: Driver): Promise<Figures> {
  const readyMiB = bot.memoryMiB();
  await driver.run(SIZE.warmUp, { atOnce: AT_ONCE });
  await sleep(500);
  const before = bot.cpuMs();
  const closed = await driver.run(SIZE.atOnce, { atOnce: AT_ONCE });
  // The last cards are edited a moment after the last reply: that is part of the price.
  await sleep(500);
  const cpuMs = (bot.cpuMs() - before) / SIZE.atOnce;
  const paced = await driver.run(SIZE.atRate, { perSecond: PER_SECOND });
  const afterMiB = bot.memoryMiB();
  const syncs = await countSyncs(bot.pid, () =>
    driver.run(SIZE.synced, { atOnce: 4 }).then(() => sleep(500)),
  );
  return {
    cpuMs,
    perSecond: (closed.tickets - closed.lost) / closed.seconds,
    ackP99: percentile(paced.ack, 0.99),
    requestToCardP95: percentile(paced.requestToCard, 0.95),
    clickToReplyP95: percentile(paced.clickToReply, 0.95),
    readyMs: bot.readyMs,
    readyMiB,
    afterMiB,
    syncs: syncs === undefined ? undefined : syncs / SIZE.synced,
    lost: closed.lost + paced.lost,
  };
}

/** A desk of two technicians and one client whose one tool is an HTTP call; the workflow fits the driver's message. */
function deskEnvironment(slack: FakeSlack): Readonly<Record<string, string>> {
  const workflows = join(folder, 'workflows');
  mkdirSync(workflows);
  const people = TECHNICIANS.map(
    (id) => `  - { email: ${id.toLowerCase()}@bench.example, name: ${id}, roles: [msp_technician] }`,
  );
  writeFileSync(
    join(folder, 'desk.yaml'),
    `msp: { name: Bench MSP, domains: [bench-msp.example], slack_teams: [${TEAM}] }
people:
${people.join('\n')}
clients:
  - id: bench
    name: Bench
    domains: [bench.example]
    slack_teams: [${TEAM}]
    mode: execute
    notify: [slack_dm]
    receipt: false
    requester_notices: false
    tools:
      - name: reset_phone_mfa
        description: Reset the MFA method
        risk: write
        repeat: keyed
        args: { name: { type: string } }
        request: { method: POST, url: "${slack.toolUrl}{{name}}" }
`,
  );
  writeFileSync(
    join(workflows, 'mfa.yaml'),
    `id: bench-mfa-reset
name: MFA reset
trigger: When somebody asks to reset the MFA method because the phone was lost
params: { name: { type: string, description: Which name } }
steps: [{ id: reset, type: tool, tool_name: reset_phone_mfa, tool_args: { name: "{{name}}" } }]
reply: "Done {{name}}: the MFA method is reset."
`,
  );
  return {
    SLACK_MODE: 'http',
    SLACK_API_URL: slack.url,
    DATABASE_URL: `file:${join(folder, 'desk.db')}`,
    DESK_CONFIG: join(folder, 'desk.yaml'),
    WORKFLOWS_DIR: workflows,
    LOG_LEVEL: 'error',
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function print(floor: Figures, desk: Figures): void {
  const rows: readonly (readonly [string, number | undefined, number | undefined, string])[] = [
    ['CPU per ticket, ms', floor.cpuMs, desk.cpuMs, 'at most 4.4 x'],
    [`tickets/s, ${AT_ONCE} at once`, floor.perSecond, desk.perSecond, '80 or more'],
    [`acknowledged at ${PER_SECOND}/s, p99 ms`, floor.ackP99, desk.ackP99, 'at most 50'],
    ['request to card, p95 ms', floor.requestToCardP95, desk.requestToCardP95, 'at most 25'],
    ['click to reply, p95 ms', floor.clickToReplyP95, desk.clickToReplyP95, 'at most 25'],
    ['commits on disk per ticket', floor.syncs, desk.syncs, 'at most 10'],
    ['start, ms', floor.readyMs, desk.readyMs, 'at most 700'],
    ['memory when ready, MiB', floor.readyMiB, desk.readyMiB, ''],
    ['memory at the end, MiB', floor.afterMiB, desk.afterMiB, ''],
    ['tickets without a reply', floor.lost, desk.lost, '0'],
  ];
  const show = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? 'not measured' : value.toFixed(value < 100 ? 1 : 0);
  const line = (cells: readonly string[]) =>
    process.stdout.write(
      `${cells.map((cell, index) => (index === 0 ? cell.padEnd(32) : cell.padStart(14))).join('')}\n`,
    );
  line(['', 'bare Bolt', 'Deskhand', 'ratio', 'budget']);
  for (const [name, base, value, budget] of rows) {
    const ratio = base && value !== undefined ? `${(value / base).toFixed(2)} x` : '';
    line([name, show(base), show(value), ratio, budget]);
  }
}
