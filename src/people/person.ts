// People and clients as the core knows them.

export type Role = 'msp_technician' | 'msp_admin';

/** The client id of MSP staff. It has no integrations. */
export const MSP_CLIENT_ID = 'msp';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly clientId: string;
  readonly roles: readonly Role[];
  /** Client ids that a technician is limited to; undefined: all. */
  readonly limitedTo?: readonly string[] | undefined;
  readonly timeZone?: string | undefined;
}

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

export function isStaff(person: Person): boolean {
  return person.roles.length > 0;
}

/** Whether a member of staff may act for this client. Rights are asked for at the click, with the roles of that moment. */
export function mayServe(person: Person, clientId: string): boolean {
  return isStaff(person) && (person.limitedTo === undefined || person.limitedTo.includes(clientId));
}

export function isAdmin(person: Person): boolean {
  return person.roles.includes('msp_admin');
}
