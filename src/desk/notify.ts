// The channels through which a client's technicians are told, as the desk file names them: one list, read in one place.
import { z } from 'zod';
import { lookUp } from '../lib/look-up.ts';

/** The chat platforms that a notice can go out on. */
const DIRECT = { slack_dm: 'slack', teams_dm: 'teams', playground_dm: 'playground' } as const;

type NotifyPlatform = (typeof DIRECT)[keyof typeof DIRECT];

export type NotifyChannel =
  | { readonly type: 'direct'; readonly platform: NotifyPlatform }
  | { readonly type: 'channel'; readonly platform: 'slack' | 'teams'; readonly channel: string }
  /** The note that every ticket gets anyway; where the ticket system tells people of notes, they hear of it there. */
  | { readonly type: 'ticket_note' };

const WORDS = 'slack_dm, teams_dm, ticket_note, playground_dm, slack:CHANNEL or teams:CHANNEL';

/**
 * @param word `slack_dm`, `ticket_note`, `slack:C0APPROVE`, `teams:19:…@thread.tacv2`
 * @returns undefined for a word that names no channel
 */
export function parseNotify(word: string): NotifyChannel | undefined {
  if (word === 'ticket_note') return { type: 'ticket_note' };
  const direct = lookUp<NotifyPlatform>(DIRECT, word);
  if (direct) return { type: 'direct', platform: direct };
  // An id of Teams has colons of its own: only the first one ends the platform.
  const at = word.indexOf(':');
  const platform = word.slice(0, Math.max(at, 0));
  const channel = word.slice(at + 1);
  if ((platform === 'slack' || platform === 'teams') && /^\S+$/.test(channel))
    return { type: 'channel', platform, channel };
  return undefined;
}

/** One channel in the desk file, kept as it was written. */
export const notifySchema = z
  .string()
  .refine((word) => parseNotify(word) !== undefined, `is not a notification channel: ${WORDS}`);
