// Reads the desk file: text in, the desk or every problem at once out. Never reads secrets: the file only names them.
import { readYaml } from '../lib/read-yaml.ts';
import { checkDeskFile } from './checks.ts';
import type { DeskFile } from './desk-file.ts';
import { readForm } from './form.ts';
import { problemsOf } from './problems.ts';
import { DESK_LISTS, type DeskLists, deskFileForm } from './schema.ts';

const MOST_PROBLEMS = 200;
const SHIPPED_FORM = deskFileForm(DESK_LISTS);

export type ParsedDeskFile =
  | { readonly ok: true; readonly desk: DeskFile }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Every problem begins with its path (`clients[0].mode: ...`) or its place (`line 3, column 5: ...`). Never throws. */
export function parseDeskFile(text: string, lists: DeskLists = DESK_LISTS): ParsedDeskFile {
  const read = readYaml(text);
  if (!read.ok) return read;
  const form = lists === DESK_LISTS ? SHIPPED_FORM : deskFileForm(lists);
  const checked = form.safeParse(read.value);
  const problems = [
    ...problemsOf(checked.error?.issues ?? [], form, read.value),
    ...checkDeskFile(read.value),
  ];
  if (problems.length > MOST_PROBLEMS)
    problems.splice(MOST_PROBLEMS, Infinity, `and ${problems.length - MOST_PROBLEMS} more`);
  if (!checked.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, desk: readForm(checked.data, lists.kinds) };
}
