// Every Web API method that the adapter calls and every event it listens to, with the scope that Slack wants for it.
// The manifest is made from these tables, so the app never asks for more than it uses.

/** Method → bot scope; null where any bot token will do. Source: docs.slack.dev/reference/methods. */
export const METHOD_SCOPES = {
  'auth.test': null,
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'conversations.history': 'im:history',
  'conversations.replies': 'im:history',
  'users.info': 'users:read',
  'users.lookupByEmail': 'users:read.email',
  'reactions.add': 'reactions:write',
  'assistant.threads.setStatus': 'assistant:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'views.open': null,
  'views.push': null,
  'views.publish': null,
} as const;

export type SlackMethod = keyof typeof METHOD_SCOPES;

/** Bot event → scope. Source: docs.slack.dev/reference/events. */
export const EVENT_SCOPES = {
  'message.im': 'im:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  app_mention: 'app_mentions:read',
  app_home_opened: null,
  app_uninstalled: null,
  tokens_revoked: null,
} as const;

/** Scopes for a feature instead of a method: the slash command and the shortcut. */
export const FEATURE_SCOPES = ['commands'] as const;
