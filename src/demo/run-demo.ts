// Tells the chapters in order and ends with the count of claims that held.
import { errorText } from '../lib/errors.ts';
import { auditChapter } from './chapters/audit.ts';
import { expiryChapter, tamperedPlanChapter } from './chapters/nothing-runs.ts';
import { passwordChapter } from './chapters/password.ts';
import { dualApprovalChapter, wrongPersonChapter } from './chapters/two-approvals.ts';
import { createNarrator } from './narrator.ts';
import { openStage, type Stage } from './stage.ts';

const CHAPTERS: readonly ((stage: Stage) => Promise<void>)[] = [
  passwordChapter,
  wrongPersonChapter,
  dualApprovalChapter,
  tamperedPlanChapter,
  expiryChapter,
  auditChapter,
];

/** @returns the exit code: 0 if every claim held */
export async function runDemo(print: (line: string) => void): Promise<0 | 1> {
  const tell = createNarrator(print);
  tell.say('Deskhand, with two made-up companies. Nothing real is touched and nothing leaves this computer.');
  const stage = await openStage(tell);
  try {
    for (const chapter of CHAPTERS) await chapter(stage);
    print('');
    print(`All ${tell.claims} checks held. "npm start" opens the same desk in your browser.`);
    return 0;
  } catch (error) {
    print('');
    print(`The demonstration stopped: ${errorText(error)}`);
    return 1;
  } finally {
    await stage.close();
  }
}
