// The operations of the Bot Connector's REST API, each with what it does to the world and what Teams refuses.
// Source of the routes: microsoft/botbuilder-js, ConnectorAPI.json and the Teams connector client.

import { APP_ID } from './login-hosts.ts';
import type { TeamsMember } from './people.ts';
import { baseOf, type Conversation, type Json, type TeamsWorld, threadOf } from './teams-world.ts';

export interface WireAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Operation {
  readonly name:
    | 'create'
    | 'post'
    | 'update'
    | 'delete'
    | 'members'
    | 'pagedMembers'
    | 'member'
    | 'team'
    | 'channels';
  /** Decoded; empty for `create`. For teams the team. */
  readonly conversation: string;
  /** An activity or a member. */
  readonly id: string;
  readonly query: URLSearchParams;
}

const ROUTES: readonly (readonly [method: string, path: RegExp, name: Operation['name']])[] = [
  ['POST', /^\/v3\/conversations$/, 'create'],
  ['POST', /^\/v3\/conversations\/([^/]+)\/activities$/, 'post'],
  ['POST', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, 'post'],
  ['PUT', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, 'update'],
  ['DELETE', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, 'delete'],
  ['GET', /^\/v3\/conversations\/([^/]+)\/members$/, 'members'],
  ['GET', /^\/v3\/conversations\/([^/]+)\/pagedmembers$/, 'pagedMembers'],
  ['GET', /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/, 'member'],
  ['GET', /^\/v3\/teams\/([^/]+)$/, 'team'],
  ['GET', /^\/v3\/teams\/([^/]+)\/conversations$/, 'channels'],
];

/** @param url below the path of the service url */
export function operationOf(method: string, url: URL): Operation | undefined {
  const path = url.pathname.replace(/^\/emea/, '').replace(/\/$/, '');
  for (const [verb, pattern, name] of ROUTES) {
    const found = verb === method ? pattern.exec(path) : null;
    if (found === null) continue;
    const [, conversation = '', id = ''] = found.map((part) => decodeURIComponent(part));
    return { name, conversation, id, query: url.searchParams };
  }
  return undefined;
}

export function refuse(status: number, code: string, message: string): WireAnswer {
  return { status, body: { error: { code, message } } };
}

export function answerOperation(world: TeamsWorld, operation: Operation, body: Json): WireAnswer {
  if (operation.name === 'create') return create(world, body);
  const conversation = world.conversations.get(baseOf(operation.conversation));
  if (conversation === undefined || conversation.gone)
    return refuse(404, 'ConversationNotFound', 'Conversation not found.');
  if (!conversation.bot)
    return refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  switch (operation.name) {
    case 'post':
      return post(world, operation, conversation, body);
    case 'update':
      return update(world, operation, body);
    case 'delete':
      return remove(world, operation);
    case 'members':
      return { status: 200, body: rosterOf(world, conversation) };
    case 'pagedMembers':
      return pageOf(world, operation, conversation);
    case 'member': {
      const found = world.member(operation.id);
      return found !== undefined && conversation.members.has(found.id)
        ? { status: 200, body: accountOf(found) }
        : refuse(404, 'MemberNotFoundInConversation', 'The member was not found in the conversation.');
    }
    case 'team':
      return {
        status: 200,
        body: {
          id: conversation.id,
          name: 'Service Desk',
          aadGroupId: APP_ID,
          tenantId: conversation.tenant,
        },
      };
    case 'channels':
      return { status: 200, body: { conversations: [{ id: conversation.id }] } };
  }
}

/** A personal chat with one member, or a new thread in a channel. */
function create(world: TeamsWorld, body: Json): WireAnswer {
  const data = body.channelData as { tenant?: { id?: string }; channel?: { id?: string } } | undefined;
  const channel = data?.channel?.id;
  if (channel !== undefined) {
    const conversation = world.conversations.get(channel);
    if (conversation === undefined || conversation.gone)
      return refuse(404, 'ConversationNotFound', 'Conversation not found.');
    const answer = post(world, operationFor(channel), conversation, body.activity as Json);
    const { id } = answer.body as { id: string };
    return answer.status === 201
      ? { status: 201, body: { id: `${channel};messageid=${id}`, activityId: id } }
      : answer;
  }
  const members = (body.members ?? []) as { id?: string }[];
  const person = members.length === 1 ? world.member(members[0]?.id ?? '') : undefined;
  const tenant = (body.tenantId as string | undefined) ?? data?.tenant?.id;
  if (person === undefined) return refuse(400, 'BadSyntax', 'Invalid user identity in provided tenant');
  if (tenant !== person.tenant)
    return refuse(403, 'ForbiddenOperationException', 'The tenant does not match.');
  const chat = world.personal(person);
  if (!chat.bot)
    return refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  return { status: 201, body: { id: chat.id } };
}

