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
    timeout_seconds: z.int().min(1).max(120, 'must be from 1 to 120').default(30),
  })
  .refine((server) => (server.command === undefined) !== (server.url === undefined), {
    message: 'must have either a command (a program to start) or a url, not both',
  });

export type McpServer = z.output<typeof mcpServerSchema>;
