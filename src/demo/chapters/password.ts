// Chapter 1: a request that policy lets run at once, and a temporary password that exists nowhere but before its owner's eyes.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatReply } from '../../chat.ts';
import { DANA, type Stage, TINA } from '../stage.ts';

export async function passwordChapter(stage: Stage): Promise<void> {
  const { tell, chat } = stage;
  tell.heading('Dana has forgotten her password. Policy lets this run at once.');
  await stage.says(DANA, 'I forgot my password');
  tell.claim(
    'Done without anybody else: her password is reset.',
    chat.lastOf(DANA).includes('password is reset'),
  );
  const label = 'Show temporary password';
  const tried = await stage.clicks(TINA, label, DANA);
  tell.claim('Tina is not shown the password.', tried.type === 'private' && shownIn(tried) === undefined);
  const password = shownIn(await stage.clicks(DANA, label));
  tell.say('Dana sees:\n  | [shown once to Dana, never logged]');
  tell.claim('Dana was shown it.', password !== undefined);
  const again = await stage.clicks(DANA, label);
  tell.claim('A second press shows nothing.', again.type === 'private' && shownIn(again) === undefined);
  tell.claim(
    'The password stands in no file of the desk and nowhere on this screen.',
    password !== undefined && !isWritten(stage, password),
  );
}

/** The password of the private form, if the reply is one. */
function shownIn(reply: ChatReply): string | undefined {
  if (reply.type !== 'form' || typeof reply.form.intro === 'string') return undefined;
  const shown = reply.form.intro?.find((part) => typeof part !== 'string' && 'code' in part);
  return typeof shown === 'object' && 'code' in shown ? shown.code : undefined;
}

function isWritten({ folder, tell }: Stage, password: string): boolean {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return (
    tell.printed.includes(password) ||
    files.some((file) => readFileSync(join(file.parentPath, file.name)).includes(password))
  );
}
