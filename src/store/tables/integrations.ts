// What connected systems need to remember.
import type { Json } from '../../lib/json.ts';
import type { Kit } from '../kit.ts';

/** One deed of a sandbox's tools, as it was written. */
export interface StoredChange {
  /** The step's idempotency key and the verb. */
  readonly key: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly verb: string;
  readonly args: Readonly<Record<string, Json>>;
}

export const integrationsTables = (k: Kit) => {
  const mcpTools = k.table(
    'mcp_tools',
    {
      id: k.text('id').primaryKey(),
      server: k.text('server').notNull(),
      clientId: k.text('client_id').notNull(),
      tool: k.text('tool').notNull(),
      /** Of the definition that the desk works with. */
      hash: k.text('hash').notNull(),
      definition: k.json('definition').notNull(),
      /** What the server says now, if an admin has not looked at it yet: the tool is suspended. */
      changedHash: k.text('changed_hash'),
      changedDefinition: k.json('changed_definition'),
      seenAt: k.time('seen_at').notNull(),
      acceptedBy: k.text('accepted_by'),
      acceptedAt: k.time('accepted_at'),
    },
    (t) => [k.uniqueIndex('mcp_tools_name').on(t.server, t.clientId, t.tool)],
  );

  const sandboxChanges = k.table(
    'sandbox_changes',
    {
      id: k.text('id').primaryKey(),
      clientId: k.text('client_id').notNull(),
      key: k.text('key').notNull(),
      change: k.json<StoredChange>('change').notNull(),
    },
    (t) => [k.uniqueIndex('sandbox_changes_key').on(t.clientId, t.key)],
  );

  return { mcpTools, sandboxChanges };
};
