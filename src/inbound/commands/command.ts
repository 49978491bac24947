// What a command is. One grammar and one registry for every platform; answers are private to whoever asks. A command says
// everything about itself here, so that no other part keeps a list of names.
import type { FormCommandName } from '../../../cards/action.ts';
import type { ChatEvent, ChatReply, Platform } from '../../chat.ts';
import type { Core } from '../../core.ts';
import type { Actor } from '../../people/actor.ts';
import { isAdmin, isStaff, type Person } from '../../people/person.ts';
import { type Answer, say } from '../replies.ts';

export type CommandRole = 'everyone' | 'manager' | 'technician' | 'admin';

/**
 * When a message that begins with the command's name is the command; otherwise it is a request in everyday words. In the chat
 * with the bot, and on Teams, commands are typed as messages. Behind a stroke ("/desk take 1042") every command is one.
 */
export type Typed =
  /** Alone, or with a number behind it: "status", "take 1042". "Take me off the list" asks for help. */
  | 'alone_or_number'
  /** As above, and with any words from technicians and admins: "policy acme-dental". */
  | 'any_words_of_staff'
  /** As above without the words, and with the code of the first admin: "claim Zx81…". */
  | 'alone_or_code'
  /** Only with the label of an approval: "approve P-1234 3fa9". "Approve my leave" asks for help. */
  | 'with_approval';

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
  /** Every command there is, in the order of the help card. */
  readonly commands: readonly Command[];
}

/** What a command says about itself; `name` is one word in lower case. */
export interface CommandFacts {
  readonly name: string;
  /** `status [N]` */
  readonly usage: string;
  readonly summary: string;
  readonly role: CommandRole;
  readonly typed: Typed;
  /** Where help lists it and menus offer it. Absent: everywhere. Elsewhere it runs too, to say what to do instead. */
  readonly platforms?: readonly Platform[] | undefined;
}

interface SpokenCommand extends CommandFacts {
  run(call: CommandCall): Promise<Answer>;
}

/** Teams opens a form only behind a button that asks for one, so its name and words stand in cards/action.ts. */
interface FormCommand extends CommandFacts {
  readonly name: FormCommandName;
  run(call: CommandCall): Promise<Answer | Extract<ChatReply, { type: 'form' }>>;
}

export type Command = SpokenCommand | FormCommand;

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

/** Rights by role at this moment. Managers are found by the approvals that wait for them, so everybody may ask. */
export function mayRun(person: Person, role: CommandRole): boolean {
  switch (role) {
    case 'everyone':
    case 'manager':
      return true;
    case 'technician':
      return isStaff(person);
    case 'admin':
      return isAdmin(person);
  }
}

/** Whether help, suggestions and menus name it on this platform. */
export function isOffered(command: Pick<CommandFacts, 'platforms'>, platform: Platform): boolean {
  return command.platforms?.includes(platform) ?? true;
}

/** The answer to a call that does not fit: what is wrong and the usage. */
export function usage(command: Pick<CommandFacts, 'usage'>, problem: string): Answer {
  return say(`${problem} Usage: ${command.usage}`);
}

/** A ticket number as people type it: `1042`, `#1042`. */
export function parseNumber(word: string | undefined): number | undefined {
  const match = /^#?(\d{1,9})$/.exec(word ?? '');
  return match ? Number(match[1]) : undefined;
}

/** The number of an approval as people type its label: `P-1234`, and as phones write it: `p1234`, or with a longer dash. */
export function parseLabel(word: string | undefined): number | undefined {
  const match = /^p[-\u2010-\u2014]?(\d{1,9})$/i.exec(word ?? '');
  return match ? Number(match[1]) : undefined;
}
