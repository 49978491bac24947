// `npm run bench:start`: what a start costs with Slack alone, with Teams beside it and with a model, each a few times in turn in this
// one run. The ratio to the first row is the figure. The last column says which SDKs the process has opened: what is not
// configured is not loaded.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBot } from './bot-process.ts';
import { startFakeSlack } from './fake-slack.ts';

const ROUNDS = process.argv.includes('--quick') ? 2 : 7;
const SDKS = ['@slack/bolt', 'botbuilder', 'openai', '@modelcontextprotocol/client'];

const slack = await startFakeSlack();
const SLACK = { SLACK_MODE: 'http', SLACK_API_URL: slack.url };
const TEAMS = { TEAMS_APP_ID: 'bench', TEAMS_APP_PASSWORD: 'bench', TEAMS_TENANT_ID: 'bench' };
const MODEL = { OPENAI_MODEL: 'bench', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' };
const rows: readonly { name: string; env: Readonly<Record<string, string>> }[] = [
  { name: 'Slack', env: SLACK },
  { name: 'Slack and Teams', env: { ...SLACK, ...TEAMS } },
  { name: 'Slack and a model', env: { ...SLACK, ...MODEL } },
];

const folder = mkdtempSync(join(tmpdir(), 'deskhand-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
const figures = new Map<string, { readyMs: number[]; memoryMiB: number[]; loaded: string }>();
try {
  for (let round = 0; round < ROUNDS; round += 1) for (const row of rows) await once(row, round);
} finally {
  slack.close();
}

const floor = figures.get('Slack');
process.stdout.write(`${'configured'.padEnd(20)} ready ms   ratio   MiB   more MiB   loaded\n`);
for (const [name, { readyMs, memoryMiB, loaded }] of figures) {
  const [ms, floorMs] = [median(readyMs), median(floor?.readyMs ?? [])];
  const [mib, floorMib] = [median(memoryMiB), median(floor?.memoryMiB ?? [])];
  const ratio = `${(ms / floorMs).toFixed(2)} x`;
  process.stdout.write(
    `${name.padEnd(20)} ${ms.toFixed(0).padStart(8)} ${ratio.padStart(7)} ${mib.toFixed(0).padStart(5)} ${(mib - floorMib).toFixed(0).padStart(10)}   ${loaded}\n`,
  );
}

async function once({ name, env }: (typeof rows)[number], round: number): Promise<void> {
  const modules = join(folder, `${name.replaceAll(' ', '-')}-${round}.txt`);
  const bot = await startBot('src/main.ts', {
    DATABASE_URL: `file:${join(folder, `${name.replaceAll(' ', '-')}-${round}.db`)}`,
    LOG_LEVEL: 'silent',
    ...env,
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'list-modules.ts')}`,
    BENCH_MODULES: modules,
  });
  const known = figures.get(name) ?? { readyMs: [], memoryMiB: [], loaded: '' };
  known.readyMs.push(bot.readyMs);
  known.memoryMiB.push(bot.memoryMiB());
  figures.set(name, known);
  await bot.stop();
  const opened = readFileSync(modules, 'utf8');
  known.loaded = SDKS.filter((sdk) => opened.includes(`node_modules/${sdk}/`)).join(', ');
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