function operationFor(conversation: string): Operation {
  return { name: 'post', conversation, id: '', query: new URLSearchParams() };
}

function post(world: TeamsWorld, operation: Operation, conversation: Conversation, body: Json): WireAnswer {
  if (body.type === 'typing') return { status: 201, body: { id: world.freshId() } };
  const parts = partsOf(body);
  if (parts.length === 0) return refuse(400, 'BadSyntax', 'The activity has neither text nor attachments.');
  const targeted = operation.query.get('isTargetedActivity') === 'true';
  const recipient = (body.recipient as { id?: string } | undefined)?.id ?? '';
  const only = targeted ? world.member(recipient)?.id : undefined;
  if (targeted && (only === undefined || !conversation.members.has(only)))
    return refuse(400, 'BadArgument', 'The recipient of a targeted message must be a member.');
  const ids = parts.map((part) => {
    const thread = threadOf(operation.conversation);
    const place = { conversation: operation.conversation, id: world.freshId(), thread, only };
    return world.show({ ...place, byBot: true, ...part }).id;
  });
  // Text with a card becomes two messages, of which the sender is told no id.
  return ids.length === 1 ? { status: 201, body: { id: ids[0] } } : { status: 202, body: {} };
}

function update(world: TeamsWorld, operation: Operation, body: Json): WireAnswer {
  const message = world.find(operation.conversation, operation.id);
  const thread = threadOf(operation.conversation);
  const elsewhere = thread !== undefined && ![message?.thread, message?.id].includes(thread);
  const lost = message?.thread !== undefined && thread === undefined;
  if (message === undefined || !message.byBot || elsewhere || lost)
    return refuse(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.');
  const [part, ...more] = partsOf(body);
  if (part === undefined || more.length > 0)
    return refuse(400, 'BadSyntax', 'Activity resulted into multiple skype activities');
  if (message.only !== undefined && operation.query.get('isTargetedActivity') !== 'true')
    return refuse(404, 'ActivityNotFoundInConversation', 'A targeted message is changed as such.');
  world.show({ ...message, ...part });
  return { status: 200, body: { id: message.id } };
}

function remove(world: TeamsWorld, operation: Operation): WireAnswer {
  const message = world.find(operation.conversation, operation.id);
  if (message === undefined)
    return refuse(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.');
  world.remove(message);
  return { status: 200, body: {} };
}

/** The messages that Teams makes of one activity. */
function partsOf(body: Json): { text: string; card: Json | undefined }[] {
  const text =
    typeof body.text === 'string' && body.text !== '' ? [{ text: body.text, card: undefined }] : [];
  const attachments = (body.attachments ?? []) as { contentType?: string; content?: Json }[];
  const cards = attachments
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')
    .map(({ content }) => ({ text: '', card: content ?? {} }));
  return [...text, ...cards];
}

function rosterOf(world: TeamsWorld, conversation: Conversation): object[] {
  return world.people.filter(({ id }) => conversation.members.has(id)).map(accountOf);
}

function pageOf(world: TeamsWorld, { query }: Operation, conversation: Conversation): WireAnswer {
  const all = rosterOf(world, conversation);
  const size = Math.max(1, Math.min(500, Number(query.get('pageSize') ?? 200)));
  const from = Number(query.get('continuationToken') ?? 0);
  const next = from + size;
  return {
    status: 200,
    body: {
      members: all.slice(from, next),
      ...(next < all.length ? { continuationToken: String(next) } : {}),
    },
  };
}

function accountOf(person: TeamsMember): object {
  const [givenName, surname] = person.realName.split(' ');
  return {
    id: person.id,
    name: person.realName,
    givenName,
    surname,
    objectId: person.aadObjectId,
    aadObjectId: person.aadObjectId,
    email: person.email,
    userPrincipalName: person.guest ? `${person.email.replace('@', '_')}#EXT#@guest.example` : person.email,
    tenantId: person.tenant,
    userRole: person.guest ? 'guest' : 'user',
  };
}
