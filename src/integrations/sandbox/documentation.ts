// The documentation port over the made-up company's documents.
import { createTextSearch } from '../../lib/text-search.ts';
import type { Documentation } from '../../ports/documentation.ts';

export function createSandboxDocumentation(
  documents: readonly { readonly title: string; readonly text: string }[],
): Documentation {
  const texts = documents.map((document, index) => ({ id: `doc:${index + 1}`, ...document }));
  const search = createTextSearch(texts);
  return { search: async (query, limit) => search(query, limit) };
}
