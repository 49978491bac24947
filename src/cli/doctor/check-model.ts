// The doctor's look at the model: whether it answers and uses tools, and whether what it may cost can be counted. It asks
// for one word and never shows the key.
import type { DeskFile } from '../../desk/desk-file.ts';
import { type Clock, MINUTE_MS } from '../../lib/clock.ts';
import { deadline } from '../../lib/timers.ts';
import type { ModelConfig } from '../../model/client.ts';
import type { Check } from './check.ts';

const name = 'model';

/** @param desk undefined: it could not be read, so its prices are not looked at */
export async function checkModel(
  config: ModelConfig | undefined,
  desk: DeskFile | undefined,
  clock: Clock,
): Promise<readonly Check[]> {
  if (!config)
    return [{ name, state: 'off', message: 'no OPENAI_ variable is set; requests are planned without one' }];
  return [await tried(config, clock), ...(desk ? checkPrice(config, desk) : [])];
}

async function tried(config: ModelConfig, clock: Clock): Promise<Check> {
  const { createModelClient } = await import('../../model/client.ts');
  const { probeModel } = await import('../../model/probe.ts');
  using time = deadline(clock, MINUTE_MS);
  const result = await probeModel(createModelClient(config), time.signal);
  const { host } = new URL(config.baseUrl);
  if (result.state === 'works')
    return { name, state: 'on', message: `${config.model} at ${host} answers and uses tools` };
  const { message, remedy } = result;
  if (result.state === 'limited') return { name, state: 'warning', message, remedy };
  return { name, state: 'wrong', message: `${config.model} at ${host}: ${message}`, remedy };
}

/** A budget in money cannot be kept without a price, so the model would never be asked. */
function checkPrice({ model }: ModelConfig, desk: DeskFile): readonly Check[] {
  const limited = [desk.agent, ...desk.clients.map((client) => client.agent)].some(
    ({ dailyBudget }) => dailyBudget?.cost !== undefined,
  );
  if (!limited || Object.hasOwn(desk.agent.prices, model)) return [];
  return [
    {
      name,
      state: 'wrong',
      message: `a daily_budget in money is set, and agent.prices has no price for ${model}: it is not used under that budget`,
      remedy: `Add agent.prices."${model}" with prompt and completion, per million tokens.`,
    },
  ];
}
