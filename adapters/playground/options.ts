// What the playground needs from the composition root. It reads no environment and knows no rights: a role here only
// says which suggestions a person is shown.
import type { Clock } from '../../src/lib/clock.ts';

export interface PlaygroundPerson {
  /** E-mail address, lower case; it is the platform's user id as well. */
  readonly id: string;
  readonly name: string;
  readonly role: 'employee' | 'manager' | 'technician' | 'admin';
  /** Name of the client, for the picker. */
  readonly client: string;
  /** One short line about this person, e.g. "Manager of Dana Reyes". */
  readonly hint?: string | undefined;
}

/** The part of a pino logger that the playground uses. */
export interface PlaygroundLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface PlaygroundOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Asked again for every request, so that a changed desk file shows at once. */
  readonly people: () => Promise<readonly PlaygroundPerson[]>;
  /** JSON lines; undefined keeps nothing over a restart. */
  readonly transcriptFile: string | undefined;
  readonly maxBodyBytes: number;
  readonly log?: PlaygroundLog | undefined;
  readonly clock: Clock;
  /** Milliseconds that a send must wait, to try out what a platform's rate limit does; undefined: none. */
  readonly sendLimit?: (() => number | undefined) | undefined;
  /** Milliseconds; then the page gets its answer without the core's, as on a chat platform. */
  readonly ackDeadlineMs?: number | undefined;
}
