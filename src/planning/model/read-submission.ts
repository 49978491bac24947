// A closing call becomes a proposal, or a list of what is wrong with it. Forms, ids, sources and confidence are checked here;
// texts for people are made harmless. What the plan may do is decided elsewhere, by the program.
import type { z } from 'zod';
import type { Json } from '../../lib/json.ts';
import { redact } from '../../secrets/redact.ts';
import type { PlanningRequest, Proposal, ProposedStep, ToolSummary } from '../planner.ts';
import { checkStep } from './check-step.ts';
import { answerForm, type ClosingName, handOffForm, planForm, questionForm } from './closing-forms.ts';
import type { Findings, FoundDocument } from './findings.ts';
import { type Allowed, linksIn, neutralText } from './neutral-text.ts';
import { type AskedBefore, MAX_QUESTIONS, nextState } from './question-state.ts';
import { OTHER_TYPE } from './ticket-types.ts';

const LONGEST = { reply: 600, diagnosis: 1500, question: 300, answer: 1500, line: 300 } as const;
const MOST_PROBLEMS = 8;
const CODE = String.raw`(?:pin|(?:one[- ]time|mfa|2fa|verification|security|recovery|authenticator|sms|login|sign-in)\scodes?)`;
const SECRET = String.raw`(?:password|passcode|passphrase|secret|${CODE})\b`;
/** A question that asks for a secret is never sent, whoever thought of it. "Have you forgotten your password?" is none. */
const ASKS_SECRET = new RegExp(
  [
    String.raw`\b(?:tell|send|give|share|provide|post|write|need|reply with|(?:i|we) have)\b[^.?!\n]{0,30}\b(?:your|the)\s(?:[\w-]{1,20}\s){0,3}?${SECRET}`,
    String.raw`\b(?:what(?:['’]s|\sis|\swas)|confirm)\s(?:your|the)\s(?:[\w-]{1,20}\s){0,3}?${SECRET}`,
    String.raw`\b(?:what|which)\s(?:[\w-]{1,20}\s){0,2}?${CODE}\b`,
  ].join('|'),
  'i',
);

export interface SubmissionContext {
  readonly request: PlanningRequest;
  readonly writes: ReadonlyMap<string, ToolSummary>;
  readonly findings: Findings;
  readonly asked: AskedBefore;
  readonly ticketTypes: readonly string[];
  /** How sure the model has to be, 0 to 1. */
  confidence(ticketType: string): number;
}

export type Submission =
  | { readonly ok: true; readonly proposal: Proposal }
  /** For the model: they name places and rules. */
  | { readonly ok: false; readonly problems: readonly string[] };

export function readSubmission(
  name: ClosingName,
  args: Readonly<Record<string, Json>>,
  given: SubmissionContext,
): Submission {
  const context = { ...given, allowed: allowedIn(given) };
  switch (name) {
    case 'submit_plan':
      return checked(planForm, args, (form) => readPlan(form, context));
    case 'ask_requester':
      return checked(questionForm, args, (form) => readQuestion(form, context));
    case 'answer':
      return checked(answerForm, args, (form) => readAnswer(form, context));
    case 'hand_off':
      return checked(handOffForm, args, ({ reason, ticket_type }) =>
        handOff(neutral(reason, LONGEST.diagnosis, context), typeOf(ticket_type, context)),
      );
  }
}

interface Context extends SubmissionContext {
  readonly allowed: Allowed;
}

function allowedIn({ request, findings }: SubmissionContext): Allowed {
  return {
    domain: request.requester.email.split('@')[1] ?? '',
    links: linksIn([
      ...request.workflows.flatMap(({ instructions, reply }) => [instructions, reply ?? '']),
      ...findings.documents().flatMap(({ text, url }) => [text, url ?? '']),
    ]),
  };
}

function neutral(text: string, longest: number, { allowed }: Context): string {
  return neutralText(text, longest, allowed);
}

