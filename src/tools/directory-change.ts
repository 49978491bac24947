// A tool that changes a directory, and the verb of the port that it stands on: a product that cannot do the verb has no such tool.
import type { Directory } from '../ports/directory.ts';
import type { Tool } from './tool.ts';

export interface DirectoryChange {
  readonly verb: keyof Directory;
  readonly tool: Tool;
}
