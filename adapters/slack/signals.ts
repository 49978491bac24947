// The small signs beside the words: reactions, "is looking…", suggested prompts. All best effort: what a workspace
// does not offer is remembered and not asked for again until the next start.
import type { MessageRef } from '../../src/chat.ts';
import { SUGGESTED_PROMPTS } from './manifest.ts';
import type { SlackMethod } from './methods.ts';
import type { SlackLog } from './options.ts';
import { httpStatus, slackCode } from './web-errors.ts';
import type { Workspaces } from './workspaces.ts';

const NOT_OFFERED = new Set([
  'feature_not_enabled',
  'method_not_supported_for_channel_type',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'unknown_method',
]);

export class Signals {
  readonly #workspaces: Workspaces;
  readonly #log: SlackLog;
  readonly #missing = new Set<string>();

  constructor(workspaces: Workspaces, log: SlackLog) {
    this.#workspaces = workspaces;
    this.#log = log;
  }

  /** Marks a person's message as seen or dealt with. Never throws. */
  async mark(message: MessageRef, state: 'received' | 'finished', doing?: string): Promise<void> {
    const { tenant, channel } = message;
    // It carries the eyes already; in a channel there is no status line.
    if (doing !== undefined) return this.#status(message, `is working on it: ${doing.toLowerCase()}…`);
    const spot = { channel, timestamp: message.message };
    if (state === 'finished') {
      await this.#try(tenant, 'reactions.add', { ...spot, name: 'white_check_mark' });
      return;
    }
    const seen = this.#try(tenant, 'reactions.add', { ...spot, name: 'eyes' });
    // The status belongs to the conversation with the bot; Slack clears it with our next message.
    await this.#status(message, 'is looking at your request…');
    await seen;
  }

  /** The line under the conversation with the bot, e.g. "Deskhand is looking at your request…". */
  async #status({ tenant, channel, thread, message }: MessageRef, status: string): Promise<void> {
    if (!channel.startsWith('D')) return;
    const thread_ts = thread ?? message;
    await this.#try(tenant, 'assistant.threads.setStatus', { channel_id: channel, thread_ts, status });
  }

  /** Offers the first words in an open conversation. Never throws. */
  async suggestPrompts(team: string, channel: string): Promise<void> {
    const prompts = SUGGESTED_PROMPTS;
    await this.#try(team, 'assistant.threads.setSuggestedPrompts', { channel_id: channel, prompts });
  }

  async #try(team: string, method: SlackMethod, args: Readonly<Record<string, unknown>>): Promise<void> {
    const key = `${team} ${method}`;
    if (this.#missing.has(key)) return;
    try {
      await this.#workspaces.call(team, method, args);
    } catch (error) {
      const code = slackCode(error) ?? '';
      if (!NOT_OFFERED.has(code) && httpStatus(error) !== 404) return;
      this.#missing.add(key);
      this.#log.info({ team, method, code }, 'Slack does not offer this here; left out from now on');
    }
  }
}