function readPlan(form: z.output<typeof planForm>, context: Context): Submission {
  const ticketType = typeOf(form.ticket_type, context);
  const diagnosis = neutral(form.diagnosis, LONGEST.diagnosis, context);
  const reply = neutral(form.reply, LONGEST.reply, context);
  if (diagnosis === '') return wrong(['diagnosis is empty']);
  if (form.steps.length === 0) return withoutSteps(form, { diagnosis, reply, ticketType }, context);
  const problems: string[] = reply === '' ? ['reply is empty'] : [];
  const steps: ProposedStep[] = [];
  for (const [index, step] of form.steps.entries()) {
    const result = checkStep(step, context);
    if (result.ok) steps.push({ ...result.step, why: neutral(step.why ?? '', LONGEST.line, context) });
    else problems.push(`steps[${index}]: ${result.problem}`);
  }
  if (problems.length > 0) return wrong(problems);
  const unsure = tooUnsure(form.confidence, ticketType, diagnosis, context);
  if (unsure) return unsure;
  const evidence = form.evidence
    .map((entry) => neutral(entry, LONGEST.line, context))
    .filter((entry) => entry !== '')
    .slice(0, 20);
  return { ok: true, proposal: { type: 'plan', diagnosis, evidence, steps, reply, ticketType } };
}

/** Nothing is done, so nothing may be claimed: an answer if its evidence names documents that were found, else a person. */
function withoutSteps(
  form: z.output<typeof planForm>,
  { diagnosis, reply, ticketType }: { diagnosis: string; reply: string; ticketType: string },
  context: Context,
): Submission {
  const sources = context.findings
    .documents()
    .filter(({ title }) => form.evidence.some((entry) => entry.includes(title)));
  if (sources.length === 0 || reply === '')
    return handOff(`${diagnosis} (The assistant proposed no steps.)`, ticketType);
  const unsure = tooUnsure(form.confidence, ticketType, diagnosis, context);
  return unsure ?? answered(reply, sources, ticketType, context);
}

function readQuestion(form: z.output<typeof questionForm>, context: Context): Submission {
  const { asked, request } = context;
  const question = neutral(form.question, LONGEST.question, context);
  const ticketType = typeOf(form.ticket_type, context);
  if (question === '') return wrong(['question is empty']);
  if (ASKS_SECRET.test(question)) return wrong(['question asks for a password or a code']);
  if (asked.asked.length >= MAX_QUESTIONS)
    return handOff(`Three questions did not settle it. Still open: ${question}`, ticketType);
  const state = nextState(asked, { question, at: request.messages.length }, form.notes ?? '');
  return { ok: true, proposal: { type: 'question', question, state, ticketType } };
}

function readAnswer(form: z.output<typeof answerForm>, context: Context): Submission {
  const ticketType = typeOf(form.ticket_type, context);
  const text = neutral(form.text, LONGEST.answer, context);
  const documents = form.sources.map((source) => context.findings.document(source));
  const found = documents.filter((document) => document !== undefined);
  if (text === '') return wrong(['text is empty']);
  if (found.length === 0 || found.length < documents.length)
    return wrong(['sources must name documents that search_documents returned in this conversation']);
  const unsure = tooUnsure(form.confidence, ticketType, `It would answer: ${text}`, context);
  return unsure ?? answered(text, found, ticketType, context);
}

function answered(
  text: string,
  documents: readonly FoundDocument[],
  ticketType: string,
  context: Context,
): Submission {
  const sources = documents.map(({ title, url }) =>
    neutral(url === undefined ? title : `${title} (${url})`, LONGEST.line, context),
  );
  return { ok: true, proposal: { type: 'answer', text, sources: [...new Set(sources)], ticketType } };
}

function tooUnsure(
  confidence: number,
  ticketType: string,
  diagnosis: string,
  context: Context,
): Submission | undefined {
  const needed = context.confidence(ticketType);
  if (confidence >= needed) return undefined;
  const why = `The assistant is ${percent(confidence)} sure, and ${percent(needed)} is needed for ${ticketType}.`;
  return handOff(`${diagnosis} (${why})`, ticketType);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

function handOff(reason: string, ticketType: string): Submission {
  const said = reason === '' ? 'The assistant gave no reason.' : reason;
  return { ok: true, proposal: { type: 'hand_off', reason: said, ticketType } };
}

/** Of the closed list. A type that is not on it counts as none of them, which only tightens policy. */
function typeOf(type: string | null | undefined, { ticketTypes }: Context): string {
  return type !== null && type !== undefined && ticketTypes.includes(type) ? type : OTHER_TYPE;
}

function checked<T>(
  form: z.ZodType<T>,
  args: Readonly<Record<string, Json>>,
  read: (form: T) => Submission,
): Submission {
  const parsed = form.safeParse(args);
  if (parsed.success) return read(parsed.data);
  return wrong(
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'arguments'}: ${message}`),
  );
}

function wrong(problems: readonly string[]): Submission {
  return {
    ok: false,
    problems: problems.slice(0, MOST_PROBLEMS).map((problem) => redact(problem.slice(0, 200))),
  };
}
