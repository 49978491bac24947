// `workflow validate`: a right file, and files that are not.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskhand, folderWith } from './run-deskhand.ts';

const STARTER = join(import.meta.dirname, '../../workflows/starter/reset-password.yaml');

test('a right workflow file', async () => {
  const { code, out } = await deskhand(['workflow', 'validate', STARTER], { cwd: folderWith() });
  expect(code).toBe(0);
  expect(out).toContain('is right: reset-password, "Reset password", active, a guide.');
});

test.each([
  { name: 'no YAML', text: 'id: [x', says: 'line 1' },
  { name: 'an unknown key', text: 'id: x\ntitle: X\ninstructions: Do it.\ntriger: When\n', says: 'triger' },
  {
    name: 'a step that is no tool',
    text: 'id: x\nname: X\nsteps: [{ id: a, type: agent }]\n',
    says: 'steps.0',
  },
  { name: 'nothing', text: '', says: 'is empty' },
])('a file that is not right ends with 1 and says where: $name', async ({ text, says }) => {
  const { code, out, err } = await deskhand(['workflow', 'validate', 'w.yaml'], {
    cwd: folderWith({ 'w.yaml': text }),
  });
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain('w.yaml is not right:');
  expect(err).toContain(says);
});
