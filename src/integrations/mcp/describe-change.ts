// Says in plain words how a tool's definition changed. The server's own words are shown as text, with nothing hidden in them.
import type { Json } from '../../lib/json.ts';
import type { ToolDefinition } from './definition.ts';
import { plainText } from './plain-text.ts';
import { stableText } from './stable-text.ts';

const SHOWN = 1000;
const MOST_LINES = 20;

/** Sentences, none if nothing differs. */
export function describeChange(was: ToolDefinition, is: ToolDefinition): readonly string[] {
  const lines = [
    ...(was.name === is.name ? [] : [`Name: ${shown(was.name)} -> ${shown(is.name)}`]),
    ...(was.description === is.description
      ? []
      : [`Description before: ${shown(was.description)}`, `Description now: ${shown(is.description)}`]),
    ...differences('Arguments', was.inputSchema, is.inputSchema),
    ...differences('Annotations (claims of the server)', was.annotations, is.annotations),
  ];
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `And ${more} more differences.`] : lines;
}

/** What the server claims about the tool, as advice to an admin; a claim sets no policy. */
export function describeClaims({ annotations }: ToolDefinition): string | undefined {
  if (annotations.destructiveHint === true) return 'the server says that it destroys';
  return annotations.readOnlyHint === true ? 'the server says that it only reads' : undefined;
}

function differences(what: string, was: Json, is: Json): string[] {
  const before = leaves(was, []);
  const now = leaves(is, []);
  return [...new Set([...before.keys(), ...now.keys()])].sort().flatMap((path) => {
    const [old, fresh] = [before.get(path), now.get(path)];
    if (old === fresh) return [];
    return [`${what}, ${shown(path)}: ${shown(old ?? 'nothing')} -> ${shown(fresh ?? 'nothing')}`];
  });
}

/** Every value by its path; lists stand as a whole. */
function leaves(value: Json, path: readonly string[]): Map<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return new Map([[path.join('.'), stableText(value)]]);
  const entries = Object.entries(value);
  if (entries.length === 0) return new Map([[path.join('.'), '{}']]);
  return new Map(entries.flatMap(([key, entry]) => [...leaves(entry, [...path, key])]));
}

function shown(text: string): string {
  return plainText(text, SHOWN);
}
