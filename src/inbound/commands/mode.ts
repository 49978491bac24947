// The operating mode of a client. Switching to `execute` first shows what plan mode has noted, and waits like every loosening.
import { textCard } from '../../../cards/text-card.ts';
import type { Mode } from '../../desk/client.ts';
import { changeRules } from '../../use-cases/desk/change-rules.ts';
import { handled, say } from '../replies.ts';
import { type Command, usage } from './command.ts';

const MODES: readonly (Mode | 'inherit')[] = ['plan', 'execute', 'inherit'];

export const mode: Command = {
  name: 'mode',
  usage: 'mode [CLIENT|msp] [plan|execute|inherit] [confirm]',
  summary: 'Whether plans are only noted or carried out, per client',
  role: 'admin',
  typed: 'any_words_of_staff',
  run: async ({ core, by, words }) => {
    const [scope, wanted, confirm] = words;
    if (scope === undefined) {
      const lines = core.desk.desk.clients.map(
        (client) =>
          `${client.name} (${client.id}): ${client.mode}${client.mode === 'inherit' ? `, that is ${core.desk.modeOf(client.id)}` : ''}`,
      );
      return say(textCard('Operating modes', [`MSP default: ${core.desk.desk.msp.defaultMode}`, ...lines]));
    }
    const client = scope === 'msp' ? undefined : core.desk.client(scope);
    if (scope !== 'msp' && !client) return usage(mode, `There is no client "${scope.slice(0, 40)}".`);
    const next = MODES.find((entry) => entry === wanted);
    if (!next || (scope === 'msp' && next === 'inherit')) return usage(mode, 'Which mode?');
    const name = client?.name ?? 'the MSP default';
    const live = next === 'execute' || (next === 'inherit' && core.desk.desk.msp.defaultMode === 'execute');
    const loosens =
      live && (client ? core.desk.modeOf(client.id) : core.desk.desk.msp.defaultMode) === 'plan';
    if (loosens && confirm !== 'confirm') {
      const noted = client ? await core.plans.noted(client.id, 5) : [];
      const lines = noted.map(
        (plan) =>
          `Ticket ${plan.prose.ticketNumber}: ${plan.body.steps.map((step) => step.sentence).join('; ')}`,
      );
      return say(
        textCard(`Before ${name} executes`, [
          ...(lines.length > 0
            ? ['What plan mode would have done lately:', ...lines]
            : ['Plan mode has noted no plans yet.']),
          `To go on: mode ${scope} ${next} confirm`,
        ]),
      );
    }
    const override = { kind: 'mode', client: client?.id ?? '*', mode: next } as const;
    return handled(
      await changeRules(core, by, { override, summary: `The mode of ${name} becomes ${next}`, loosens }),
    );
  },
};
