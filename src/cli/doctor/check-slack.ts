// The doctor's look at Slack: whether the bot's token works. It asks once, sends nothing else and never shows the token.
import { z } from 'zod';
import type { SlackConfig } from '../../config.ts';
import type { Clock } from '../../lib/clock.ts';
import { errorText } from '../../lib/errors.ts';
import { deadline } from '../../lib/timers.ts';
import type { Check } from './check.ts';

const TIMEOUT_MS = 5000;
const SLACK_API = 'https://slack.com/api/';
const name = 'slack';

const answerSchema = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().optional(),
  user: z.string().optional(),
});

/** Source: docs.slack.dev/reference/methods/auth.test */
export async function checkSlack(slack: SlackConfig | undefined, clock: Clock): Promise<Check> {
  if (!slack) return { name, state: 'off', message: 'no SLACK_ variable is set' };
  const base = slack.apiUrl ?? SLACK_API;
  using time = deadline(clock, TIMEOUT_MS);
  try {
    const response = await fetch(new URL('auth.test', base.endsWith('/') ? base : `${base}/`), {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
      signal: time.signal,
    });
    const answer = answerSchema.parse(await response.json());
    if (answer.ok) {
      const message = `${slack.mode} mode, ${answer.user ?? 'the bot'} in ${answer.team ?? 'its workspace'}`;
      return { name, state: 'on', message };
    }
    const message = `Slack refuses SLACK_BOT_TOKEN: ${answer.error ?? 'no reason given'}`;
    return {
      name,
      state: 'wrong',
      message,
      remedy: 'Install the app again and copy its Bot User OAuth Token.',
    };
  } catch (error) {
    const why =
      error instanceof z.ZodError || error instanceof SyntaxError
        ? 'its answer is no answer of Slack'
        : errorText(error);
    const message = `${new URL(base).host} cannot be asked: ${why}`;
    return { name, state: 'wrong', message, remedy: 'Check the network, a proxy, and SLACK_API_URL.' };
  }
}
