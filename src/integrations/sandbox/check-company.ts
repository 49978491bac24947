// What the form cannot see in a sandbox file: names that clash, managers who are nobody, seats that are taken twice. Pure.
import { idOf } from './ids.ts';
import type { SandboxCompany } from './sandbox-schema.ts';

/** Each problem begins with its path inside the company. */
export function checkCompany(company: SandboxCompany): readonly string[] {
  return [
    ...people(company),
    ...twice('groups', company.groups, ({ name }) => idOf('grp', name)),
    ...twice('apps', company.apps, ({ name }) => idOf('app', name)),
    ...twice('licences', company.licences, ({ name }) => idOf('lic', name)),
    ...twice('software', company.software, ({ name }) => idOf('sw', name)),
    ...twice('devices', company.devices, ({ name }) => idOf('dev', name)),
    ...twice('tickets', company.tickets, ({ id }) => id),
    ...owners(company),
    ...seats(company),
  ];
}

function people({ people: all }: SandboxCompany): readonly string[] {
  const emails = new Set(all.map(({ email }) => email));
  const managers = all.flatMap(({ email, manager }, index) => {
    if (manager === undefined) return [];
    const at = `people[${index}].manager`;
    if (manager === email) return [`${at}: ${email} cannot be their own manager`];
    return emails.has(manager) ? [] : [`${at}: ${manager} is not one of the people`];
  });
  return [...twice('people', all, ({ email }) => email), ...managers];
}

function twice<T>(
  list: string,
  entries: readonly T[],
  idIn: (entry: T) => string | undefined,
): readonly string[] {
  const first = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const id = idIn(entry);
    if (id === undefined) return [];
    const before = first.get(id);
    if (before !== undefined) return [`${list}[${index}]: is the same as ${list}[${before}]`];
    first.set(id, index);
    return [];
  });
}

function owners({ people: all }: SandboxCompany): readonly string[] {
  const owner = new Map<string, string>();
  return all.flatMap(({ email, devices }, index) =>
    devices.flatMap(({ name }, at) => {
      const id = idOf('dev', name);
      const before = owner.get(id);
      if (before !== undefined)
        return [`people[${index}].devices[${at}]: ${name} belongs to ${before} already`];
      owner.set(id, email);
      return [];
    }),
  );
}

function seats({ people: all, licences }: SandboxCompany): readonly string[] {
  return licences.flatMap(({ name, seats: declared }, index) => {
    const id = idOf('lic', name);
    const used = all.filter((person) => person.licences.some((held) => idOf('lic', held) === id)).length;
    return declared !== undefined && used > declared
      ? [`licences[${index}].seats: ${used} people hold ${name}, but there are ${declared} seats`]
      : [];
  });
}
