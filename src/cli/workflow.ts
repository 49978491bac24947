// `workflow validate`: checks the form of a workflow file. It runs nothing and changes nothing.
import { readYaml } from '../lib/read-yaml.ts';
import { readWorkflow } from '../workflows/read-workflow.ts';
import type { CliCall, ExitCode } from './command.ts';
import { MisuseError, onlyWord, readArguments } from './read-arguments.ts';
import { readNamedFile } from './read-file.ts';

export async function runWorkflow(call: CliCall): Promise<ExitCode> {
  const { words } = readArguments(call.args);
  const [action, ...rest] = words;
  if (action === 'test')
    throw new MisuseError(
      'This version has no scenario tests; "workflow validate" checks the form of a file.',
    );
  if (action !== 'validate') throw new MisuseError(`"workflow ${action ?? ''}" is not understood.`);
  const path = onlyWord(rest, 'workflow file');
  const yaml = readYaml(readNamedFile(path));
  const read = yaml.ok ? readWorkflow(yaml.value, 'file') : yaml;
  if (!read.ok) {
    call.complain(`${path} is not right:`);
    for (const problem of read.problems) call.complain(`  ${problem}`);
    return 1;
  }
  const { id, title, status, body } = read.workflow;
  const kind = body.kind === 'guide' ? 'a guide' : `steps: ${body.steps.length}`;
  call.print(`${path} is right: ${id}, "${title}", ${status}, ${kind}.`);
  return 0;
}
