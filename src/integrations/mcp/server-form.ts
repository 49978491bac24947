// The form of an MCP server in the desk file: a program that is started, or an address that is called. Only the operator's
// own hand can name a program; chat cannot.
import { z } from 'zod';

const text = z.string().trim().min(1, 'must not be empty').max(2000, 'is longer than 2,000 characters');

export const mcpServerSchema = z
  .strictObject({
    /** Begins the names of its tools: `files.read_file`. */
    id: text.regex(/^[a-z0-9]+(?:_[a-z0-9]+)*$/, 'must be lower-case words joined by _, e.g. wiki_search'),
    /** Client ids; absent: every client, each with a connection of its own. */
    clients: z.array(text).optional(),
    /** Started without a shell. `{{client}}` in arguments stands for the client's id. */
    command: text.optional(),
    args: z.array(z.string().max(2000)).default([]),
    /** Values may name a secret of the vault: "{{secrets.NAME}}". */
    env: z.record(text, z.string()).default({}),
    url: z.url({ protocol: /^https?$/, error: 'must be an address with http or https' }).optional(),
    headers: z.record(text, z.string()).default({}),
    /** Of its tools, those that the operator vouches only read. */
    reads: z.array(text).default([]),
    /** A call of a step ends after a minute, whatever is written here. */
    timeout_seconds: z.int().min(1).max(55, 'must be from 1 to 55').default(30),
  })
  .refine((server) => server.command !== undefined || (server.args.length === 0 && isEmpty(server.env)), {
    message: 'args and env belong to a command; a url takes headers',
  })
  .refine((server) => server.url !== undefined || isEmpty(server.headers), {
    message: 'headers belong to a url; a command takes env',
  })
  .refine((server) => server.url === undefined || isPrivate(server.url), {
    path: ['url'],
    message: 'must be https, unless the server stands on this machine or in your own network',
  })
  .refine((server) => (server.command === undefined) !== (server.url === undefined), {
    message: 'must have either a command (a program to start) or a url, not both',
  });

/** Whether a client has a connection of its own to the server. */
export function isServedFor({ clients }: Pick<McpServer, 'clients'>, clientId: string): boolean {
  return clients === undefined || clients.includes(clientId);
}

function isEmpty(values: object): boolean {
  return Object.keys(values).length === 0;
}

/** https; or http to loopback, a private address (RFC 1918, RFC 4193), or a name without a dot. */
function isPrivate(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:') return true;
  return (
    /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$/.test(hostname) ||
    /^\[(?:::1|f[cd][0-9a-f:]*)\]$/.test(hostname) ||
    /^[a-z0-9-]+$|\.(?:localhost|local|internal|lan)$/.test(hostname)
  );
}

export type McpServer = z.output<typeof mcpServerSchema>;
