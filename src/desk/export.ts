// Writes the desk in the desk file's format; reading it again gives the same desk.
import { stringify } from 'yaml';
import type { DeskFile } from './desk-file.ts';
import { writeForm } from './form.ts';

/** YAML text. Secrets appear as the references that they are. */
export function exportDeskFile(desk: DeskFile): string {
  return stringify(writeForm(desk), { lineWidth: 0, aliasDuplicateObjects: false });
}
