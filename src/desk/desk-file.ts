// What a desk file says, once it is read. It holds no secret: the file only names them.
import type { IntegrationEntry } from '../integrations/kinds.ts';
import type { McpServer } from '../integrations/mcp/server-form.ts';
import type { PolicyRule } from '../policy/policy.ts';
import type { DeskTool } from '../tools/http-tool-form.ts';
import type { Client, Mode, Role } from './client.ts';

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
  readonly integrations: readonly IntegrationEntry[];
  readonly policies: readonly PolicyRule[];
  readonly tools: readonly DeskTool[];
  /** Directory ids of ordinary admin accounts taken off the protected list. */
  readonly released: readonly string[];
  /** Goes before the MSP's, key by key. */
  readonly agent: Pick<AgentSettings, 'confidence' | 'dailyBudget'>;
}

/** What a model may spend, and how sure it has to be. */
export interface AgentSettings {
  /** 0 to 1 by ticket type, `default` for the rest; below it a plan of the model goes to a person. */
  readonly confidence: Readonly<Record<string, number>>;
  /** Per client and day of the client. */
  readonly dailyBudget?:
    | { readonly tokens?: number | undefined; readonly cost?: number | undefined }
    | undefined;
  /** By model, per million tokens. */
  readonly prices: Readonly<
    Record<
      string,
      { readonly prompt: number; readonly cached?: number | undefined; readonly completion: number }
    >
  >;
  readonly currency: string;
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
  readonly mcp: readonly McpServer[];
  readonly agent: AgentSettings;
  /** Further Slack workspaces; the tokens are references into the vault. */
  readonly slack: readonly {
    readonly team: string;
    readonly botToken: string;
    readonly appToken?: string | undefined;
  }[];
}

/** More than that is another file altogether. */
