// What the requester's status line says while a diagnosis goes on: plain words for a kind of look-up, never a tool's name.
import type { ReadTool } from '../../tools/tool-name.ts';

const WORDS: Readonly<Record<ReadTool, string>> = {
  find_people: 'Looking at the account',
  get_person: 'Looking at the account',
  list_sign_ins: 'Looking at recent sign-ins',
  find_groups: 'Looking at the groups',
  find_apps: 'Looking at the applications',
  find_licences: 'Looking at the licences',
  find_software: 'Looking at the software',
  list_devices: 'Looking at the devices',
  find_devices: 'Looking at the devices',
  search_documents: 'Reading the documentation',
  similar_tickets: 'Looking at similar tickets',
};

export const FIRST_WORDS = 'Reading the request';

/** @param tool of any kind: those of the desk file and of MCP servers have no words of their own */
export function progressWords(tool: string): string {
  return isReadTool(tool) ? WORDS[tool] : 'Looking things up';
}

function isReadTool(tool: string): tool is ReadTool {
  return Object.hasOwn(WORDS, tool);
}
