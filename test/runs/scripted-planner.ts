// A planner without judgement: the message names one of the scripts, and the script's steps are the plan.

import { idOf } from '../../src/integrations/sandbox/ids.ts';
import type { Planner, Proposed, ProposedStep } from '../../src/planning/planner.ts';

export type Script = (requesterEmail: string) => readonly Omit<ProposedStep, 'why'>[];

const group = (name: string, person: string) => ({
  tool: 'add_group_member',
  args: { group: idOf('grp', name), person },
});

export const SCRIPTS = {
  /** A technician and the manager. */
  finance: (me) => [group('Finance', me)],
  /** A technician alone. */
  newsletter: (me) => [group('Newsletter', me)],
  /** Both, over three steps, one of which would be automatic by itself. */
  bundle: (me) => [
    group('Finance EU', me),
    { tool: 'assign_app', args: { app: idOf('app', 'Ledger'), person: me } },
    { tool: 'reset_password', args: { person: me } },
  ],
  /** On somebody else. */
  colleague: () => [group('Finance', 'sam.ortiz@acme-dental.example')],
  /** Automatic. */
  password: (me) => [{ tool: 'reset_password', args: { person: me } }],
} satisfies Record<string, Script>;

export type ScriptName = keyof typeof SCRIPTS;

/** @param scripts by the word that a message names them with */
export function scriptedPlanner(scripts: Readonly<Record<string, Script>> = SCRIPTS): Planner {
  return {
    plan: async (request): Promise<Proposed> => {
      const name = Object.keys(scripts).find((word) => request.messages[0]?.includes(word));
      const script = name === undefined ? undefined : scripts[name];
      if (!script) return { type: 'hand_off', by: 'embedded', reason: 'no script' };
      return {
        type: 'plan',
        by: 'embedded',
        diagnosis: `Script ${name}`,
        evidence: [],
        steps: script(request.requester.email).map((step) => ({ ...step, why: 'scripted' })),
        reply: `Done: ${name}.`,
        ticketType: 'access',
      };
    },
  };
}
