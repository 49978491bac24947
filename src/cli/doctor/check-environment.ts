// The doctor's look at the process: the Node version and every variable.
import type { ConfigResult } from '../../config.ts';
import type { Check } from './check.ts';

export function checkNode(version: string): Check {
  return { name: 'node', state: 'on', message: `Node ${version}` };
}

/** One finding per problem and per warning, named after its variable. */
export function checkVariables(read: ConfigResult): readonly Check[] {
  if (!read.ok) {
    return read.problems.map((problem) => ({
      ...named(problem),
      state: 'wrong',
      remedy: 'Correct it in .env or the environment; .env.example says what belongs there.',
    }));
  }
  const { config, warnings } = read;
  return [
    { name: 'variables', state: 'on', message: 'every variable can be read' },
    ...warnings.map((warning): Check => ({ ...named(warning), state: 'warning' })),
    {
      name: 'playground',
      state: config.slack ? 'off' : 'on',
      message: config.slack
        ? 'a chat platform is served; "npm start -- --playground" adds it'
        : `npm start opens it on port ${config.port}`,
    },
  ];
}

/** `PORT: must be ...` */
function named(line: string): { readonly name: string; readonly message: string } {
  const colon = line.indexOf(': ');
  return { name: line.slice(0, colon), message: line.slice(colon + 2) };
}
