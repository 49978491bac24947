// Tries a model once, for whoever sets it up: is it there, does it use tools, and if not, what can be done. Sends nothing of
// any client; decides nothing about later runs.
import { nearest } from '../lib/nearest.ts';
import type { ModelClient } from './client.ts';
import { ModelError, type ModelTool } from './model.ts';
import { type FailureReason, ServerFailure } from './model-failure.ts';

export type ProbeResult =
  | { readonly state: 'works' }
  /** It can be used, and something could be better. */
  | { readonly state: 'limited'; readonly message: string; readonly remedy: string }
  | { readonly state: 'fails'; readonly message: string; readonly remedy: string };

const TOOL: ModelTool = {
  name: 'report',
  description: 'Reports that you are ready.',
  schema: { type: 'object', properties: { word: { type: 'string' } }, required: ['word'] },
};

/** Never throws. At most three requests and their repetitions. */
export async function probeModel(client: ModelClient, signal: AbortSignal): Promise<ProbeResult> {
  try {
    const turn = await client.turn(
      [
        { role: 'system', text: 'You use tools.' },
        { role: 'user', text: 'Use the tool "report" with the word "ready".' },
      ],
      [TOOL],
      signal,
    );
    if (turn.calls[0]?.name !== TOOL.name) {
      const message = `${client.name} answers, but did not use the tool that it was asked to use`;
      return { state: 'limited', message, remedy: client.toolsHint ?? 'Choose a model that supports tools.' };
    }
    if (client.toolsHint === undefined) return { state: 'works' };
    const message = `${client.name}: the server takes no tools, so it works through text; slower`;
    return { state: 'limited', message, remedy: client.toolsHint };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const reason = error instanceof ServerFailure ? error.reason : 'answer';
    return { state: 'fails', message: error.message, remedy: await remedyFor(reason, client, signal) };
  }
}

const REMEDIES: Readonly<Record<Exclude<FailureReason, 'model'>, string>> = {
  key: 'Check OPENAI_API_KEY.',
  account: 'Look at the account at the provider.',
  address: 'Check OPENAI_BASE_URL; for most servers it ends in /v1.',
  redirect: 'Set OPENAI_BASE_URL to the address that it points to.',
  connection: 'Check OPENAI_BASE_URL, the network, and that the model server runs.',
  busy: 'Try again in a while.',
  slow: 'Choose a smaller model or a faster machine: an answer may take 30 seconds.',
  answer: 'Look into the log of the model server.',
};

async function remedyFor(reason: FailureReason, client: ModelClient, signal: AbortSignal): Promise<string> {
  if (reason !== 'model') return REMEDIES[reason];
  // Azure lists what could be deployed, not what is.
  if (client.profile === 'azure') return 'OPENAI_MODEL has to be the name of a deployment.';
  const names = await client.listModels(signal).catch(() => []);
  const near = nearest(client.name, names);
  if (near !== undefined) return `Did you mean OPENAI_MODEL=${near}?`;
  return names.length > 0 ? `OPENAI_MODEL may be: ${listed(names)}.` : 'Check OPENAI_MODEL.';
}

const SHOWN = 5;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
