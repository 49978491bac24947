// The documentation port over the made-up company's documents.
import { createTextSearch } from '../../knowledge/text-search.ts';
import type { Documentation } from '../documentation.ts';

export function createSandboxDocumentation(
  documents: readonly { readonly title: string; readonly text: string }[],
): Documentation {
  const search = createTextSearch(
    documents.map((document, index) => ({ id: `doc:${index + 1}`, ...document })),
  );
  return { search: async (query, limit) => search(query, limit) };
}
