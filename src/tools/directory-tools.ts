// What the desk can look up and do in a directory: the reads, and one tool for each change that the product can make.
import type { Directory, DirectoryVerb } from '../ports/directory.ts';
import { accountTools } from './account-tools.ts';
import { directoryReadTools } from './directory-read-tools.ts';
import { membershipTools } from './membership-tools.ts';
import { passwordTools } from './password-tools.ts';
import type { Repeat, Tool } from './tool.ts';

/** @param options.repeat `keyed` if this product honours our idempotency keys, else what its writes allow */
export function directoryTools(directory: Directory, options: { readonly repeat: Repeat }): readonly Tool[] {
  const { repeat } = options;
  const changes: Readonly<Record<DirectoryVerb, Tool>> = {
    ...passwordTools(directory, repeat),
    ...accountTools(directory, repeat),
    ...membershipTools(directory, repeat),
  };
  const possible = Object.entries(changes).filter(([verb]) => !Object.hasOwn(directory.cannot, verb));
  return [...directoryReadTools(directory), ...possible.map(([, tool]) => tool)];
}
