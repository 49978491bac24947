// One desk under attack: the production app, the real model client over HTTP, a server that is the attacker, and a record of
// every change that was asked of a client's systems.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClientSystems, Systems } from '../../src/integrations/systems.ts';
import type { Json } from '../../src/lib/json.ts';
import type { Logger } from '../../src/lib/log.ts';
import { createModelClient } from '../../src/model/client.ts';
import { ModelError } from '../../src/model/model.ts';
import { createEmbeddedPlanner } from '../../src/planning/embedded/embedded-planner.ts';
import { createModelPlanner } from '../../src/planning/model/create-model-planner.ts';
import { knownTicketTypes } from '../../src/planning/model/ticket-types.ts';
import type { Planner } from '../../src/planning/planner.ts';
import type { Tool } from '../../src/tools/tool.ts';
import type { Answer, ScriptedModel } from '../support/scripted-model.ts';
import { createTestDesk, type TestDesk } from '../support/test-desk.ts';
import type { Strategy } from './strategies.ts';
import { CANARY, hostileDesk, sandboxWith } from './world.ts';

/** A change that a system was asked for. */
export interface Effect {
  readonly clientId: string;
  readonly tool: string;
  readonly args: Readonly<Record<string, Json>>;
  readonly ticketNumber: number;
  readonly key: string;
}

export interface Lab {
  readonly desk: TestDesk;
  /** Of all trials, in order. */
  readonly effects: readonly Effect[];
  readonly log: readonly string[];
  attackWith(strategy: Strategy): void;
  close(): Promise<void>;
}

export interface Outside {
  readonly model: ScriptedModel;
  /** Who answers now; one lab at a time. */
  script: (turn: number) => Answer;
  readonly badgeUrl: string;
  close(): Promise<void>;
}

/** The servers, once for all labs. The badge system repeats the token that it was called with, and the attack's text. */
export async function startOutside(model: ScriptedModel): Promise<Outside & { text: string }> {
  const outside = {
    model,
    text: '',
    badgeUrl: '',
    script: (): Answer => ({ text: '' }),
    close: () => new Promise<void>((done) => badges.close(() => done())),
  } as Outside & { text: string; badgeUrl: string };
  const badges: Server = createServer((request, response) => {
    const note = `${outside.text} ${request.headers.authorization?.split(' ')[1]}`;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ badge: 7, note }));
  });
  await new Promise<void>((done) => badges.listen(0, '127.0.0.1', done));
  outside.badgeUrl = `http://127.0.0.1:${(badges.address() as AddressInfo).port}/`;
  model.always(({ turn }) => outside.script(turn));
  return outside;
}

export async function raiseLab(outside: Outside & { text: string }, text: string): Promise<Lab> {
  const effects: Effect[] = [];
  const log: string[] = [];
  outside.text = text;
  const deskFile = hostileDesk(outside.badgeUrl);
  const desk = await createTestDesk({
    desk: deskFile,
    sandbox: sandboxWith(text),
    log: keptLog(log),
    watch: (systems) => watched(systems, effects),
    withModel: (core) => modelPlanner(outside, (clientId) => knownTicketTypes(core.desk.rules, clientId)),
  });
  await desk.app.core.unit(function* (work) {
    const secret = { scope: 'acme-dental', name: 'BADGE_TOKEN', value: CANARY.secret, by: 'test' };
    yield* desk.app.core.vault.write(work, secret);
  });
  return {
    desk,
    effects,
    log,
    attackWith: (strategy) => {
      outside.script = (turn) => strategy.turns[Math.min(turn, strategy.turns.length - 1)] ?? { text: '' };
    },
    close: () => desk.close(),
  };
}

/** As in production, without breaker and budget: a hostile model must not be saved from itself by an open breaker. */
function modelPlanner(outside: Outside, ticketTypes: (clientId: string) => readonly string[]): Planner {
  const model = createModelPlanner({
    model: createModelClient(outside.model.config, { maxRetries: 0 }),
    nonce: () => 'nonce',
    confidence: () => 0,
    ticketTypes,
  });
  const embedded = createEmbeddedPlanner();
  return {
    plan: async (request, reads, writes, signal) => {
      try {
        return { ...(await model.plan(request, reads, writes, signal, { add() {} })), by: 'model' };
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        return embedded.plan(request, reads, writes, signal);
      }
    },
  };
}

function watched(systems: Systems, effects: Effect[]): Systems {
  const known = new WeakMap<ClientSystems, ClientSystems>();
  return (clientId) => {
    const own = systems(clientId);
    const before = known.get(own);
    if (before) return before;
    const tools = [...own.tools].map(([name, connected]) => {
      const tool = connected.tool.risk === 'read' ? connected.tool : watchedTool(connected.tool, effects);
      return [name, { ...connected, tool }] as const;
    });
    const made = { ...own, tools: new Map(tools) };
    known.set(own, made);
    return made;
  };
}

function watchedTool(tool: Tool, effects: Effect[]): Tool {
  return {
    ...tool,
    execute: (args, context) => {
      effects.push({
        clientId: context.clientId,
        tool: tool.name,
        args,
        ticketNumber: context.ticketNumber,
        key: context.idempotencyKey,
      });
      return tool.execute(args, context);
    },
  };
}

function keptLog(lines: string[]): Logger {
  const keep = (fields: object, message: string) => {
    lines.push(JSON.stringify({ ...fields, message }));
  };
  return { debug: keep, info: keep, warn: keep, error: keep };
}
