// Every command, in the order that help lists them. Adding one: its file, its line here.

import { activity } from './activity.ts';
import { approvals } from './approvals.ts';
import { approve, deny } from './approve.ts';
import { audit } from './audit.ts';
import { clients } from './clients.ts';
import type { Command } from './command.ts';
import { help } from './help.ts';
import { integration } from './integration.ts';
import { mode } from './mode.ts';
import { people } from './people.ts';
import { policy } from './policy.ts';
import { cancel, claim, newRequest, status } from './requester.ts';
import { secret } from './secret.ts';
import { resume, stop } from './stop.ts';
import { close, note, plan, release, reply, take, ticket, tickets } from './tickets.ts';
import { usage } from './usage.ts';

export const COMMANDS: readonly Command[] = [
  help,
  newRequest,
  status,
  cancel,
  claim,
  approvals,
  approve,
  deny,
  tickets,
  ticket,
  reply,
  note,
  plan,
  take,
  release,
  close,
  activity,
  policy,
  mode,
  clients,
  people,
  integration,
  secret,
  usage,
  audit,
  stop,
  resume,
];
