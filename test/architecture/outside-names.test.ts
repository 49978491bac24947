// Names from outside never index a plain object: `record['constructor']` is Object's function, not what somebody put there. The
// planted files hold the places where this happened, and every other way to write it.
import { expect, test } from 'vitest';
import { openAccesses } from './outside-names.ts';

/** Each with the reason why `lookUp` cannot stand there. */
const EXCEPTIONS = [
  // Here it is written once.
  'src/lib/look-up.ts: record[name as string]',
  // Asks on purpose whether every object has the name: such an argument is refused.
  'src/integrations/mcp/argument-schema.ts: name in {}',
  // The environment's own name of PATH, as it spells it; before anything of src/lib can be loaded.
  'src/launch.mjs: process.env[key]',
  // The names are our own columns, and the values are holes of a statement: a proxy that owns nothing.
  'src/store/statement.ts: source[name]',
  'src/tickets/store.ts: values[column]',
];

const PLANTED = {
  'cards/render/planted.ts': `
    import type { FormField } from '../card.ts';
    import type { FormOptions } from './adaptive-form.ts';
    export const problem = (errors: NonNullable<FormOptions['errors']>, field: FormField) => errors[field.id];
    export const typed = (values: NonNullable<FormOptions['values']>, field: FormField) => values[field.id];`,
  'adapters/playground/page/planted.js': `
    /** @param {Record<string, string>} errors @param {{ id: string }} input */
    export const problem = (errors, input) => errors[input.id];`,
  'src/planning/planted.ts': `
    import type { PlanStep, Target } from '../plans/plan.ts';
    import type { Tool } from '../tools/tool.ts';
    export const kind = (tool: Tool, arg: string) => tool.argKinds[arg] ?? 'text';
    export const name = (step: PlanStep, target: Target) => step.names[target.arg]?.detail;`,
  'src/tools/planted.ts': `
    import type { DeskTool } from './http-tool-form.ts';
    export const optional = (tool: DeskTool, name: string) => tool.args[name]?.optional === true;`,
  'src/lib/planted.ts': `
    const table = { one: 1, two: 2 };
    export const made = (name: string) => Object.fromEntries([['a', 1]])[name];
    export const parsed = (text: string, name: string) => JSON.parse(text)[name];
    export const chained = (of: { [key: string]: string } | undefined, name: string) => of?.[name];
    export const branded = (of: Record<string, string>, name: string & { brand: 1 }) => of[name];
    export const generic = <Name extends string>(of: Record<string, string>, name: Name) => of[name];
    export const spelt = (of: Record<string, string>, name: string) => of[\`x-\${name}\`];
    export const cast = (name: string) => table[name as keyof typeof table];
    export const asked = (name: string) => name in table;
    export const reflected = (name: string) => Reflect.get(table, name);
    export const taken = ({ [String(Math.E)]: x }: Record<string, string>) => x;
    export function put(into: Record<string, string>, name: string) {
      into[name] = '';
    }
    export const fine = (of: Record<string, string>, list: readonly string[], key: keyof typeof table, at: number) =>
      [of.a, of['b'], list[at], table[key], 'one' in table];`,
};

const found = openAccesses(process.cwd(), PLANTED).map(({ path, code }) => `${path}: ${code}`);
const isPlanted = (line: string) => line.includes('/planted.');

test('no name from outside indexes a plain object', () => {
  expect(found.filter((line) => !isPlanted(line)).sort()).toEqual([...EXCEPTIONS].sort());
});

test('every way to do it is found', () => {
  expect(found.filter(isPlanted)).toEqual([
    'cards/render/planted.ts: errors[field.id]',
    'cards/render/planted.ts: values[field.id]',
    'adapters/playground/page/planted.js: errors[input.id]',
    'src/planning/planted.ts: tool.argKinds[arg]',
    'src/planning/planted.ts: step.names[target.arg]',
    'src/tools/planted.ts: tool.args[name]',
    "src/lib/planted.ts: Object.fromEntries([['a', 1]])[name]",
    'src/lib/planted.ts: JSON.parse(text)[name]',
    'src/lib/planted.ts: of?.[name]',
    'src/lib/planted.ts: of[name]',
    'src/lib/planted.ts: of[name]',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a planted line
    'src/lib/planted.ts: of[`x-${name}`]',
    'src/lib/planted.ts: table[name as keyof typeof table]',
    'src/lib/planted.ts: name in table',
    'src/lib/planted.ts: Reflect.get(table, name)',
    'src/lib/planted.ts: [String(Math.E)]: x',
    'src/lib/planted.ts: into[name]',
  ]);
});
