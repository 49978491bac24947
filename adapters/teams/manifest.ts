// The Teams app's manifest, made from the words of the registry. It asks for a bot and nothing else: no permission of a
// team, a chat or Graph. Its form is held against the official schema in the tests.
// Source: learn.microsoft.com "App manifest reference", version 1.30.

/** Stands in the committed file; no bot has it. */
export const NO_APP_ID = '00000000-0000-0000-0000-000000000000';

const VERSION = '1.30';
/** Microsoft shows these links where an admin installs the app. */
const NO_SITE = 'https://deskhand.example';

/** What people most often want, as words that Teams sends for them. */
const PROMPTS = [
  {
    title: 'Reset my password',
    description: 'Ask for a new password',
    prompt: 'Please reset my password',
  },
  {
    title: 'Get access',
    description: 'Ask to be added to a group, a folder or an application',
    prompt: 'I need access to a shared folder',
  },
  {
    title: 'Report a problem',
    description: 'Say what does not work',
    prompt: 'My printer does not print',
  },
] as const;

/** What stands in the menu, most wanted first: everybody's words, then technicians'. Admins find theirs in `help`. */
const MENU = [
  'help',
  'new',
  'status',
  'cancel',
  'approvals',
  'tickets',
  'ticket',
  'take',
  'activity',
] as const;

export interface MenuWord {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
}

export interface TeamsManifestOptions {
  /** The bot's app id, a GUID, as in TEAMS_APP_ID. Absent: the placeholder. */
  readonly appId?: string | undefined;
  /** `1.2.3`, of the product. */
  readonly version: string;
  /** Where people read who runs this desk; `/privacy` and `/terms` are expected below it. */
  readonly site?: string | undefined;
}

/**
 * The manifest as plain data.
 * @param words every command of the registry
 * @throws Error if a word of the menu is no command any more
 */
export function teamsManifest(words: readonly MenuWord[], options: TeamsManifestOptions): object {
  const appId = (options.appId ?? NO_APP_ID).toLowerCase();
  const site = (options.site ?? NO_SITE).replace(/\/+$/, '');
  const commands = MENU.map((name) => commandOf(words, name));
  const prompts = PROMPTS.map((prompt) => ({ ...prompt, type: 'prompt' }));
  // In a group a word is also offered after "/", and sent so that the others do not see it.
  const inGroups = { triggers: ['mention', 'slash'], commands };
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: VERSION,
    version: options.version,
    id: appId,
    developer: {
      name: 'Deskhand',
      websiteUrl: site,
      privacyUrl: `${site}/privacy`,
      termsOfUseUrl: `${site}/terms`,
    },
    name: { short: 'Deskhand', full: 'Deskhand, your IT service desk' },
    description: {
      short: 'IT help in Teams: ask, and it is done or a technician takes over.',
      full:
        'Deskhand is the service desk of your IT provider. Write what you need, in a chat with it or by mentioning it ' +
        'in a channel. It opens a ticket, prepares what has to be done, asks the right people for approval, does exactly ' +
        'what was approved, and tells you the result. Technicians approve, take over and answer here as well.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#2b59c3',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        supportsFiles: false,
        supportsTargetedMessages: true,
        commandLists: [
          { scopes: ['personal'], triggers: ['mention'], commands: [...prompts, ...commands] },
          { scopes: ['team'], ...inGroups },
          { scopes: ['groupChat'], ...inGroups },
        ],
      },
    ],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    validDomains: [],
  };
}

/** The manifest as the text of `manifest.json`. */
export function teamsManifestText(words: readonly MenuWord[], options: TeamsManifestOptions): string {
  return `${JSON.stringify(teamsManifest(words, options), null, 2)}\n`;
}

/** Teams puts the title into the message box, so it is the word alone; what belongs after it stands in the description. */
function commandOf(words: readonly MenuWord[], name: string) {
  const word = words.find((entry) => entry.name === name);
  if (!word) throw new Error(`The menu of Teams names "${name}", which is no command.`);
  const description = word.usage === name ? word.summary : `${word.summary}: ${word.usage}`;
  return { title: name, description, type: 'basic' };
}
