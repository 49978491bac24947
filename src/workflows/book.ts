// The workflows that are in force: starter guides and files, read at start. It matches; it never runs anything.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { boundedMap } from '../lib/bounded-map.ts';
import { AppError } from '../lib/errors.ts';
import { createMatcher } from '../matching/create-matcher.ts';
import type { Matcher, MatchResult } from '../matching/matcher.ts';
import { readWorkflow } from './read-workflow.ts';
import type { MatchedWorkflow, Workflow } from './workflow.ts';

const STARTERS = join(import.meta.dirname, '../../workflows/starter');

export interface WorkflowBook {
  readonly all: readonly Workflow[];
  readonly matcher: Matcher;
  /** Active workflows whose trigger fits, best first, shared ones and this client's. */
  match(
    text: string,
    clientId: string,
  ): { readonly workflows: readonly MatchedWorkflow[]; readonly result: MatchResult };
}

/**
 * Reads the starter guides and every `*.yaml` of a folder (one level of sub-folders).
 * @throws AppError `workflows.invalid` that names each file and what is wrong with it
 */
export function readWorkflowBook(folder: string | undefined): WorkflowBook {
  const starters = readFolder(STARTERS, 'starter');
  const own = folder && existsSync(folder) ? readFolder(folder, 'file') : [];
  // A file with a starter's id replaces the starter.
  const all = [...starters.filter((starter) => !own.some((workflow) => workflow.id === starter.id)), ...own];
  return createWorkflowBook(all);
}

export function createWorkflowBook(all: readonly Workflow[]): WorkflowBook {
  const active = all.filter((workflow) => workflow.status === 'active');
  const matcher = remember(createMatcher(active));
  const byId = new Map(active.map((workflow) => [workflow.id, workflow]));
  return {
    all,
    matcher,
    match: (text, clientId) => {
      const result = matcher.match(text, clientId);
      const workflows = result.matches.flatMap((match) => {
        const workflow = byId.get(match.id);
        return workflow ? [toMatched(workflow, match.why)] : [];
      });
      return { workflows, result };
    },
  };
}

/** One message is matched several times on its way: for its wishes, its answer and its plan. */
const REMEMBERED = 500;

function remember(matcher: Matcher): Matcher {
  const known = boundedMap<MatchResult>(REMEMBERED);
  return {
    match: (text, clientId) => {
      const key = `${clientId ?? ''}\n${text}`;
      const before = known.get(key);
      if (before) return before;
      const result = matcher.match(text, clientId);
      known.set(key, result);
      return result;
    },
  };
}

function toMatched(workflow: Workflow, why: string): MatchedWorkflow {
  const { id, title, trigger, body } = workflow;
  if (body.kind === 'guide')
    return { id, title, trigger, why, instructions: body.instructions, recipe: body.recipe };
  return {
    id,
    title,
    trigger,
    why,
    instructions: '',
    steps: body.steps,
    params: body.params,
    reply: body.reply,
  };
}

function readFolder(folder: string, source: 'starter' | 'file'): readonly Workflow[] {
  const problems: string[] = [];
  const found: Workflow[] = [];
  for (const file of globSync('{*,*/*}.{yaml,yml}', { cwd: folder }).sort()) {
    // The shipped folder holds the starters, which are read as such.
    if (source === 'file' && dirname(resolve(folder, file)) === STARTERS) continue;
    const read = readFile(join(folder, file), source);
    if (read.ok) found.push(read.workflow);
    else problems.push(...read.problems.map((problem) => `${file}: ${problem}`));
  }
  const seen = new Set<string>();
  for (const workflow of found) {
    if (seen.has(workflow.id)) problems.push(`the id ${workflow.id} is used twice`);
    seen.add(workflow.id);
  }
  if (problems.length > 0) {
    throw new AppError({
      code: 'workflows.invalid',
      message: `Workflow files in ${folder} cannot be read:\n  ${problems.join('\n  ')}`,
    });
  }
  return found;
}

function readFile(path: string, source: 'starter' | 'file'): ReturnType<typeof readWorkflow> {
  try {
    return readWorkflow(parse(readFileSync(path, 'utf8'), { maxAliasCount: 20 }), source);
  } catch (error) {
    return {
      ok: false,
      problems: [error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)],
    };
  }
}
