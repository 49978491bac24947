// Guards and how to remove each. The suite has to notice: a gate that cannot go red proves nothing. Where two guards stand
// behind one another, both are removed, because either alone still holds.

export interface Mutation {
  /** What is gone. */
  readonly guard: string;
  readonly edits: readonly { readonly file: string; readonly find: string; readonly replace: string }[];
}

const edit = (file: string, find: string, replace: string) => ({ file, find, replace });

export const MUTATIONS: readonly Mutation[] = [
  {
    guard: 'automatic steps act on the requester only',
    edits: [edit('src/policy/evaluate.ts', 'if (others.length > 0)', 'if (others.length > 99)')],
  },
  {
    guard: 'protected accounts and admin groups',
    edits: [
      edit(
        'src/policy/evaluate.ts',
        'if (target.protection === undefined) return undefined;',
        'if (target.id) return undefined;',
      ),
    ],
  },
  {
    guard: 'disabled tools',
    edits: [
      edit(
        'src/policy/evaluate.ts',
        'const rules = evaluateRules(facts, context, conditions);',
        "const found = evaluateRules(facts, context, conditions);\n  const rules = found.effect === 'disabled' ? { ...found, effect: 'auto' as const } : found;",
      ),
    ],
  },
  {
    guard: 'the client’s boundary',
    edits: [
      edit(
        'src/planning/look-up-targets.ts',
        "if (!found) return { type: 'refused'",
        "if (!found) continue;\n    if (!found) return { type: 'refused'",
      ),
      edit(
        'src/planning/model/check-step.ts',
        "if (typeof value !== 'string' || !(isOwn || findings.hasId(value)))",
        "if (typeof value !== 'string' && !isOwn)",
      ),
    ],
  },
  {
    guard: 'addresses of the client’s own domains only',
    edits: [
      edit(
        'src/planning/look-up-targets.ts',
        'if (newAddress === undefined) return undefined;',
        'if (name) return undefined;',
      ),
    ],
  },
  {
    guard: 'nobody decides their own request, and technicians serve their own clients',
    edits: [
      edit(
        'src/approvals/approval.ts',
        "if (is(plan.requester)) return no('You asked",
        "if (is(undefined)) return no('You asked",
      ),
      edit(
        'src/approvals/approval.ts',
        "if (is(plan.submitter)) return no('You submitted",
        "if (is(undefined)) return no('You submitted",
      ),
      edit(
        'src/approvals/approval.ts',
        'if (!mayServe(actor, approval.clientId)) return no(',
        "if (actor.id === '') return no(",
      ),
    ],
  },
  {
    guard: 'the manager decides the manager’s half',
    edits: [
      edit(
        'src/approvals/approval.ts',
        'return approval.managerEmail?.toLowerCase() === email\n',
        "return email !== ''\n",
      ),
      edit(
        'src/approvals/approval.ts',
        "if (is(plan.requester)) return no('You asked",
        "if (is(undefined)) return no('You asked",
      ),
      edit(
        'src/approvals/approval.ts',
        "if (is(plan.submitter)) return no('You submitted",
        "if (is(undefined)) return no('You submitted",
      ),
    ],
  },
  {
    guard: 'both halves before anything runs',
    edits: [
      edit(
        'src/approvals/approval.ts',
        'if (halves.length > 0 && approved.length === halves.length)',
        'if (approved.length > 0)',
      ),
      edit(
        'src/runs/executor.ts',
        'if (halves.length !== needed || consumed !== needed) throw new NotApprovedError();',
        'if (halves.length > 99) throw new NotApprovedError();',
      ),
    ],
  },
  {
    guard: 'an approval at all',
    edits: [
      edit(
        'src/use-cases/plan/take-proposal.ts',
        "if (planOutcome(bound.decisions).effect === 'auto')",
        "if (planOutcome(bound.decisions).effect !== 'disabled')",
      ),
      edit(
        'src/runs/executor.ts',
        'if (next.idx === 0 && next.attempt === 0 && gated) {',
        'if (next.idx === 99) {',
      ),
    ],
  },
  {
    guard: 'the plan is as it was hashed',
    edits: [edit('src/plans/store.ts', 'intact: hashPlan(body) === row.hash,', 'intact: true,')],
  },
  {
    guard: 'reads only while looking',
    edits: [
      edit(
        'src/planning/model/run-reads.ts',
        'if (toolbox.isWrite(call.name) && !toolbox.reads.has(call.name))',
        "if (call.name === '')",
      ),
      edit(
        'src/planning/model/run-reads.ts',
        "if (!tool) return refusal('There is no tool of this name.');",
        '',
      ),
      edit('src/planning/model/run-reads.ts', 'onProgress(progressWords(tool.name));', ''),
      edit(
        'src/planning/model/run-reads.ts',
        'await reads.call(tool.name, call.args.args)',
        'await reads.call(call.name, call.args.args)',
      ),
      edit(
        'src/planning/model/run-reads.ts',
        'findings.add(tool.name, result ?? null);',
        'if (tool) findings.add(tool.name, result ?? null);',
      ),
      edit(
        'src/use-cases/plan/reads-for.ts',
        'if (!connected || !isOffered(connected.tool))',
        'if (!connected)',
      ),
    ],
  },
  {
    guard: 'links of the model’s own making',
    edits: [
      edit(
        'src/planning/model/neutral-text.ts',
        'const checked = plain.replace(LINKS,',
        'const checked = plain.replace(/(?!)()()/g,',
      ),
    ],
  },
  {
    guard: 'secrets struck out of answers',
    edits: [
      edit(
        'src/tools/http-answer.ts',
        'const text = redact(parsed === undefined ? raw.text : JSON.stringify(parsed), secrets);',
        'const text = parsed === undefined ? raw.text : JSON.stringify(parsed);',
      ),
      edit(
        'src/use-cases/plan/reads-for.ts',
        'return core.redactor.value(cut(await looked.catch(maskedError(core))));',
        'return cut(await looked);',
      ),
    ],
  },
];
