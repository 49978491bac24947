// What waits for the asker's decision.
import { approvalsCard } from '../../../cards/approvals-card.ts';
import { pendingFor } from '../../notices/pending.ts';
import { say } from '../replies.ts';
import type { Command } from './command.ts';

export const approvals: Command = {
  name: 'approvals',
  usage: 'approvals',
  summary: 'What waits for your decision',
  role: 'manager',
  typed: 'alone_or_number',
  run: async ({ core, person }) => say(approvalsCard({ approvals: await pendingFor(core, person) })),
};
