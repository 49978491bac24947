// Reads the sandbox file: made-up companies by client id, as YAML. It names every problem at once, with its path.
import { parseDocument } from 'yaml';
import { AppError, errorText } from '../../lib/errors.ts';
import { checkCompany } from './check-company.ts';
import { linesOf } from './sandbox-problems.ts';
import { companySchema, type SandboxCompany } from './sandbox-schema.ts';

/** By client id. */
export type SandboxWorld = Readonly<Record<string, SandboxCompany>>;

const MOST_CHARACTERS = 5 * 1024 * 1024;
/** Aliases expand; a few are a convenience, many are an attack or a mistake. */
const MOST_ALIASES = 50;
const MOST_PROBLEMS = 100;
/** One mistake of indentation makes many. */
const MOST_SYNTAX_ERRORS = 10;

/** @throws AppError `sandbox_file.invalid` with every problem and its path */
export function readSandboxFile(source: string): SandboxWorld {
  const raw = readYaml(source);
  const problems: string[] = [];
  const world = new Map<string, SandboxCompany>();
  for (const [clientId, value] of Object.entries(raw)) {
    const parsed = companySchema.safeParse(value ?? {});
    const found = parsed.success
      ? checkCompany(parsed.data)
      : parsed.error.issues.flatMap((issue) => linesOf(issue, value));
    problems.push(...found.map((line) => (line.startsWith(':') ? clientId + line : `${clientId}.${line}`)));
    if (parsed.success) world.set(clientId, parsed.data);
  }
  if (problems.length > 0) throw invalid(problems);
  return Object.fromEntries(world);
}

/** An empty file is an empty world. */
function readYaml(source: string): Readonly<Record<string, unknown>> {
  if (source.length > MOST_CHARACTERS) throw invalid(['the file is larger than 5 MB']);
  let value: unknown;
  try {
    const document = parseDocument(source, { logLevel: 'error' });
    if (document.errors.length > 0)
      throw invalid(
        document.errors.slice(0, MOST_SYNTAX_ERRORS).map(({ message }) => message.split('\n')[0] ?? ''),
      );
    value = document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {};
  } catch (error) {
    // Too many aliases, or nested deeper than the parser can follow.
    throw error instanceof AppError ? error : invalid([errorText(error)]);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(['the file must hold one section per client id']);
  return value as Readonly<Record<string, unknown>>;
}

function invalid(problems: readonly string[]): AppError {
  const shown = problems.slice(0, MOST_PROBLEMS);
  if (shown.length < problems.length) shown.push(`and ${problems.length - shown.length} more`);
  return new AppError({
    code: 'sandbox_file.invalid',
    message: `The sandbox file is not right:\n${shown.map((problem) => `  ${problem}`).join('\n')}`,
  });
}
