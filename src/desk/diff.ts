// Shows where the desk as it is differs from the desk file, key by key in the file's own words. Decides nothing.

import type { Json } from '../lib/json.ts';
import { lookUp } from '../lib/look-up.ts';
import { CONDITIONS } from '../policy/conditions.ts';
import type { DeskFile } from './desk-file.ts';
import { writeForm } from './form.ts';

export interface DeskDifference {
  /** `clients[acme-dental].mode`; entries of lists go by id, e-mail or tool, not by place. */
  readonly path: string;
  /** As JSON; undefined: not there. */
  readonly file: string | undefined;
  readonly now: string | undefined;
}

/** In the order of the file, then what only the desk has. */
export function diffDesk(file: DeskFile, current: DeskFile): readonly DeskDifference[] {
  return differences('', plain(writeForm(file)), plain(writeForm(current)));
}

/** Without the keys that hold undefined. */
function plain(form: unknown): Json {
  return JSON.parse(JSON.stringify(form)) as Json;
}

function differences(path: string, file: Json | undefined, now: Json | undefined): DeskDifference[] {
  const [left, right] = [entries(file), entries(now)];
  if (left === undefined || right === undefined) {
    const shown = [show(file), show(now)] as const;
    return shown[0] === shown[1] ? [] : [{ path, file: shown[0], now: shown[1] }];
  }
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    differences(path === '' ? key.replace(/^\./, '') : `${path}${key}`, left.get(key), right.get(key)),
  );
}

function show(value: Json | undefined): string | undefined {
  // Sorted keys: the order in which a person wrote them is no difference.
  return JSON.stringify(value, (_, item: Json) =>
    typeof item === 'object' && item !== null && !isList(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** The parts to compare one by one; undefined for what is compared as a whole (texts, numbers, lists of texts). */
function entries(value: Json | undefined): Map<string, Json> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!isList(value)) return new Map(Object.entries(value).map(([key, item]) => [`.${key}`, item]));
  if (!value.some((item) => typeof item === 'object' && item !== null)) return undefined;
  const named = new Map<string, Json>();
  for (const item of value) {
    const name = nameOf(item);
    let key = `[${name}]`;
    for (let again = 2; named.has(key); again += 1) key = `[${name} #${again}]`;
    named.set(key, item);
  }
  return named;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A rule is named by what it applies to, so that a changed policy shows as a change and not as two rules. */
function nameOf(item: Json): string {
  if (typeof item !== 'object' || item === null || isList(item)) return show(item) ?? '';
  const { id, email, name, team, tool } = item;
  if (tool === undefined) return String(id ?? email ?? name ?? team ?? show(item));
  const parts = Object.keys(CONDITIONS).flatMap((key) => lookUp(item, key) ?? []);
  return [tool, ...parts].map((part) => (typeof part === 'string' ? part : show(part))).join(' ');
}
