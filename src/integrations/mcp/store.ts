// What the desk keeps about the tools of MCP servers: the definition it works with and, until an admin looks, the one that
// the server came with later.
import { newId } from '../../lib/ids.ts';
import { type Database, type Db, q, type Step, type Writing } from '../../store/database.ts';
import { and, asc, eq } from '../../store/drizzle.ts';
import type { Tables } from '../../store/tables.ts';
import { hashDefinition, parseDefinition, type ToolDefinition } from './definition.ts';
import { stableText } from './stable-text.ts';

export interface KeptTool {
  readonly tool: string;
  readonly definition: ToolDefinition;
  readonly hash: string;
  /** Present: the tool is suspended. */
  readonly changed?: ToolDefinition | undefined;
  readonly changedHash?: string | undefined;
}

export interface ServerKey {
  readonly server: string;
  readonly clientId: string;
}

export function* selectTools(db: Db, { server, clientId }: ServerKey): Step<readonly KeptTool[]> {
  const { tx, t } = db;
  const rows = yield* q(
    tx
      .select()
      .from(t.mcpTools)
      .where(and(eq(t.mcpTools.server, server), eq(t.mcpTools.clientId, clientId)))
      .orderBy(asc(t.mcpTools.tool)),
  );
  return rows.flatMap((row) => {
    const definition = parseDefinition(stableText(row.definition));
    if (!definition) return [];
    const changed = row.changedHash === null ? undefined : parseDefinition(stableText(row.changedDefinition));
    const suspended = changed ? { changed, changedHash: row.changedHash ?? undefined } : {};
    return [{ tool: row.tool, definition, hash: row.hash, ...suspended }];
  });
}

export function readTools(database: Database, key: ServerKey): Promise<readonly KeptTool[]> {
  return database.read((db) => selectTools(db, key));
}

/**
 * Takes in what the server lists now: new tools are kept, changed ones suspended, and one that is again as it was looked at
 * is so no more. Tools that are not listed stay as they are.
 * @returns the tools that this listing suspended
 */
export function* keepListing(
  work: Writing,
  key: ServerKey,
  listed: ReadonlyMap<string, ToolDefinition>,
): Step<readonly KeptTool[]> {
  const { tx, t, now } = work;
  const known = new Map((yield* selectTools(work, key)).map((kept) => [kept.tool, kept]));
  const suspended: KeptTool[] = [];
  for (const [tool, definition] of listed) {
    const hash = hashDefinition(definition);
    const kept = known.get(tool);
    if (!kept) {
      const fresh = { ...key, tool, hash, definition: { ...definition }, seenAt: now };
      yield* q(tx.insert(t.mcpTools).values({ id: newId(now.getTime()), ...fresh }));
      continue;
    }
    if (hash === (kept.changedHash ?? kept.hash)) continue;
    const changed = hash === kept.hash ? undefined : definition;
    const set = changed
      ? { changedHash: hash, changedDefinition: { ...changed }, seenAt: now }
      : { changedHash: null, changedDefinition: null, seenAt: now };
    yield* q(
      tx
        .update(t.mcpTools)
        .set(set)
        .where(isTool(t, key, tool)),
    );
    if (changed) suspended.push({ ...kept, changed, changedHash: hash });
  }
  return suspended;
}

/** The definition that an admin was shown takes effect. False if the server has come with yet another one since. */
export function* acceptDefinition(
  work: Writing,
  key: ServerKey,
  accepted: { readonly kept: KeptTool; readonly by: string },
): Step<boolean> {
  const { tx, t } = work;
  const { kept, by } = accepted;
  const { now } = work;
  if (!kept.changed || kept.changedHash === undefined) return false;
  const rows = yield* q(
    tx
      .update(t.mcpTools)
      .set({
        definition: { ...kept.changed },
        hash: kept.changedHash,
        changedHash: null,
        changedDefinition: null,
        acceptedBy: by,
        acceptedAt: now,
      })
      .where(and(isTool(t, key, kept.tool), eq(t.mcpTools.changedHash, kept.changedHash)))
      .returning({ id: t.mcpTools.id }),
  );
  return rows.length > 0;
}

function isTool(t: Tables, { server, clientId }: ServerKey, tool: string) {
  return and(eq(t.mcpTools.server, server), eq(t.mcpTools.clientId, clientId), eq(t.mcpTools.tool, tool));
}
