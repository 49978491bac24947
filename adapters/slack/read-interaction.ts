// Reads clicks, submitted forms, shortcuts and slash commands. Pure: a button or form counts only if its text is
// exactly one of ours.
import { z } from 'zod';
import { decodeAction, decodeFormAction } from '../../cards/action.ts';
import type { Address, ChatUser, MessageRef } from '../../src/chat.ts';
import { IGNORED, type Incoming, type ReplyWay } from './incoming.ts';
import { SHORTCUT_CALLBACK_ID } from './manifest.ts';
import { fromSlackText } from './text.ts';

const actor = {
  user: z.object({ id: z.string().min(1), team_id: z.string().nullish() }),
  team: z.object({ id: z.string().min(1) }).nullish(),
  trigger_id: z.string().optional(),
  response_url: z.string().nullish(),
};
const channelSchema = z.object({ id: z.string().min(1) }).nullish();

const clickSchema = z.object({
  ...actor,
  channel: channelSchema,
  container: z.object({ message_ts: z.string().nullish(), is_ephemeral: z.boolean().nullish() }).optional(),
  message: z
    .object({ ts: z.string(), thread_ts: z.string().optional(), team: z.string().nullish() })
    .nullish(),
  view: z.object({ id: z.string(), type: z.string(), app_installed_team_id: z.string().nullish() }).nullish(),
  actions: z.array(z.object({ value: z.string().nullish(), action_ts: z.string().optional() })).min(1),
});

const answerSchema = z.looseObject({
  type: z.string().optional(),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});

const submissionSchema = z.object({
  ...actor,
  view: z.object({
    id: z.string().min(1),
    hash: z.string().optional(),
    callback_id: z.string().optional(),
    private_metadata: z.string().optional(),
    app_installed_team_id: z.string().nullish(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), answerSchema)) }).optional(),
  }),
});

const shortcutSchema = z.object({
  ...actor,
  callback_id: z.string(),
  trigger_id: z.string().min(1),
  channel: z.object({ id: z.string().min(1) }),
  message: z.object({
    ts: z.string().min(1),
    text: z.string().nullish(),
    user: z.string().nullish(),
    bot_id: z.string().nullish(),
    team: z.string().nullish(),
    thread_ts: z.string().optional(),
  }),
});

const commandSchema = z.object({
  command: z.string().min(1),
  text: z.string().optional(),
  user_id: z.string().min(1),
  team_id: z.string().min(1),
  channel_id: z.string().min(1),
  trigger_id: z.string().min(1),
  response_url: z.string().optional(),
});

/** What an interactive payload means. Kinds that the product has no use for are ignored. */
export function readInteraction(type: string, body: unknown): Incoming {
  if (type === 'block_actions') return readClick(body);
  if (type === 'view_submission') return readSubmission(body);
  if (type === 'message_action') return readShortcut(body);
  return IGNORED;
}

/** What a slash command means; its name is the workspace's choice. */
export function readCommand(body: unknown): Incoming {
  const command = commandSchema.safeParse(body).data;
  if (command === undefined)
    return { kind: 'malformed', why: 'slash command without user, channel or trigger' };
  const from = person(command.team_id, command.user_id);
  const at: Address = { platform: 'slack', tenant: command.team_id, channel: command.channel_id };
  const way: ReplyWay = {
    team: command.team_id,
    user: command.user_id,
    channel: command.channel_id,
    responseUrl: command.response_url,
    trigger: command.trigger_id,
    surface: 'other',
  };
  const text = fromSlackText(command.text ?? '', { ids: true });
  const id = `command:${command.trigger_id}`;
  return { kind: 'event', way, event: { type: 'command', id, from, at, text, trigger: command.trigger_id } };
}

