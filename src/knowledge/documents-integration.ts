// A client's documents folder as an integration: searched inside that client alone. It only reads.
import type { Integration } from '../integrations/integration.ts';
import { documentationTools } from '../tools/documentation-tools.ts';
import type { IndexedFolder } from './index-folder.ts';
import type { SearchIndex } from './search-index.ts';

const SHOWN_SKIPPED = 10;

/** @param folder how it is now; undefined while it is looked through for the first time */
export function documentsIntegration(
  clientId: string,
  index: SearchIndex,
  folder: () => IndexedFolder | undefined,
): Integration {
  const documentation: Integration['documentation'] = {
    search: async (query, limit) =>
      (await index.search({ clientId, kind: 'document' }, query, limit)).map((hit) => {
        const { title, path } = detailsOf(hit.details, hit.key);
        return { id: path, title: `${title} (${path})`, excerpt: hit.excerpt };
      }),
  };
  return {
    id: 'documents',
    real: true,
    fromMcp: false,
    documentation,
    tools: documentationTools(documentation),
    get state() {
      return `documents, ${describe(folder())}`;
    },
    check: async () => describe(folder()),
  };
}

function describe(folder: IndexedFolder | undefined): string {
  if (!folder) return 'the folder is being looked through.';
  const count = folder.documents === 1 ? '1 document' : `${folder.documents} documents`;
  if (folder.skipped.length === 0) return `${count} in the index.`;
  const named = folder.skipped.slice(0, SHOWN_SKIPPED).map(({ path, why }) => `${path} ${why}`);
  const more = folder.skipped.length - named.length;
  return `${count} in the index. Not read: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}

function detailsOf(details: unknown, key: string): { readonly title: string; readonly path: string } {
  const fields = new Map(Object.entries(typeof details === 'object' && details !== null ? details : {}));
  const text = (name: string) => {
    const value: unknown = fields.get(name);
    return typeof value === 'string' ? value : key;
  };
  return { title: text('title'), path: text('path') };
}
