// Answers through the address that came with a click or a command. It works without a token, five times in 30 minutes.
import { type Address, ChatError } from '../../src/chat.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { deadline } from '../../src/lib/timers.ts';

const RESPOND_TIMEOUT_MS = 5000;

/** Shows a message to the person who acted, and to nobody else. @throws ChatError */
export async function respond(
  clock: Clock,
  url: string,
  content: { text: string; blocks?: readonly unknown[] },
  thread: Address['thread'],
): Promise<void> {
  const body = {
    response_type: 'ephemeral',
    replace_original: false,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...content,
  };
  using limit = deadline(clock, RESPOND_TIMEOUT_MS);
  let status: number;
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: limit.signal,
    });
    status = answer.status;
    await answer.body?.cancel();
  } catch (error) {
    throw new ChatError('unreachable', 'Slack could not be reached to answer a click.', { cause: error });
  }
  if (status !== 200)
    throw new ChatError('refused', `Slack refused the answer to a click with HTTP ${status}.`);
}
