// What must not compile, so that whoever adds a thing is led to its other half: `tsc` fails here where one of these would.
import { newTicketForm } from '../../cards/forms.ts';
import type { Command } from '../../src/inbound/commands/command.ts';
import { say } from '../../src/inbound/replies.ts';
import { createRedactor } from '../../src/secrets/redactor.ts';

const facts = { usage: 'jobs', summary: 'What the desk is working on', role: 'technician' } as const;

// @ts-expect-error a command says when its words, typed as a message, are the command and no request
export const untyped: Command = { ...facts, name: 'jobs', run: async () => say('Nothing.') };

// @ts-expect-error a form answers only under a name that cards/action.ts has: Teams asks there whether to open a dialog
export const formWithoutName: Command = {
  ...facts,
  name: 'jobs',
  typed: 'alone_or_number',
  run: async () => ({ type: 'form', form: newTicketForm() }),
};

// @ts-expect-error whoever makes a redactor says what buttons carry, so that no list of them stands in it
export const redactorWithoutButtons = () => createRedactor(['canary']);
