// Chapters 2 and 3: a request that needs a technician and the manager; others are refused, and only both together make it run.
import type { ChatReply } from '../../chat.ts';
import { DANA, MIA, STRANGER, type Stage, TINA } from '../stage.ts';
import { textOf } from '../terminal-chat.ts';

const GROUP = 'Finance';

export async function wrongPersonChapter(stage: Stage): Promise<void> {
  const { tell } = stage;
  tell.heading('Dana wants to be in the Finance group. The wrong people try to approve it.');
  await stage.says(DANA, `Please add me to the ${GROUP} group`);
  tell.claim('Dana cannot approve her own request.', isRefused(await stage.clicks(DANA, 'Approve', TINA)));
  tell.claim('A stranger cannot approve it.', isRefused(await stage.clicks(STRANGER, 'Approve', TINA)));
  tell.claim(
    "Dana's manager Mia cannot take the technician's half.",
    isRefused(await stage.clicks(MIA, 'Approve', TINA)),
  );
  tell.claim(`Nothing ran: Dana is not in ${GROUP}.`, !(await stage.isMember(DANA, GROUP)));
}

export async function dualApprovalChapter(stage: Stage): Promise<void> {
  const { tell } = stage;
  tell.heading('The same request, approved by the two who may: Tina the technician, Mia the manager.');
  await stage.clicks(TINA, 'Approve');
  tell.claim('One approval of two runs nothing.', !(await stage.isMember(DANA, GROUP)));
  await stage.clicks(MIA, 'Approve');
  tell.claim(`Both approved, and Dana is in ${GROUP}.`, await stage.isMember(DANA, GROUP));
  tell.claim('Dana is told.', stage.chat.lastOf(DANA).includes(GROUP));
}

/** Refused with a sentence, and not taken for an approval. */
function isRefused(reply: ChatReply): boolean {
  return reply.type === 'private' && textOf(reply.content).trim() !== '';
}
