// What a well-behaved model says in the stories: it looks things up, then closes with ids that it was shown.
import type { Answer, Script } from './scripted-model.ts';

export function calls(tool: string, args: unknown): Answer {
  return { calls: [{ tool, args }] };
}

export function planOf(steps: readonly unknown[], ticketType: string, reply = 'Done, all is set.'): Answer {
  const diagnosis = 'MODEL-DIAGNOSIS';
  return calls('submit_plan', {
    diagnosis,
    evidence: ['The directory shows it.'],
    confidence: 0.9,
    ticket_type: ticketType,
    steps,
    reply,
  });
}

/** One look-up per turn, as servers without tools have it, then the end. */
export function after(lookUps: readonly Answer[], end: Script): Script {
  return (request) => lookUps[request.turn] ?? end(request);
}
