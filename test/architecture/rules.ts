// The rules of the house over source texts. Each gives its offenders as lines, so that a test of the rule can plant some.
import { posix } from 'node:path';
import { PACKAGES, PURE, ROOMS } from './rooms.ts';

export interface Source {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}

interface Import {
  readonly from: string;
  /** A path from the root of the project, `node:…`, or a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const ORDER = Object.keys(ROOMS);

/** Statements, dynamic imports and requires, types included. */
function importsOf({ path, text }: Source): readonly Import[] {
  const code = withoutComments(text);
  const found: { specifier: string; typeOnly: boolean }[] = [];
  const add = (specifier: string | undefined, typeOnly: boolean) => {
    if (specifier !== undefined) found.push({ specifier, typeOnly });
  };
  for (const match of code.matchAll(
    /\b(?:import|export)\s+(type\s)?(?:[\w*{][^;'"`]*?\sfrom\s*)?['"]([^'"]+)['"]/g,
  ))
    add(match[2], match[1] !== undefined);
  for (const match of code.matchAll(/(typeof\s+)?\bimport\(\s*['"`]([^'"`]+)/g))
    add(match[2], match[1] !== undefined);
  for (const match of code.matchAll(/\b(?:require|load|createRequire\([^)]*\))\(\s*['"`]([^'"`]+)/g))
    add(match[1], false);
  return found.map(({ specifier, typeOnly }) => ({
    from: path,
    to: specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier,
    typeOnly,
  }));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(])\/\/[^\n]*/g, '$1');
}

const isLocal = (to: string) => /^(?:src|adapters|cards|test|bench)\//.test(to);

export function roomOf(path: string): string {
  const [top, next] = path.split('/');
  return top === 'src' ? (next ?? '') : (top ?? '');
}

export function strangeRooms(sources: readonly Source[]): readonly string[] {
  return sources.map(({ path }) => path).filter((path) => !ORDER.includes(roomOf(path)));
}

/** A row that names a later room, or none, would let something climb. */
export function climbingRows(): readonly string[] {
  return Object.entries(ROOMS).flatMap(([room, row]) =>
    row
      .filter((entry) => entry !== '*' && entry !== 'type:policy')
      .filter((entry) => !ORDER.includes(entry) || ORDER.indexOf(entry) >= ORDER.indexOf(room))
      .map((entry) => `${room} names ${entry}`),
  );
}

export function forbiddenImports(sources: readonly Source[]): readonly string[] {
  return sources
    .flatMap(importsOf)
    .filter(({ to }) => isLocal(to))
    .filter((entry) => !isAllowed(entry))
    .map(({ from, to }) => `${from} -> ${to}`);
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const [own, other] = [roomOf(from), roomOf(to)];
  // Adapters do not see each other.
  if (own === 'adapters' && other === 'adapters') return from.split('/')[1] === to.split('/')[1];
  if (own === other) return true;
  const row = ROOMS[own] ?? [];
  if (row.includes('*')) return ORDER.indexOf(other) >= 0 && ORDER.indexOf(other) < ORDER.indexOf(own);
  return row.includes(other) || (typeOnly && row.includes(`type:${other}`));
}

/** Names of packages are read up to the second part of a scope, else to the first slash. */
export function strayPackages(sources: readonly Source[]): readonly string[] {
  return sources
    .flatMap(importsOf)
    .filter(({ to }) => !isLocal(to) && !to.startsWith('node:'))
    .filter(({ from, to, typeOnly }) => !mayUse(from, packageOf(to), typeOnly))
    .map(({ from, to }) => `${from} -> ${to}`);
}

const packageOf = (to: string) => to.split('/', to.startsWith('@') ? 2 : 1).join('/');

function mayUse(from: string, name: string, typeOnly: boolean): boolean {
  const owners = PACKAGES[name];
  if (!owners) return false;
  return typeOnly || owners.some((owner) => from.startsWith(owner));
}

const PAGE = 'adapters/playground/page/';

/** A browser gets the page's own files and nothing else, so what they import has to stand among them. */
export function beyondThePage(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => path.startsWith(PAGE))
    .flatMap(importsOf)
    .filter(({ to }) => !to.startsWith(PAGE))
    .map(({ from, to }) => `${from} -> ${to}`);
}

/** JavaScript is checked like the rest (`checkJs`), so it may not turn the compiler off or have a type of `any`. */
export function uncheckedScripts(sources: readonly Source[]): readonly string[] {
  const unchecked = /@ts-(?:nocheck|ignore|expect-error)|@\w+ \{[^\n]*\bany\b/;
  return sources
    .filter(({ path }) => path.endsWith('.js'))
    .flatMap(({ path, text }) => unchecked.exec(text)?.map((match) => `${path}: ${match}`) ?? []);
}

/** Lines of code (no comments) that match, as `path: match`. */
export function offending(
  sources: readonly Source[],
  pattern: RegExp,
  except: readonly string[] = [],
): readonly string[] {
  return sources
    .filter(
      ({ path }) =>
        !except.some((entry) => path === entry || (entry.endsWith('/') && path.startsWith(entry))),
    )
    .flatMap(({ path, text }) => {
      const match = pattern.exec(withoutComments(text))?.[0];
      return match === undefined ? [] : [`${path}: ${match.trim()}`];
    });
}

/**
 * Reads the time or sets a timer. `setImmediate`, which only lets others have their turn, does not. The playground's page is no
 * part of this: it runs in a browser, which has no clock of ours.
 */
export const READS_TIME =
  /\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.\w+|\bhrtime\b|\buptime\b|\bset(?:Timeout|Interval)\b|\btimers\/promises\b|\bAbortSignal\.timeout\b/;

export function impure(sources: readonly Source[]): readonly string[] {
  const pure = sources.filter(({ path }) => PURE.some((entry) => path === entry || path.startsWith(entry)));
  const outside = pure
    .flatMap(importsOf)
    .filter(({ to }) => to.startsWith('node:') && to !== 'node:crypto')
    .map(({ from, to }) => `${from} -> ${to}`);
  const reads =
    /\b(?:fetch|randomUUID|randomBytes|getRandomValues|newId)\s*\(|Math\.random|\bawait\s|\bprocess\./;
  return [...outside, ...offending(pure, reads)];
}

/** Files that import one another in a circle, types included: each circle once, as `a -> b -> a`. */
export function importCircles(sources: readonly Source[]): readonly string[] {
  const edges = new Map<string, readonly string[]>(
    sources.map((source) => [source.path, importsOf(source).flatMap(({ to }) => (isLocal(to) ? [to] : []))]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) circles.push([...trail.slice(at), path].join(' -> '));
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return circles;
}

export function tooLong(sources: readonly Source[], limit: number): readonly string[] {
  return sources
    .filter(({ text }) => text.split('\n').length > limit + 1)
    .map(({ path, text }) => `${path}: ${text.split('\n').length - 1} lines`);
}

export function withoutOpening(sources: readonly Source[]): readonly string[] {
  return sources.filter(({ text }) => !/^(?:\/\/|#!)/.test(text)).map(({ path }) => path);
}
