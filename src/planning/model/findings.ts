// What the reads of one run returned: ids that a plan may use and documents that an answer may name. Kept by the program from
// the results themselves, so that what a model claims to have seen counts for nothing.
import type { Json } from '../../lib/json.ts';

export interface FoundDocument {
  readonly id: string;
  readonly title: string;
  readonly url?: string | undefined;
  readonly text: string;
}

export interface Findings {
  add(tool: string, result: Json): void;
  hasId(id: string): boolean;
  /** By id or title, exactly. */
  document(name: string): FoundDocument | undefined;
  documents(): readonly FoundDocument[];
}

/** The tools whose results are documents; what else looks like one is a text by anybody. */
const DOCUMENT_TOOL = /^(?:search|find|get|read)_documents?$/;
const ID_KEY = /^(?:id|ids|\w{1,40}(?:Ids?|_ids?))$/;
const LONGEST_ID = 200;
const DEEPEST = 12;

export function createFindings(): Findings {
  const ids = new Set<string>();
  const documents: FoundDocument[] = [];
  return {
    add: (tool, result) => {
      collectIds(result, ids, 0);
      if (DOCUMENT_TOOL.test(tool)) documents.push(...documentsIn(result));
    },
    hasId: (id) => ids.has(id),
    document: (name) => documents.find(({ id, title }) => id === name || title === name),
    documents: () => documents,
  };
}

/** Values of keys that name ids; a display name that looks like an id is none. */
function collectIds(value: Json, ids: Set<string>, depth: number): void {
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const entry of value) collectIds(entry, ids, depth + 1);
    return;
  }
  for (const [key, entry] of Object.entries(value)) {
    if (ID_KEY.test(key)) {
      for (const id of Array.isArray(entry) ? entry : [entry]) {
        if (typeof id === 'string' && id !== '' && id.length <= LONGEST_ID) ids.add(id);
      }
    }
    collectIds(entry, ids, depth + 1);
  }
}

function documentsIn(result: Json): readonly FoundDocument[] {
  return (Array.isArray(result) ? result : [result]).flatMap((entry: Json) => {
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return [];
    const fields = new Map(Object.entries(entry));
    const text = (key: string) => {
      const value = fields.get(key);
      return typeof value === 'string' ? value : undefined;
    };
    const [id, title] = [text('id'), text('title')];
    if (id === undefined || title === undefined) return [];
    return [{ id, title, url: text('url'), text: text('excerpt') ?? text('text') ?? '' }];
  });
}
