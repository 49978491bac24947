// An explicit import: a desk file takes the place of the one in force and of everything that chat changed. The emergency
// stop stays as it is. The audit log says what the import loosens.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Core } from '../../core.ts';
import { connectProblems } from '../../desk/connect-problems.ts';
import { diffDesk } from '../../desk/diff.ts';
import { loosenings } from '../../desk/loosens.ts';
import { parseDeskFile } from '../../desk/parse.ts';
import type { ComparedTool } from '../../policy/compare.ts';

export interface ImportPlaces {
  /** The path in DESK_CONFIG; undefined: not set. */
  readonly configured: string | undefined;
  /** Where the text is kept otherwise. */
  readonly imported: string;
}

export interface Imported {
  readonly ok: boolean;
  /** For the terminal: every problem, or what the import changed. */
  readonly lines: readonly string[];
}

type ImportingCore = Pick<Core, 'desk' | 'systems' | 'unit' | 'clock'>;

/** @param text the desk file, as it was read */
export async function importDesk(core: ImportingCore, text: string, places: ImportPlaces): Promise<Imported> {
  const parsed = parseDeskFile(text);
  if (!parsed.ok)
    return { ok: false, lines: ['The desk file is not right:', ...parsed.problems.map(indent)] };
  const unconnectable = connectProblems(parsed.desk);
  if (unconnectable.length > 0)
    return { ok: false, lines: ['The desk file is not right:', ...unconnectable.map(indent)] };
  const { configured } = places;
  if (configured !== undefined && readIfAny(configured) !== text) {
    return {
      ok: false,
      lines: [
        `DESK_CONFIG is set to ${configured}, and that file says something else.`,
        'Put the text there and import that file, or unset DESK_CONFIG and start the desk again.',
      ],
    };
  }
  const after = core.desk.preview(parsed.desk);
  const differences = diffDesk(core.desk.desk, after.desk).map(
    ({ path, file, now }) => `${path}: ${file ?? 'nothing'} -> ${now ?? 'nothing'}`,
  );
  const looser = loosenings(core.desk, after, connectedTools(core));
  if (configured === undefined) replaceFile(places.imported, text);
  const { stopped } = core.desk;
  await core.unit(function* (work) {
    yield* core.desk.clear(work);
    if (stopped) yield* core.desk.write(work, { kind: 'stop', stopped: true }, 'system');
    work.audit({
      actor: 'system',
      verb: 'desk.imported',
      subject: 'desk:file',
      text: `A desk file was imported from the command line; what chat had changed is gone. Changes: ${differences.length}. ${
        looser.length === 0 ? 'It loosens nothing.' : `It loosens: ${looser.join('; ')}.`
      }`,
    });
  });
  await core.desk.reload(parsed.desk);
  return { ok: true, lines: outcomeLines(differences, looser, stopped) };
}

function outcomeLines(
  differences: readonly string[],
  looser: readonly string[],
  stopped: boolean,
): readonly string[] {
  return [
    differences.length === 0 ? 'Imported. Nothing is different from before.' : 'Imported. It changed:',
    ...differences.map(indent),
    ...(looser.length > 0 ? ['This loosens:', ...looser.map(indent)] : []),
    ...(stopped ? ['The emergency stop is still on. An admin ends it with "resume" in chat.'] : []),
  ];
}

/** Every tool of every client, once by name. */
function connectedTools(core: ImportingCore): readonly ComparedTool[] {
  const tools = new Map<string, ComparedTool>();
  for (const client of core.desk.desk.clients) {
    for (const [name, { tool, fromMcp }] of core.systems(client.id).tools)
      tools.set(name, { tool: name, risk: tool.risk, fromMcp });
  }
  return [...tools.values()];
}

/** Whole or not at all. */
function replaceFile(path: string, text: string): void {
  const fresh = `${path}.${process.pid}.new`;
  try {
    writeFileSync(fresh, text, { flush: true });
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
}

function readIfAny(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : undefined;
}

function indent(line: string): string {
  return `  ${line}`;
}
