// What a diagnosis may look up in a directory. Reads only; the same tools for every planner.
import type { Directory } from '../ports/directory.ts';
import { finder, onPerson } from './read-tool.ts';
import type { Tool } from './tool.ts';

export function directoryReadTools(directory: Directory): readonly Tool[] {
  return [
    finder('find_people', 'Find people by e-mail address or name', (query, signal) =>
      directory.findPeople(query, signal),
    ),
    finder('find_groups', 'Find groups and distribution lists by name', (query, signal) =>
      directory.findGroups(query, signal),
    ),
    finder('find_apps', 'Find applications by name', (query, signal) => directory.findApps(query, signal)),
    finder('find_licences', 'Find licences by name, with seats and use', (query, signal) =>
      directory.findLicences(query, signal),
    ),
    onPerson('get_person', 'One person with groups, applications and licences', (id, signal) =>
      directory.person(id, signal),
    ),
    onPerson('list_sign_ins', "A person's latest sign-ins", (id, signal) => directory.signIns(id, signal)),
  ];
}
