// What a command is. One grammar and one registry for every platform; answers are private to whoever asks.
import type { ChatEvent, ChatReply, Platform } from '../../chat.ts';
import type { Core } from '../../core.ts';
import type { Actor } from '../../people/actor.ts';
import type { Person } from '../../people/person.ts';
import { say } from '../replies.ts';

export type CommandRole = 'everyone' | 'manager' | 'technician' | 'admin';

export interface CommandCall {
  readonly core: Core;
  readonly person: Person;
  /** The same person, as they act from where they typed. */
  readonly by: Actor;
  /** The words after the command's name. */
  readonly words: readonly string[];
  /** The same as it was typed, for texts. */
  readonly rest: string;
  readonly event: ChatEvent;
}

export interface Command {
  readonly name: string;
  /** `status [N]` */
  readonly usage: string;
  readonly summary: string;
  readonly role: CommandRole;
  /** Where help lists it and menus offer it. Absent: everywhere. Elsewhere it runs too, to say what to do instead. */
  readonly platforms?: readonly Platform[] | undefined;
  run(call: CommandCall): Promise<ChatReply>;
}

export interface CommandRunner {
  run(call: {
    readonly text: string;
    readonly person: Person;
    /** The same person, as they act from where they typed. */
    readonly by: Actor;
    readonly event: ChatEvent;
  }): Promise<ChatReply>;
  /** Whether a message to the bot is a command by itself: its first word is one, and the rest fits what it takes. */
  isCommand(text: string, person: Person): boolean;
}

/** The answer to a call that does not fit: what is wrong and the usage. */
export function usage(command: Pick<Command, 'usage'>, problem: string): ChatReply {
  return say(`${problem} Usage: ${command.usage}`);
}

/** A ticket number as people type it: `1042`, `#1042`. */
export function parseNumber(word: string | undefined): number | undefined {
  const match = /^#?(\d{1,9})$/.exec(word ?? '');
  return match ? Number(match[1]) : undefined;
}
