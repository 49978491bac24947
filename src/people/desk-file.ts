// Reads the desk file: text in, the desk or every problem at once out. Never reads secrets: the file only names them.
import type { PolicyRule } from '../policy/policy.ts';
import { checkDeskFile } from './desk-file-checks.ts';
import { readForm } from './desk-file-form.ts';
import { problemsOf } from './desk-file-problems.ts';
import { type CheckedDeskFile, deskFileSchema } from './desk-file-schema.ts';
import type { DeskTool } from './desk-file-tools.ts';
import { readYaml } from './desk-file-yaml.ts';
import type { Client, Mode, Role } from './person.ts';

export interface DeskPerson {
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Client ids that the person is limited to; undefined: all. */
  readonly clients?: readonly string[] | undefined;
  readonly timeZone?: string | undefined;
}

export interface DeskClient extends Client {
  readonly integrations: readonly { readonly id: string; readonly kind: 'sandbox' }[];
  readonly policies: readonly PolicyRule[];
  readonly tools: readonly DeskTool[];
  /** Directory ids of ordinary admin accounts taken off the protected list. */
  readonly released: readonly string[];
}

export interface DeskFile {
  readonly msp: {
    readonly name: string;
    readonly domains: readonly string[];
    readonly slackTeams: readonly string[];
    readonly teamsTenants: readonly string[];
    readonly defaultMode: Mode;
    /** For clients that set no channels of their own. */
    readonly notify: readonly string[];
  };
  readonly people: readonly DeskPerson[];
  readonly clients: readonly DeskClient[];
  /** For every client; may be locked. */
  readonly policies: readonly PolicyRule[];
  /** Servers as written; their form is checked where they are connected. */
  readonly mcp: CheckedDeskFile['mcp'];
  /** Further Slack workspaces; the tokens are references into the vault. */
  readonly slack: readonly {
    readonly team: string;
    readonly botToken: string;
    readonly appToken?: string | undefined;
  }[];
}

/** More than that is another file altogether. */
const MOST_PROBLEMS = 200;

export type ParsedDeskFile =
  | { readonly ok: true; readonly desk: DeskFile }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Every problem begins with its path (`clients[0].mode: ...`) or its place (`line 3, column 5: ...`). Never throws. */
export function parseDeskFile(text: string): ParsedDeskFile {
  const read = readYaml(text);
  if (!read.ok) return read;
  const checked = deskFileSchema.safeParse(read.value);
  const problems = [
    ...problemsOf(checked.error?.issues ?? [], deskFileSchema, read.value),
    ...checkDeskFile(read.value),
  ];
  if (problems.length > MOST_PROBLEMS)
    problems.splice(MOST_PROBLEMS, Infinity, `and ${problems.length - MOST_PROBLEMS} more`);
  if (!checked.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, desk: readForm(checked.data) };
}
