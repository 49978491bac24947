// The Slack app's manifest, made from what the adapter really calls and listens to.
// Source of its form: docs.slack.dev/reference/app-manifest (version 2).
import { EVENT_SCOPES, FEATURE_SCOPES, METHOD_SCOPES } from './methods.ts';

export const SHORTCUT_CALLBACK_ID = 'send_to_it';

/** Shown above the empty conversation. At most four. */
export const SUGGESTED_PROMPTS = [
  { title: 'Reset my password', message: 'Please reset my password' },
  { title: 'Get access', message: 'I need access to a shared folder' },
  { title: 'Report a problem', message: 'My printer does not print' },
  { title: 'See my requests', message: 'What is the state of my requests?' },
] as const;

export interface SlackManifestOptions {
  /** The slash command of the workspace, with its slash; `/desk` if absent. */
  readonly command?: string | undefined;
  /** For HTTP mode: where Slack reaches the app, e.g. `https://desk.example/slack/events`. Absent: Socket Mode. */
  readonly requestUrl?: string | undefined;
}

/**
 * The manifest as plain data. `commands` are the words that the registry offers to everyone, in order; they make the
 * usage hint.
 */
export function slackManifest(
  commands: readonly { readonly name: string; readonly usage: string; readonly summary: string }[],
  options: SlackManifestOptions = {},
): object {
  const url = options.requestUrl;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Deskhand',
      description: 'IT help in Slack: ask, and it is done or a technician takes over.',
      background_color: '#1f3a5f',
      long_description:
        'Deskhand is the service desk of your IT provider. Write what you need, in a direct message or by mentioning it. ' +
        'It opens a ticket, prepares what has to be done, asks the right people for approval, does exactly what was ' +
        'approved, and tells you the result. Technicians approve, take over and answer here as well.',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Deskhand', always_online: true },
      shortcuts: [
        {
          name: 'Send to IT',
          type: 'message',
          callback_id: SHORTCUT_CALLBACK_ID,
          description: 'Opens a ticket from this message',
        },
      ],
      slash_commands: [
        {
          command: options.command ?? '/desk',
          ...(url === undefined ? {} : { url }),
          description: 'The IT service desk: new requests, your tickets, approvals',
          usage_hint: usageHint(commands),
          should_escape: true,
        },
      ],
      agent_view: {
        agent_description: 'Takes IT requests, prepares a plan, and carries it out once it is approved.',
        suggested_prompts: SUGGESTED_PROMPTS,
      },
    },
    oauth_config: { scopes: { bot: scopes() } },
    settings: {
      event_subscriptions: {
        ...(url === undefined ? {} : { request_url: url }),
        bot_events: Object.keys(EVENT_SCOPES).sort(),
      },
      interactivity: { is_enabled: true, ...(url === undefined ? {} : { request_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** The manifest as the text of `manifest/slack.json`. */
export function slackManifestText(
  commands: Parameters<typeof slackManifest>[0],
  options: SlackManifestOptions = {},
): string {
  return `${JSON.stringify(slackManifest(commands, options), null, 2)}\n`;
}

function scopes(): string[] {
  const wanted = [...Object.values(METHOD_SCOPES), ...Object.values(EVENT_SCOPES), ...FEATURE_SCOPES];
  return [...new Set(wanted.filter((scope) => scope !== null))].sort();
}

/** As many usages as fit into a short line; Slack allows 1,000 characters and shows far fewer. */
function usageHint(commands: Parameters<typeof slackManifest>[0]): string {
  let hint = '';
  for (const { usage } of commands) {
    const longer = hint === '' ? usage : `${hint} | ${usage}`;
    if (longer.length > 120) break;
    hint = longer;
  }
  return hint === '' ? 'help' : hint;
}
