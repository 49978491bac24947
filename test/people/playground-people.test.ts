import { expect, test } from 'vitest';
import { playgroundPeople } from '../../src/process/playground-people.ts';
import { createTestDesk } from '../support/test-desk.ts';

test('the first employee answers to the first manager, who has a manager too', async () => {
  const desk = await createTestDesk();
  const people = await playgroundPeople(desk.app.core);
  const employee = people.find(({ role }) => role === 'employee');
  const manager = people.find(({ role }) => role === 'manager');
  expect([employee?.name, manager?.name]).toEqual(['Dana Reyes', 'Mia Fontaine']);
  const { directory } = desk.app.core.systems('acme-dental');
  const everybody = (await directory?.allPeople(AbortSignal.timeout(5000))) ?? [];
  const entry = (email: string | undefined) => everybody.find((person) => person.email === email);
  expect(entry(employee?.id)?.managerId).toBe(entry(manager?.id)?.id);
  expect(entry(manager?.id)?.managerId).toBeDefined();
  await desk.close();
});

test('everybody is there once, and nobody who is disabled or protected', async () => {
  const desk = await createTestDesk();
  const people = await playgroundPeople(desk.app.core);
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  for (const client of ['acme-dental', 'birch-legal']) {
    const all = (await desk.app.core.systems(client).directory?.allPeople(AbortSignal.timeout(5000))) ?? [];
    const shown = all.filter(({ email }) => people.some(({ id }) => id === email.toLowerCase()));
    expect(shown.every((person) => person.enabled && person.protection === undefined)).toBe(true);
    expect(shown.length).toBe(
      all.filter((person) => person.enabled && person.protection === undefined).length,
    );
  }
  await desk.close();
});
