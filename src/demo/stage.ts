// The stage of the demonstration: the whole app on a temporary folder, with the shipped desk and sandbox, a clock that is
// moved by hand and a chat in the terminal.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HeadFiles } from '../audit/heads.ts';
import type { ChatReply } from '../chat.ts';
import { readConfig } from '../config.ts';
import { silentLogger } from '../lib/log.ts';
import { lookUp } from '../lib/look-up.ts';
import { type App, createApp } from '../process/app.ts';
import { prepareParts } from '../process/open-parts.ts';
import { DemoClock } from './demo-clock.ts';
import type { Narrator } from './narrator.ts';
import { TerminalChat, textOf } from './terminal-chat.ts';

export const CLIENT = 'acme-dental';
export const DANA = 'dana.reyes@acme-dental.example';
export const MIA = 'mia.fontaine@acme-dental.example';
export const TINA = 'tina@north-msp.example';
export const STRANGER = 'eve@elsewhere.example';

const FIRST_NAMES: Readonly<Record<string, string>> = {
  [DANA]: 'Dana',
  [MIA]: 'Mia',
  [TINA]: 'Tina',
  [STRANGER]: 'a stranger',
};

export interface Stage {
  readonly app: App;
  readonly chat: TerminalChat;
  readonly clock: DemoClock;
  readonly tell: Narrator;
  readonly folder: string;
  readonly headFiles: HeadFiles;
  /** Somebody writes to the desk; everything comes to rest. */
  says(email: string, text: string): Promise<void>;
  /** Somebody presses a button that `owner` sees, by default their own; gives what they are told for it. */
  clicks(email: string, label: string, owner?: string): Promise<ChatReply>;
  /** Who is in a group now, as the directory says. */
  isMember(email: string, group: string): Promise<boolean>;
  close(): Promise<void>;
}

export async function openStage(tell: Narrator): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-demo-'));
  const read = readConfig({ DATABASE_URL: `file:${folder}/deskhand.db`, WORKFLOWS_DIR: `${folder}/none` });
  if (!read.ok) throw new Error(read.problems.join('; '));
  const clock = new DemoClock();
  const seen = (email: string, text: string) => {
    // Everybody in turn gets a copy; three people are enough to follow.
    const name = lookUp(FIRST_NAMES, email);
    if (name !== undefined)
      tell.say(`${capital(name)} sees:\n${text.replace(/\n{2,}/g, '\n').replace(/^/gm, '  | ')}`);
  };
  const chat = new TerminalChat(seen);
  const { parts, headFiles } = await prepareParts(read.config, silentLogger, clock);
  const app = await createApp({ ...parts, adapters: [chat], ownTenant: () => undefined });
  await app.start();
  return {
    app,
    chat,
    clock,
    tell,
    folder,
    headFiles,
    says: async (email, text) => {
      tell.say(`${lookUp(FIRST_NAMES, email)} writes: ${text}`);
      await chat.says(email, text);
      await app.settle();
    },
    clicks: async (email, label, owner = email) => {
      const whose = owner === email ? '' : ` of ${lookUp(FIRST_NAMES, owner)}'s card`;
      tell.say(`${capital(lookUp(FIRST_NAMES, email) ?? email)} presses [${label}]${whose}.`);
      const reply = await chat.click(email, chat.button(owner, label));
      if (reply.type === 'private') seen(email, textOf(reply.content));
      await app.settle();
      return reply;
    },
    isMember: (email, group) => isMember(app, email, group),
    close: async () => {
      await app.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

async function isMember(app: App, email: string, group: string): Promise<boolean> {
  const { directory } = app.core.systems(CLIENT);
  const signal = new AbortController().signal;
  const [found] = (await directory?.findGroups(group, signal)) ?? [];
  const [person] = (await directory?.findPeople(email, signal)) ?? [];
  if (!found || !person) throw new Error(`${email} or ${group} is not in the directory`);
  return person.groupIds.includes(found.id);
}
