// The import table of ARCHITECTURE.md, kept by file name: who may import whom, and which package has which one owner.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The stages and what they stand on, earliest first: none imports from a later one, types aside. */
const ORDER = [
  'src/lib',
  'src/store',
  'src/audit',
  'src/jobs',
  'src/outbox',
  'src/secrets',
  'src/tools',
  'src/knowledge',
  'src/integrations',
  'src/policy',
  'src/people',
  'src/matching',
  'src/workflows',
  'src/intake',
  'src/planning',
  'src/approvals',
  'src/runs',
  'src/notices',
  'src/handling',
  'src/commands',
] as const;

/** What each part may import, besides itself. `type:` means `import type` only. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/main.ts': ['*'],
  'src/cli.ts': ['*'],
  'src/cli': ['*'],
  'src/demo.ts': ['*'],
  'src/demo': ['*'],
  'src/serve.ts': ['*'],
  'src/connect-adapters.ts': ['*'],
  'src/prepare-parts.ts': ['src'],
  'src/app.ts': ['src', 'cards'],
  'src/agent.ts': ['src', 'cards'],
  'src/actions.ts': ['src', 'cards'],
  'src/submissions.ts': ['src', 'cards'],
  'src/commands': ['src', 'cards'],
  'src/handling': ['src', 'cards'],
  'src/notices': ['src', 'cards'],
  adapters: ['cards', 'src/chat.ts', 'src/lib'],
  cards: ['type:src'],
  'src/chat.ts': ['type:cards'],
  'src/core.ts': ['type:src'],
  'src/store': ['src/lib', 'type:src'],
  'src/policy': ['src/lib', 'type:src'],
  'src/lib': [],
  src: ['src', 'type:cards'],
};

/** Parts that decide without looking: no database, no network, no clock, no randomness. */
const PURE = ['src/policy', 'src/approvals/approval.ts', 'src/planning/plan.ts', 'cards', 'src/matching'];

const OWNED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@slack/bolt': ['adapters/slack'],
  '@slack/web-api': ['adapters/slack'],
  '@slack/socket-mode': ['adapters/slack'],
  undici: ['adapters/slack'],
  'drizzle-orm': ['src/store'],
  'better-sqlite3': ['src/store'],
  pg: ['src/store'],
  pino: ['src/lib/log.ts'],
  minisearch: ['src/knowledge'],
  unpdf: ['src/knowledge'],
  'html-to-text': ['src/knowledge'],
  botbuilder: ['adapters/teams'],
  fflate: ['src/cli'],
  openai: ['src/model'],
  '@modelcontextprotocol/client': ['src/integrations/mcp'],
  yaml: [
    'src/config.ts',
    'src/people/desk-file',
    'src/workflows',
    'src/integrations/sandbox',
    'src/cli',
    'src/matching',
  ],
};

/** Reads the time or sets a timer. `setImmediate`, which only lets others have their turn, does not. */
const READS_TIME =
  /\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.\w+|\bhrtime\b|\buptime\b|\bset(?:Timeout|Interval)\b|\btimers\/promises\b|\bAbortSignal\.timeout\b/;

/** Who may, and why. The page of the playground is no part of this: it runs in a browser, which has no clock of ours. */
const TIMEKEEPERS: Readonly<Record<string, string>> = {
  'src/lib/clock.ts': 'it is the clock that everybody else asks',
};

const files = globSync('{src,adapters,cards}/**/*.ts');
const within = (file: string, part: string) =>
  file === part || file.startsWith(`${part}/`) || file.startsWith(`${part}-`);
const isIn = (file: string, part: string) => file === part || file.startsWith(`${part}/`);
const partOf = (file: string) => Object.keys(MAY_IMPORT).find((part) => isIn(file, part)) ?? 'src';
const rankOf = (file: string) => ORDER.findIndex((part) => isIn(file, part));

interface Import {
  readonly typeOnly: boolean;
  readonly specifier: string;
}

function importsOf(source: string): readonly Import[] {
  return [...source.matchAll(/^(?:import|export)\s+(type\s)?[^;'"]*?(?:from\s+)?'([^']+)'/gm)].map(
    (match) => ({
      typeOnly: match[1] !== undefined,
      specifier: match[2] ?? '',
    }),
  );
}

describe.each(files)('%s', (file) => {
  const source = readFileSync(file, 'utf8');
  const imports = importsOf(source);
  const local = imports
    .filter((entry) => entry.specifier.startsWith('.'))
    .map((entry) => ({ ...entry, target: relative('.', join(dirname(file), entry.specifier)) }));

  test('imports only what its part may import', () => {
    const part = partOf(file);
    for (const { typeOnly, target } of local) {
      const allowed = (MAY_IMPORT[part] ?? []).some(
        (entry) =>
          entry === '*' ||
          (entry.startsWith('type:') ? typeOnly && within(target, entry.slice(5)) : within(target, entry)),
      );
      expect(allowed || isIn(target, part), `${file} -> ${target}`).toBe(true);
    }
  });

  test('imports nothing from a later stage, types aside', () => {
    const own = rankOf(file);
    if (own < 0) return;
    const up = local
      .filter(({ typeOnly, target }) => !typeOnly && rankOf(target) > own)
      .map(({ target }) => target);
    expect(up, file).toEqual([]);
  });

  test('keeps each package with its owner', () => {
    for (const { specifier, typeOnly } of imports) {
      const name = Object.keys(OWNED_PACKAGES).find(
        (entry) => specifier === entry || specifier.startsWith(`${entry}/`),
      );
      if (!name || typeOnly) continue;
      const owned = (OWNED_PACKAGES[name] ?? []).some((owner) => within(file, owner));
      expect(owned, `${file} -> ${specifier}`).toBe(true);
    }
  });

  test('asks the clock and the environment in one place only', () => {
    if (!(file in TIMEKEEPERS))
      expect(READS_TIME.exec(source)?.[0], `${file} reads the time`).toBeUndefined();
    if (file !== 'src/config.ts')
      expect(source.includes('process.env'), `${file} reads process.env`).toBe(false);
  });

  test('is pure where it has to be', () => {
    if (!PURE.some((part) => isIn(file, part))) return;
    const impure = imports.filter(
      (entry) => entry.specifier.startsWith('node:') && entry.specifier !== 'node:crypto',
    );
    expect(
      impure.map((entry) => entry.specifier),
      file,
    ).toEqual([]);
    expect(/Math\.random|setTimeout|await\s/.exec(source)?.[0], file).toBeUndefined();
  });

  test('is short enough to read in one sitting', () => {
    const limit = file === 'src/store/tables.ts' ? 600 : 300;
    expect(source.split('\n').length).toBeLessThanOrEqual(limit + 1);
  });

  test('opens with a comment that says what it decides', () => {
    expect(source.startsWith('//') || source.startsWith('#!'), file).toBe(true);
  });
});
