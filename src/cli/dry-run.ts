// `dry-run`: shows what a message would lead to. It works on a copy in memory in which every tool that changes something
// refuses, so nothing is written and nothing runs.
import { randomBytes } from 'node:crypto';
import type { DeskClient } from '../desk/desk-file.ts';
import { isBareConsent, isSmallTalk, isWithdrawal } from '../intake/small-talk.ts';
import { splitWishes } from '../intake/wishes.ts';
import type { ClientSystems } from '../integrations/systems.ts';
import type { Clock } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';
import { silentLogger } from '../lib/log.ts';
import { nearest } from '../lib/nearest.ts';
import { deadline } from '../lib/timers.ts';
import type { Person } from '../people/person.ts';
import { type App, createApp } from '../process/app.ts';
import { prepareParts } from '../process/open-parts.ts';
import { q } from '../store/database.ts';
import { ToolError } from '../tools/tool.ts';
import { type Rehearsal, rehearse } from '../use-cases/plan/rehearse.ts';
import type { CliCall, ExitCode } from './command.ts';
import { openReaderIfAny, requireConfig } from './open-desk.ts';
import { MisuseError, readArguments } from './read-arguments.ts';

const TIMEOUT_MS = 10_000;

export async function runDryRun(call: CliCall): Promise<ExitCode> {
  const { values, flags, words } = readArguments(call.args, { values: ['client', 'from'], flags: ['json'] });
  const clientId = values.get('client');
  const from = values.get('from')?.trim().toLowerCase();
  const text = words.join(' ').trim();
  if (clientId === undefined) throw new MisuseError('Which client? Give --client ID.');
  if (from === undefined) throw new MisuseError('Who writes? Give --from EMAIL.');
  if (text === '') throw new MisuseError('What do they write? Give the message in quotation marks.');
  const app = await copyDesk(call);
  try {
    const client = findClient(app, clientId);
    const requester = await findRequester(call.clock, app.core.systems(client.id), client, from);
    const rehearsals = await rehearseAll(app, client, requester, text);
    const [first, ...more] = rehearsals.map((rehearsal) => ({ client: client.id, from, ...rehearsal }));
    // One object, as one message mostly is one wish; further wishes of the message stand beside it.
    if (flags.has('json')) call.print(JSON.stringify(more.length > 0 ? { ...first, more } : first, null, 2));
    else for (const rehearsal of rehearsals) for (const line of inWords(rehearsal)) call.print(line);
    return 0;
  } finally {
    await app.stop();
  }
}

/** The desk in memory: its file, what chat changed, and systems that cannot be changed. */
async function copyDesk(call: CliCall): Promise<App> {
  const config = requireConfig(call.env);
  const { parts } = await prepareParts(
    {
      ...config,
      database: { kind: 'sqlite', path: ':memory:' },
      // A throw-away key: without one a key file would be made.
      secretKey: randomBytes(32).toString('hex'),
    },
    silentLogger,
    call.clock,
  );
  const reader = await openReaderIfAny(config);
  const overrides = await reader?.read(({ tx, t }) => q(tx.select().from(t.overrides)));
  await reader?.close();
  if (overrides && overrides.length > 0)
    await parts.database.transaction(({ tx, t }) => q(tx.insert(t.overrides).values(overrides)));
  return createApp({
    ...parts,
    adapters: [],
    ownTenant: () => undefined,
    connect: (core) => {
      const systems = parts.connect(core);
      return (clientId) => poison(systems(clientId));
    },
  });
}

/** Nothing here calls a write; should that ever change, it fails. */
function poison(systems: ClientSystems): ClientSystems {
  const tools = [...systems.tools].map(([name, connected]) => {
    if (connected.tool.risk === 'read') return [name, connected] as const;
    const execute = async () => {
      throw new ToolError('final', 'A dry run changes nothing.');
    };
    return [name, { ...connected, tool: { ...connected.tool, execute } }] as const;
  });
  return { ...systems, tools: new Map(tools) };
}

function findClient(app: App, id: string): DeskClient {
  const { clients } = app.core.desk.desk;
  const client = clients.find((entry) => entry.id === id);
  if (client) return client;
  const ids = clients.map((entry) => entry.id);
  const near = nearest(id, ids);
  throw new AppError({
    code: 'dry_run.client',
    message: `There is no client "${id.slice(0, 60)}". ${near ? `Did you mean ${near}?` : `Clients: ${ids.join(', ')}.`}`,
  });
}

async function findRequester(
  clock: Clock,
  systems: ClientSystems,
  client: DeskClient,
  email: string,
): Promise<Person> {
  const { directory } = systems;
  if (!directory)
    throw new AppError({
      code: 'dry_run.directory',
      message: `${client.name} has no directory connected, so nobody can be looked up there.`,
    });
  using time = deadline(clock, TIMEOUT_MS);
  const { signal } = time;
  const found = (await directory.findPeople(email, signal)).find(
    (person) => person.email.toLowerCase() === email,
  );
  if (found) return { id: `dry-run:${email}`, email, name: found.name, clientId: client.id, roles: [] };
  const emails = (await directory.allPeople(signal)).map((person) => person.email.toLowerCase());
  const near = nearest(email, emails);
  throw new AppError({
    code: 'dry_run.from',
    message: `Nobody in the directory of ${client.name} has the address ${email.slice(0, 100)}.${near ? ` Did you mean ${near}?` : ''}`,
  });
}

async function rehearseAll(
  app: App,
  client: DeskClient,
  requester: Person,
  text: string,
): Promise<readonly Rehearsal[]> {
  if (isSmallTalk(text) !== 'none' || isBareConsent(text) || isWithdrawal(text)) {
    const mode = app.core.desk.modeOf(client.id);
    const answer = 'This is small talk: it is answered in a word and opens no ticket.';
    return [{ outcome: 'answer', mode, workflows: [], why: 'No wish in it.', steps: [], text: answer }];
  }
  const rehearsals: Rehearsal[] = [];
  for (const wish of splitWishes(text, app.core.book.matcher))
    rehearsals.push(await rehearse(app.core, { client, requester, text: wish }));
  return rehearsals;
}

const OUTCOMES: Readonly<Record<Rehearsal['outcome'], string>> = {
  auto: 'runs at once, by policy',
  approval_needed: 'waits for approval',
  confirm: 'asks the requester to confirm it first',
  refused: 'refused; a technician takes it over',
  question: 'asks back',
  answer: 'answers',
  hand_off: 'a technician takes it over',
};

function inWords(rehearsal: Rehearsal): readonly string[] {
  const { outcome, mode, workflows, why, diagnosis, steps, would, approvers, manager, reply, text } =
    rehearsal;
  return [
    `Outcome: ${OUTCOMES[outcome]}${mode === 'plan' ? ' (plan mode: only noted on the ticket)' : ''}`,
    `Workflow: ${workflows.join(', ') || 'none'}. ${why}`,
    ...(diagnosis ? [`Diagnosis: ${diagnosis}`] : []),
    ...[...steps, ...(would ?? [])].flatMap((step, index) => [
      `${index + 1}. ${step.sentence}`,
      `   ${step.effect.replaceAll('_', ' ')}${step.manager ? ' with the manager' : ''}: ${step.why}`,
    ]),
    ...(approvers ? [`Technicians who may approve: ${approvers.join(', ') || 'nobody'}`] : []),
    ...(manager ? [`Manager who has to approve: ${manager}`] : []),
    ...(text ? [`Says: ${text}`] : []),
    ...(reply ? [`Reply when done: ${reply}`] : []),
  ];
}
