// `match`: says which workflows messages fit, line by line, with the matcher that the desk uses. Opens no database.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError, errorText } from '../lib/errors.ts';
import { readYaml } from '../lib/read-yaml.ts';
import { createMatcher } from '../matching/create-matcher.ts';
import type { Matcher, Trigger } from '../matching/matcher.ts';
import { readWorkflowBook } from '../workflows/book.ts';
import type { CliCall, ExitCode, Terminal } from './command.ts';
import { MisuseError, readArguments } from './read-arguments.ts';
import { readNamedFile } from './read-file.ts';

const messageSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  client: z.string().nullish(),
});

const triggersSchema = z.array(
  z.object({
    id: z.string().min(1),
    title: z.string(),
    trigger: z.string(),
    scope: z.string().optional(),
  }),
);

export async function runMatch(call: CliCall): Promise<ExitCode> {
  const { values, flags, words } = readArguments(call.args, {
    values: ['workflows', 'input'],
    flags: ['json'],
  });
  if (words[0] !== undefined) throw new MisuseError(`"${words[0].slice(0, 40)}" is one word too many.`);
  const input = values.get('input');
  if (input === undefined) throw new MisuseError('Which messages? Give --input FILE.jsonl.');
  const file = values.get('workflows');
  const matcher =
    file === undefined ? readWorkflowBook(undefined).matcher : createMatcher(readTriggers(file));
  let number = 0;
  let bad = 0;
  for await (const line of linesOf(input, call)) {
    number += 1;
    if (line.trim() === '') continue;
    const answer = answerLine(line, matcher);
    if (answer.ok) call.print(flags.has('json') ? JSON.stringify(answer.result) : inWords(answer.result));
    else {
      bad += 1;
      call.complain(`line ${number}: ${answer.problem}`);
    }
  }
  return bad === 0 ? 0 : 1;
}

interface Answer {
  readonly id: string | number;
  readonly workflows: readonly string[];
  readonly why: string;
}

function answerLine(
  line: string,
  matcher: Matcher,
): { readonly ok: true; readonly result: Answer } | { readonly ok: false; readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, problem: 'is not JSON' };
  }
  const parsed = messageSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { ok: false, problem: `${issue?.path.join('.') || 'the line'}: ${issue?.message}` };
  }
  const { id, text, client } = parsed.data;
  const { matches, why } = matcher.match(text, client ?? undefined);
  return { ok: true, result: { id, workflows: matches.map((match) => match.id), why } };
}

function inWords({ id, workflows, why }: Answer): string {
  return `${id}: ${workflows.join(', ') || 'no workflow'} (${why})`;
}

/** @throws AppError that names every problem of the file */
function readTriggers(path: string): readonly Trigger[] {
  const fail = (problems: readonly string[]) =>
    new AppError({
      code: 'cli.workflows',
      message: `${path} is not a list of workflows:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    });
  const read = readYaml(readNamedFile(path));
  if (!read.ok) throw fail(read.problems);
  const parsed = triggersSchema.safeParse(read.value);
  if (!parsed.success)
    throw fail(
      parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`),
    );
  const ids = parsed.data.map((entry) => entry.id);
  const doubled = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (doubled.length > 0) throw fail([...new Set(doubled)].map((id) => `the id ${id} is used twice`));
  return parsed.data;
}

async function* linesOf(path: string, terminal: Terminal): AsyncGenerator<string> {
  const input = path === '-' ? terminal.input() : createReadStream(path, 'utf8');
  try {
    let first = true;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield first ? line.replace(/^\uFEFF/, '') : line;
      first = false;
    }
  } catch (cause) {
    throw new AppError({ code: 'cli.file', message: `Cannot read ${path}: ${errorText(cause)}`, cause });
  }
}
