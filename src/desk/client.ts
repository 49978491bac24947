// A client as the desk file describes it, and the words that stand in it: modes and the roles of staff.

export type Role = 'msp_technician' | 'msp_admin';

/** The client id of MSP staff. It has no integrations. */
export const MSP_CLIENT_ID = 'msp';

export type Mode = 'plan' | 'execute';

export interface Client {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  readonly slackTeams: readonly string[];
  readonly teamsTenants: readonly string[];
  readonly mode: Mode | 'inherit';
  readonly timeZone: string;
  /** Notification channels: `slack_dm`, `teams_dm`, `ticket_note`, `slack:CHANNEL`, `teams:CHANNEL`, `playground_dm`. Empty: the default. */
  readonly notify: readonly string[];
  readonly managerFallback?: string | undefined;
  /** Extra protected principals: e-mail addresses and group names, `*` allowed. */
  readonly protected: readonly string[];
  /** E-mail addresses that may approve; undefined: every technician of the client; empty: nobody. */
  readonly approvers?: readonly string[] | undefined;
  /** Send the one-line receipt. */
  readonly receipt: boolean;
  /** Tell the requester that an approval is needed. */
  readonly requesterNotices: boolean;
}

/**
 * Whether staff with these roles may act for the client.
 * @param limitedTo client ids; undefined: all
 */
export function servesClient(
  roles: readonly Role[],
  limitedTo: readonly string[] | undefined,
  clientId: string,
): boolean {
  return roles.length > 0 && (limitedTo === undefined || limitedTo.includes(clientId));
}
