// The doctor's look at the documents folder: which client has how many files, and what will not be read. It reads names and
// sizes only; what a file's content is like is told by the running desk.

import type { DeskFile } from '../../desk/desk-file.ts';
import { listFolder } from '../../knowledge/list-folder.ts';
import { errorText } from '../../lib/errors.ts';
import type { Check } from './check.ts';

const NAME = 'documents';
const SHOWN = 10;

export async function checkDocuments(folder: string, desk: DeskFile): Promise<readonly Check[]> {
  try {
    const listed = await listFolder(
      folder,
      desk.clients.map(({ id }) => id),
    );
    const skipped = listed.clients.flatMap((client) =>
      client.skipped.map(({ path, why }) => `${client.clientId}/${path} ${why}`),
    );
    const strange = listed.strange.map(({ path, why }) => `${path} ${why}`);
    const remedy = `Put documents into ${folder}/CLIENT, where CLIENT is the id of a client.`;
    return [
      ...listed.clients.map(({ clientId, files }): Check => {
        const count = files.length === 1 ? '1 document' : `${files.length} documents`;
        return { name: NAME, state: 'on', message: `${clientId}: ${count}` };
      }),
      ...(listed.clients.length === 0
        ? [{ name: NAME, state: 'off', message: `no client has a folder in ${folder}` } as const]
        : []),
      ...warning('Not read', skipped, 'Take them out, or put them in as Markdown, text, HTML or PDF.'),
      ...warning(`In ${folder}`, strange, remedy),
    ];
  } catch (error) {
    return [
      {
        name: NAME,
        state: 'wrong',
        message: `${folder} cannot be looked into: ${errorText(error)}`,
        remedy: 'Correct DOCUMENTS_DIR, or let the desk read that folder.',
      },
    ];
  }
}

function warning(start: string, lines: readonly string[], remedy: string): readonly Check[] {
  if (lines.length === 0) return [];
  const more = lines.length > SHOWN ? `; and ${lines.length - SHOWN} more` : '';
  const message = `${start}: ${lines.slice(0, SHOWN).join('; ')}${more}`;
  return [{ name: NAME, state: 'warning', message, remedy }];
}
