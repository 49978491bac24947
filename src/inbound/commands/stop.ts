// The emergency stop: one admin halts every execution of every client at once; going on follows the rule for loosening.
import { changeRules } from '../../use-cases/desk/change-rules.ts';
import { handled, say } from '../replies.ts';
import type { Command } from './command.ts';

export const stop: Command = {
  name: 'stop',
  usage: 'stop',
  summary: 'Halt every execution of every client at once',
  role: 'admin',
  typed: 'alone_or_number',
  run: async ({ core, by }) => {
    if (core.desk.stopped) return say('The desk is stopped already. "resume" goes on.');
    const override = { kind: 'stop', stopped: true } as const;
    const stopped = await changeRules(core, by, {
      override,
      summary: 'Every execution is stopped',
      loosens: false,
    });
    if (stopped.type === 'refused') return handled(stopped);
    return say('Stopped. No step of any plan starts until "resume". Requests are still taken and planned.');
  },
};

export const resume: Command = {
  name: 'resume',
  usage: 'resume',
  summary: 'Go on after a stop (a second admin confirms)',
  role: 'admin',
  typed: 'alone_or_number',
  run: async ({ core, by }) => {
    if (!core.desk.stopped) return say('The desk is not stopped.');
    const override = { kind: 'stop', stopped: false } as const;
    return handled(
      await changeRules(core, by, { override, summary: 'Execution goes on after the stop', loosens: true }),
    );
  },
};
