// Chapter 6: the audit log is whole, and a single changed byte in a copy is found and named.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHeadWriter } from '../../audit/heads.ts';
import { verifyCopy, verifyLog, writeCopy } from '../../audit/log-file.ts';
import type { Stage } from '../stage.ts';

export async function auditChapter(stage: Stage): Promise<void> {
  const { tell, app, headFiles, folder } = stage;
  const { audit } = app.core;
  tell.heading('All of this stands in the audit log.');
  for (const entry of (await audit.latest(4)).toReversed()) tell.say(`${entry.seq}. ${entry.text ?? ''}`);
  await createHeadWriter(audit, headFiles).write(stage.clock.now());
  const { verdict } = await verifyLog(audit, headFiles);
  tell.claim(
    `The log is intact: ${verdict.ok ? verdict.entries : 0} entries, its head signed.`,
    verdict.ok && verdict.heads === 1,
  );
  const copy = join(folder, 'audit.jsonl');
  const entries = await writeCopy(audit, headFiles, copy);
  tell.claim('A copy of it is intact as well.', (await verifyCopy(copy)).verdict.ok);
  const target = Math.ceil(entries / 2);
  await changeOneByte(copy, target);
  tell.say(`In the copy, one byte of entry ${target} is changed.`);
  const changed = (await verifyCopy(copy)).verdict;
  tell.claim(
    `It is found: first bad entry ${changed.ok ? '?' : `${changed.seq}: ${changed.why}`}.`,
    !changed.ok && changed.seq === target,
  );
}

/** One letter of the words of an entry. */
async function changeOneByte(path: string, seq: number): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const line = lines[seq - 1] ?? '';
  const at = line.indexOf('"text":"') + '"text":"'.length;
  const other = line[at] === 'X' ? 'Y' : 'X';
  lines[seq - 1] = `${line.slice(0, at)}${other}${line.slice(at + 1)}`;
  await writeFile(path, lines.join('\n'));
}