// A click may arrive before our own post of the card was answered: the message's id is the click's.
function readClick(body: unknown): Incoming {
  const click = clickSchema.safeParse(body).data;
  const button = click?.actions[0];
  if (click === undefined || button === undefined)
    return { kind: 'malformed', why: 'click without user or action' };
  const team = click.view?.app_installed_team_id ?? click.message?.team ?? teamOf(click);
  if (team === undefined) return { kind: 'malformed', why: 'click without a workspace' };
  const from = person(click.user.team_id ?? team, click.user.id);
  // Home and modals are in no channel; a post to the person's id reaches their conversation with the bot.
  const channel = click.channel?.id ?? click.user.id;
  const thread = click.message?.thread_ts;
  const at: Address = {
    platform: 'slack',
    tenant: team,
    channel,
    ...(thread === undefined ? {} : { thread }),
  };
  const ts = click.container?.message_ts ?? click.message?.ts;
  const way: ReplyWay = {
    team,
    user: click.user.id,
    channel: click.channel?.id,
    thread,
    responseUrl: click.response_url ?? undefined,
    trigger: click.trigger_id,
    surface: click.view?.type === 'modal' ? 'modal' : ts === undefined ? 'other' : 'message',
  };
  const action = decodeAction(button.value ?? '');
  if (action === undefined) return { kind: 'not_ours', way };
  const id = `click:${click.user.id}:${ts ?? click.view?.id ?? ''}:${button.action_ts ?? click.trigger_id ?? ''}`;
  // An ephemeral message cannot be found or updated again, so it is no reference.
  const lasting = ts !== undefined && click.container?.is_ephemeral !== true;
  const message: MessageRef | undefined = lasting ? { ...at, message: ts } : undefined;
  const event = { type: 'action', id, from, at, action, message, trigger: click.trigger_id ?? '' } as const;
  return { kind: 'event', event, way };
}

function readSubmission(body: unknown): Incoming {
  const submission = submissionSchema.safeParse(body).data;
  if (submission === undefined) return { kind: 'malformed', why: 'submission without user or view' };
  const { view, user } = submission;
  if (view.callback_id !== 'form') return IGNORED;
  const team = view.app_installed_team_id ?? teamOf(submission);
  if (team === undefined) return { kind: 'malformed', why: 'submission without a workspace' };
  const way: ReplyWay = { team, user: user.id, trigger: submission.trigger_id, surface: 'submission' };
  const form = decodeFormAction(view.private_metadata ?? '');
  if (form === undefined) return { kind: 'not_ours', way };
  const values = Object.fromEntries(
    Object.entries(view.state?.values ?? {}).map(([field, answers]) => [
      field,
      flatten(Object.values(answers)[0]),
    ]),
  );
  // The view's hash stays the same when a form with errors is corrected and sent again; the trigger does not.
  const id = `form:${view.id}:${submission.trigger_id ?? view.hash ?? ''}`;
  const at: Address = { platform: 'slack', tenant: team, channel: user.id };
  const from = person(user.team_id ?? team, user.id);
  return { kind: 'event', event: { type: 'submission', id, from, at, form, values }, way };
}

function flatten(answer: z.infer<typeof answerSchema> | undefined): string {
  if (answer?.type === 'checkboxes') return String((answer.selected_options ?? []).length > 0);
  return answer?.value ?? answer?.selected_option?.value ?? '';
}

function readShortcut(body: unknown): Incoming {
  const shortcut = shortcutSchema.safeParse(body).data;
  const team = shortcut === undefined ? undefined : teamOf(shortcut);
  if (shortcut === undefined || team === undefined)
    return { kind: 'malformed', why: 'shortcut without a message' };
  if (shortcut.callback_id !== SHORTCUT_CALLBACK_ID) return IGNORED;
  const { message } = shortcut;
  const thread = message.thread_ts ?? message.ts;
  const at = { platform: 'slack', tenant: team, channel: shortcut.channel.id, thread } as const;
  const trigger = shortcut.trigger_id;
  const way: ReplyWay = {
    team,
    user: shortcut.user.id,
    channel: shortcut.channel.id,
    thread: message.thread_ts,
    responseUrl: shortcut.response_url ?? undefined,
    trigger,
    surface: 'other',
  };
  const event = {
    type: 'shortcut',
    id: `shortcut:${trigger}`,
    from: person(shortcut.user.team_id ?? team, shortcut.user.id),
    at,
    text: fromSlackText(message.text ?? ''),
    author: person(message.team ?? team, message.user ?? message.bot_id ?? ''),
    message: { ...at, message: message.ts },
    trigger,
  } as const;
  return { kind: 'event', event, way };
}

function person(tenant: string, id: string): ChatUser {
  return { platform: 'slack', tenant, id };
}

function teamOf(body: {
  team?: { id: string } | null | undefined;
  user: { team_id?: string | null | undefined };
}) {
  return body.team?.id ?? body.user.team_id ?? undefined;
}
