// Search in the client's own documentation.
import type { Documentation } from '../ports/documentation.ts';
import { finder } from './read-tool.ts';
import type { Tool } from './tool.ts';

const MOST_HITS = 5;

export function documentationTools(documentation: Documentation): readonly Tool[] {
  return [
    finder('search_documents', "Search the client's documentation", (query, signal) =>
      documentation.search(query, MOST_HITS, signal),
    ),
  ];
}
