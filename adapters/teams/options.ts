// What the Teams adapter needs from the composition root. It reads no environment and opens no port of its own.
import type { Clock } from '../../src/lib/clock.ts';

/** The part of a pino logger that the adapter uses. */
export interface TeamsLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What is needed to write into a conversation again; learned from verified activities only. */
export interface KnownConversation {
  readonly tenant: string;
  /** Without `;messageid=`. */
  readonly channel: string;
  readonly kind: 'personal' | 'group' | 'channel';
  /** Of a personal chat: whose it is, as events name the person. */
  readonly userId?: string | undefined;
  /** As Teams names the person to this bot (`29:…`). */
  readonly memberId?: string | undefined;
  readonly serviceUrl: string;
  /** The bot as the conversation names it (`28:…`). */
  readonly botId: string;
  /** The welcome was sent. */
  readonly greeted: boolean;
  /** The app was taken out of it. */
  readonly gone: boolean;
}

/** Where conversations outlive the process. */
export interface Conversations {
  all(): Promise<readonly KnownConversation[]>;
  save(conversation: KnownConversation): Promise<void>;
}

export interface TeamsOptions {
  readonly appId: string;
  /** Absent for a managed identity only. */
  readonly appPassword?: string | undefined;
  /** Absent for the multi-tenant type only. */
  readonly tenantId?: string | undefined;
  readonly appType: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
  readonly log: TeamsLog;
  readonly clock: Clock;
  /** Absent: they are forgotten at the end. */
  readonly conversations?: Conversations | undefined;
  /** Whether the desk lists this tenant, asked at every activity. */
  readonly knowsTenant: (tenant: string) => boolean;
  /** An activity of a tenant that is not listed was refused. */
  readonly onRefused?: ((tenant: string) => void) | undefined;
  /** Milliseconds after which Teams is answered although the core has not. Teams waits 15 seconds, people 3. */
  readonly ackDeadlineMs?: number | undefined;
}
