// Where the compiler leads whoever begins to add something: each plant is the beginning alone, and the files that do not compile
// any more are where the rest belongs. One copy of the product's sources, all plants in it, compiled once.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Plant {
  readonly adds: string;
  readonly file: string;
  readonly after: string;
  readonly text: string;
  /** Stands in the compiler's words wherever it leads. */
  readonly word: string;
  readonly leadsTo: readonly string[];
}

const PLANTS: readonly Plant[] = [
  {
    adds: 'a policy condition',
    file: 'src/policy/policy.ts',
    after: 'export interface Conditions {\n',
    text: '  readonly priority?: number | undefined;\n',
    word: 'priority',
    leadsTo: ['src/policy/conditions.ts'],
  },
  {
    adds: 'a key of a rule that is no condition',
    file: 'src/policy/policy.ts',
    after: 'export interface PolicyRule extends Conditions {\n',
    text: '  readonly after_hours?: boolean | undefined;\n',
    word: 'after_hours',
    leadsTo: ['src/desk/schema.ts', 'src/policy/limits.ts'],
  },
  {
    adds: 'a change in a directory',
    file: 'src/ports/directory.ts',
    after: 'export interface DirectoryWrites {\n',
    text: '  enablePerson(personId: string, options: WriteOptions): Promise<void>;\n',
    word: 'enablePerson',
    leadsTo: [
      'src/integrations/sandbox/apply-change.ts',
      'src/integrations/sandbox/sandbox-directory.ts',
      'src/tools/directory-tools.ts',
    ],
  },
  {
    adds: 'a change on devices',
    file: 'src/ports/directory.ts',
    after: 'export interface DeviceWrites {\n',
    text: '  wipeDevice(deviceId: string, options: WriteOptions): Promise<void>;\n',
    word: 'wipeDevice',
    leadsTo: [
      'src/integrations/sandbox/apply-change.ts',
      'src/integrations/sandbox/devices.ts',
      'src/tools/device-tools.ts',
    ],
  },
  {
    adds: 'a look-up',
    file: 'src/tools/tool-name.ts',
    after: 'export type ReadTool =\n',
    text: "  | 'find_badges'\n",
    word: 'find_badges',
    leadsTo: ['src/planning/model/progress-words.ts'],
  },
  {
    adds: 'a step with a tool that nobody has',
    file: 'src/planning/embedded/recipes/offboard.ts',
    after: '  return [\n',
    text: "    { tool: 'collect_badge', args: { person }, why: 'It opens doors.' },\n",
    word: 'collect_badge',
    leadsTo: ['src/planning/embedded/recipes/offboard.ts'],
  },
  {
    adds: 'a chat platform',
    file: 'src/chat.ts',
    after: 'export type Platform = ',
    text: "'zulip' | ",
    word: 'zulip',
    leadsTo: ['src/notices/audience.ts', 'src/people/identify.ts', 'src/process/connect-adapters.ts'],
  },
];

const ROOT = join(import.meta.dirname, '../..');
/** Where the plants lead, and what those files import; the rest would only make it slower. */
const CHECKED = [
  'src/desk',
  'src/integrations',
  'src/notices',
  'src/people',
  'src/planning',
  'src/policy',
  'src/tools',
];

let folder: string;
let errors: readonly { readonly file: string; readonly says: string }[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deskhand-plants-'));
  for (const name of ['src', 'cards', 'adapters', 'tsconfig.json', 'package.json'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const include = [...CHECKED, 'src/process/connect-adapters.ts'];
  writeFileSync(
    join(folder, 'tsconfig.plants.json'),
    JSON.stringify({ extends: './tsconfig.json', include }),
  );
  for (const { file, after, text } of PLANTS) {
    const before = readFileSync(join(folder, file), 'utf8');
    if (!before.includes(after)) throw new Error(`${file} has no "${after}" to plant behind`);
    writeFileSync(
      join(folder, file),
      before.replace(after, () => after + text),
    );
  }
  errors = await compile(folder);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Errors of the compiler; the lines that explain one belong to it. */
async function compile(at: string): Promise<typeof errors> {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const out = await new Promise<string>((resolve) => {
    const args = [tsc, '--noEmit', '--pretty', 'false', '-p', 'tsconfig.plants.json'];
    execFile(process.execPath, args, { cwd: at, maxBuffer: 16 * 1024 * 1024 }, (_, stdout) =>
      resolve(stdout),
    );
  });
  return out.split(/\n(?=\S)/).flatMap((entry) => {
    const [, file, says] = /^(\S+)\(\d+,\d+\): error ([\s\S]*)$/.exec(entry.trimEnd()) ?? [];
    return file === undefined || says === undefined ? [] : [{ file, says }];
  });
}

test.each(PLANTS)('$adds', ({ word, leadsTo }) => {
  const files = errors.filter(({ says }) => says.includes(word)).map(({ file }) => file);
  expect([...new Set(files)].toSorted()).toEqual(leadsTo);
});

test('nothing else stopped compiling, so that the plants are the whole cause', () => {
  const words = PLANTS.map(({ word }) => word);
  const others = errors.filter(({ says }) => !words.some((word) => says.includes(word)));
  expect(others).toEqual([]);
});
