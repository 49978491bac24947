// Translates between the desk file's own words (snake_case, defaults left out) and the desk as the core knows it.
// Both directions stand together so that a key added to one is missed in the other by nobody.

import { isReal, type KindList } from '../integrations/kinds.ts';
import { isServedFor } from '../integrations/mcp/server-form.ts';
import type { Client, Mode } from './client.ts';
import type { DeskClient, DeskFile } from './desk-file.ts';
import type { CheckedDeskFile, DeskFileForm } from './schema.ts';

type ClientForm = CheckedDeskFile['clients'][number];

/** Real systems start in `plan`; a client that has nothing but what is made up follows the MSP, or executes where the MSP says nothing. */
function defaultMode(client: ClientForm, { msp, mcp }: CheckedDeskFile, kinds: KindList): Client['mode'] {
  const mspMode: Mode | undefined = msp.default_mode;
  const served = mcp.some((server) => isServedFor(server, client.id));
  const real = client.integrations.some(({ kind }) => isReal(kind, kinds));
  if (real || client.tools.length > 0 || served) return 'plan';
  return mspMode === undefined && client.integrations.length > 0 ? 'execute' : 'inherit';
}

function readClient(client: ClientForm, form: CheckedDeskFile, kinds: KindList): DeskClient {
  return {
    id: client.id,
    name: client.name,
    domains: client.domains,
    slackTeams: client.slack_teams,
    teamsTenants: client.teams_tenants,
    mode: client.mode ?? defaultMode(client, form, kinds),
    timeZone: client.time_zone,
    notify: client.notify,
    managerFallback: client.manager_fallback,
    protected: client.protected,
    approvers: client.approvers,
    receipt: client.receipt,
    requesterNotices: client.requester_notices,
    integrations: client.integrations,
    policies: client.policies,
    tools: client.tools,
    released: client.released,
    agent: { confidence: client.agent.confidence, dailyBudget: client.agent.daily_budget },
  };
}

export function readForm(form: CheckedDeskFile, kinds: KindList): DeskFile {
  const { msp, people, clients, policies, mcp, agent, slack } = form;
  return {
    msp: {
      name: msp.name,
      domains: msp.domains,
      slackTeams: msp.slack_teams,
      teamsTenants: msp.teams_tenants,
      defaultMode: msp.default_mode ?? 'plan',
      notify: msp.notify,
    },
    people: people.map(({ time_zone, ...person }) => ({ ...person, timeZone: time_zone })),
    clients: clients.map((client) => readClient(client, form, kinds)),
    policies,
    mcp,
    agent: {
      confidence: agent.confidence,
      dailyBudget: agent.daily_budget,
      prices: agent.prices,
      currency: agent.currency,
    },
    slack: slack.map(({ team, bot_token, app_token }) => ({
      team,
      botToken: bot_token,
      appToken: app_token,
    })),
  };
}

/** Left out when empty: a missing list means the same. */
function some<T>(values: readonly T[]): T[] | undefined {
  return values.length === 0 ? undefined : [...values];
}

/** Left out when nothing in it is set. */
function filled<T extends object>(value: T): T | undefined {
  return Object.values(value).some((entry) => entry !== undefined) ? value : undefined;
}

function writeClient(client: DeskClient): NonNullable<DeskFileForm['clients']>[number] {
  return {
    id: client.id,
    name: client.name,
    domains: [...client.domains],
    slack_teams: some(client.slackTeams),
    teams_tenants: some(client.teamsTenants),
    mode: client.mode,
    notify: some(client.notify),
    time_zone: client.timeZone,
    receipt: client.receipt,
    requester_notices: client.requesterNotices,
    manager_fallback: client.managerFallback,
    // An empty list is not the same as none: nobody may approve.
    approvers: client.approvers === undefined ? undefined : [...client.approvers],
    protected: some(client.protected),
    released: some(client.released),
    integrations: some(client.integrations),
    policies: some(client.policies),
    tools: some(client.tools),
    agent: filled({
      confidence: filled(client.agent.confidence),
      daily_budget: client.agent.dailyBudget,
    }),
  };
}

export function writeForm({ msp, people, clients, policies, mcp, agent, slack }: DeskFile): DeskFileForm {
  return {
    msp: {
      name: msp.name,
      domains: [...msp.domains],
      slack_teams: some(msp.slackTeams),
      teams_tenants: some(msp.teamsTenants),
      default_mode: msp.defaultMode,
      notify: some(msp.notify),
    },
    people: people.map(({ timeZone, roles, clients: limit, ...person }) => ({
      ...person,
      roles: [...roles],
      clients: limit === undefined ? undefined : [...limit],
      time_zone: timeZone,
    })),
    clients: clients.map(writeClient),
    policies: some(policies),
    mcp: some(mcp)?.map(({ args, env, headers, reads, ...server }) => ({
      ...server,
      args: some(args),
      env: filled(env),
      headers: filled(headers),
      reads: some(reads),
    })),
    agent: filled({
      confidence: filled(agent.confidence),
      daily_budget: agent.dailyBudget,
      prices: filled(agent.prices),
      currency: agent.currency,
    }),
    slack: some(slack)?.map(({ team, botToken, appToken }) => ({
      team,
      bot_token: botToken,
      app_token: appToken,
    })),
  };
}
