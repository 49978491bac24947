// Reads a table of verbs, so that a language writes each on two lines. It knows the table's marks and no language.
import type { Verb } from './grammar.ts';

/**
 * Lines: `* forms ; …` a verb with its forms in the order of `columns`, each `a|b`; `- object => English` one of its frames;
 * `NAME` all frames of that name, `NAME install update` the same with another English verb; `= NAME` before the first
 * verb opens such a list.
 */
export function readVerbs(table: string, columns: readonly string[]): readonly Verb[] {
  const shared = new Map<string, string[]>();
  const verbs: { forms: Record<string, string>; frames: string[] }[] = [];
  let frames: string[] = [];
  for (const line of table.trim().split('\n')) {
    const [mark = '', ...rest] = line.trim().split(' ');
    const text = rest.join(' ');
    if (mark === '=') {
      frames = [];
      shared.set(text, frames);
    } else if (mark === '*') {
      frames = [];
      verbs.push({ forms: readForms(text, columns), frames });
    } else if (mark === '-') frames.push(text);
    else frames.push(...sharedFrames(shared, mark, rest));
  }
  return verbs;
}

function readForms(text: string, columns: readonly string[]): Record<string, string> {
  const forms = text.split(';').map((form) => form.trim());
  if (forms.length !== columns.length) throw new Error(`Not ${columns.length} forms: ${text}`);
  return Object.fromEntries(
    columns.flatMap((column, at) => {
      const form = forms[at] ?? '';
      // A verb without this form makes no rule with it.
      return form === '-' ? [] : [[column, form === '' || /^[([]/.test(form) ? form : `(${form})`]];
    }),
  );
}

function sharedFrames(
  shared: ReadonlyMap<string, readonly string[]>,
  name: string,
  [from, to]: readonly string[],
): readonly string[] {
  const frames = shared.get(name);
  if (!frames) throw new Error(`No frames are called ${name}`);
  return from === undefined ? frames : frames.map((frame) => frame.replace(`=> ${from}`, `=> ${to}`));
}
