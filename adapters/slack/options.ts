// What the Slack adapter needs from the composition root. It reads no environment and opens no port of its own.
import type { Clock } from '../../src/lib/clock.ts';

/** The part of a pino logger that the adapter uses. */
export interface SlackLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface SlackInstallation {
  readonly botToken: string;
  readonly botUserId?: string | undefined;
  readonly appToken?: string | undefined;
}

export interface SlackInstallations {
  /** The installation in this workspace, or undefined. Asked once per workspace, and again after a refused token. */
  find(team: string): Promise<SlackInstallation | undefined>;
  /** The installation of the settings. Slack is asked which workspace it belongs to. */
  readonly first: SlackInstallation;
  /** App-level tokens of further Slack apps, for their sockets. */
  readonly appTokens?: readonly string[] | undefined;
}

export interface SlackOptions {
  readonly mode: 'socket' | 'http';
  /** For example `https://slack.com/api/`. */
  readonly apiUrl: string;
  readonly installations: SlackInstallations;
  /** Needed in HTTP mode: without it nothing tells Slack's requests from anybody else's. */
  readonly signingSecret?: string | undefined;
  readonly log: SlackLog;
  readonly clock: Clock;
  /** Milliseconds after which a delivery is acknowledged although the core has not answered. Slack waits 3,000. */
  readonly ackDeadlineMs?: number | undefined;
  /** Milliseconds before the second try to connect a socket; doubled up to 30 seconds. */
  readonly reconnectMs?: number | undefined;
}
