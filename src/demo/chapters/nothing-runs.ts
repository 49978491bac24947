// Chapters 4 and 5: an approval is for one plan and for one day. A plan that was changed behind the desk's back does not run,
// and neither does one that nobody approved in time.
import type { ChatReply } from '../../chat.ts';
import { HOUR_MS } from '../../lib/clock.ts';
import { q } from '../../store/database.ts';
import { desc, eq } from '../../store/drizzle.ts';
import { CLIENT, DANA, type Stage, TINA } from '../stage.ts';
import { textOf } from '../terminal-chat.ts';

export async function tamperedPlanChapter(stage: Stage): Promise<void> {
  const { tell } = stage;
  tell.heading('Somebody changes a plan in the database while it waits for approval.');
  await stage.says(DANA, 'Please add me to the Newsletter group');
  await swapGroup(stage, 'Newsletter', 'Payroll');
  tell.say('In the database the plan now says Payroll where it said Newsletter.');
  const reply = await stage.clicks(TINA, 'Approve');
  tell.claim('Her approval is not taken for the other plan.', reply.type === 'private');
  const members = [await stage.isMember(DANA, 'Newsletter'), await stage.isMember(DANA, 'Payroll')];
  tell.claim('Nothing of it ran: Dana is in neither group.', !members.includes(true));
}

export async function expiryChapter(stage: Stage): Promise<void> {
  const { tell, app, clock } = stage;
  tell.heading('Nobody decides for 24 hours.');
  await stage.says(DANA, 'Please add me to the Treatment Rooms group');
  const late = stage.chat.button(TINA, 'Approve');
  tell.say('20 hours pass.');
  clock.advance(20 * HOUR_MS);
  await app.settle();
  tell.say('4 more hours pass.');
  clock.advance(4 * HOUR_MS);
  await app.settle();
  tell.claim('Tina can see that it expired.', /expired/i.test(stage.chat.cardOf(TINA)));
  tell.say('Tina presses [Approve] on a screen that she had left open.');
  const told = textOfReply(await stage.chat.click(TINA, late));
  await app.settle();
  tell.say(`Tina sees:\n  | ${told}`);
  tell.claim('She is told that it is too late.', told.includes('expired'));
  tell.claim('Nothing ran.', !(await stage.isMember(DANA, 'Treatment Rooms')));
}

function textOfReply(reply: ChatReply): string {
  return reply.type === 'private' ? textOf(reply.content).replaceAll(/\n+/g, ' - ') : '';
}

/** What an intruder with access to the database would do: the newest plan gets another group, by id and by name. */
async function swapGroup({ app }: Stage, from: string, to: string): Promise<void> {
  const { core } = app;
  const { directory } = core.systems(CLIENT);
  const signal = new AbortController().signal;
  const [was] = (await directory?.findGroups(from, signal)) ?? [];
  const [is] = (await directory?.findGroups(to, signal)) ?? [];
  if (!was || !is) throw new Error(`${from} or ${to} is not in the directory`);
  await core.database.transaction(function* ({ tx, t }) {
    const [plan] = yield* q(
      tx.select().from(t.plans).orderBy(desc(t.plans.createdAt), desc(t.plans.id)).limit(1),
    );
    if (!plan?.body.includes(was.id)) throw new Error('the newest plan is another one');
    const body = plan.body.replaceAll(was.id, is.id).replaceAll(from, to);
    yield* q(tx.update(t.plans).set({ body }).where(eq(t.plans.id, plan.id)));
  });
}
