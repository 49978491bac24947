// One MCP server of the desk file as it is opened for one client: the client's id and its secrets put in. What comes out is
// passed to the server and to nothing else.
import { AppError } from '../../lib/errors.ts';
import type { McpServer } from './server-form.ts';

export interface OpenedEntry {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Values that appear in nothing that is shown, stored or logged. */
  readonly secrets: readonly string[];
}

const REFERENCE = /\{\{secrets\.([A-Za-z][A-Za-z0-9_]*)\}\}/g;
/** Shorter ones cannot be struck out without tearing every word apart. */
const SHORTEST_SECRET = 4;

/** @throws AppError `secrets.missing`, `mcp.short_secret` */
export async function openEntry(
  server: McpServer,
  clientId: string,
  secret: (name: string) => Promise<string>,
): Promise<OpenedEntry> {
  const found = new Map<string, string>();
  const texts = [...Object.values(server.env), ...Object.values(server.headers)].join('\n');
  for (const [, name = ''] of texts.matchAll(REFERENCE)) {
    if (found.has(name)) continue;
    const value = await secret(name);
    if (value.length < SHORTEST_SECRET)
      throw new AppError({
        code: 'mcp.short_secret',
        message: `The secret ${name} is shorter than ${SHORTEST_SECRET} characters, so it could not be kept out of answers.`,
      });
    found.set(name, value);
  }
  const fill = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        value.replace(REFERENCE, (whole, name: string) => found.get(name) ?? whole),
      ]),
    );
  return {
    args: server.args.map((arg) => arg.replaceAll('{{client}}', clientId)),
    env: fill(server.env),
    headers: fill(server.headers),
    secrets: [...found.values()],
  };
}
