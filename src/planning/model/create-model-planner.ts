// The planner that asks a language model. It settles the tools and the texts of a run, lets the model look things up, and
// gives back one checked proposal; it runs nothing, and nothing that the model writes widens what may run.
import { errorText } from '../../lib/errors.ts';
import { type Model, ModelError } from '../../model/model.ts';
import type { PlanningRequest, Proposal, Reads, ToolSummary } from '../planner.ts';
import { chooseTools } from './choose-tools.ts';
import { diagnose } from './diagnose.ts';
import { createFindings } from './findings.ts';
import type { ModelPlanner, UsageMeter } from './model-planner-port.ts';
import { FIRST_WORDS } from './progress-words.ts';
import { systemPrompt, ticketPrompt } from './prompt.ts';
import { readState } from './question-state.ts';
import { readSubmission } from './read-submission.ts';
import { createReadRunner } from './run-reads.ts';
import { createToolbox } from './toolbox.ts';

export interface ModelPlannerOptions {
  readonly model: Model;
  /** An unguessable word, new for each run, of letters, digits and `-`; it marks where data begins and ends. */
  nonce(): string;
  /** From 0 to 1; a plan or an answer below it goes to a person. */
  confidence(clientId: string, ticketType: string): number;
  /** The closed list that a model may choose from. */
  ticketTypes(clientId: string): readonly string[];
}

export function createModelPlanner(options: ModelPlannerOptions): ModelPlanner {
  return {
    plan: async (request, reads, writes, signal, meter) => {
      try {
        return await run(options, request, reads, writes, signal, meter);
      } catch (error) {
        if (error instanceof ModelError) throw error;
        if (signal.aborted)
          throw new ModelError('timeout', 'The diagnosis by the model was ended before its time.', error);
        throw new ModelError('failed', `The model could not be asked: ${errorText(error)}`, error);
      }
    },
  };
}

async function run(
  options: ModelPlannerOptions,
  request: PlanningRequest,
  reads: Reads,
  writes: readonly ToolSummary[],
  signal: AbortSignal,
  meter: UsageMeter,
): Promise<Proposal> {
  const chosen = chooseTools(request, reads.offered, writes);
  if (chosen.reads.length === 0 && chosen.writes.length === 0)
    return { type: 'hand_off', reason: 'Nothing is connected that could be looked at or changed here.' };
  const ticketTypes = options.ticketTypes(request.clientId);
  const toolbox = createToolbox(chosen, ticketTypes);
  const findings = createFindings();
  const asked = readState(request.state);
  const nonce = options.nonce();
  const onProgress = speakOnce(request.onProgress);
  onProgress(FIRST_WORDS);
  return diagnose({
    model: options.model,
    opening: [
      { role: 'system', text: systemPrompt(chosen.writes, request.workflows) },
      { role: 'user', text: ticketPrompt(request, asked, nonce) },
    ],
    toolbox,
    reads: createReadRunner({ toolbox, reads, findings, nonce, onProgress }),
    meter,
    signal,
    close: (name, args) =>
      readSubmission(name, args, {
        request,
        writes: toolbox.writes,
        findings,
        asked,
        ticketTypes,
        confidence: (type) => options.confidence(request.clientId, type),
      }),
  });
}

/** Says nothing twice in a row. */
function speakOnce(tell: PlanningRequest['onProgress']): (words: string) => void {
  let last: string | undefined;
  return (words) => {
    if (words !== last) tell?.(words);
    last = words;
  };
}
