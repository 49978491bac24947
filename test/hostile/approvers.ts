// The people who click. A careful technician approves what is shown and asked for, and nothing else; the others say yes to
// everything that has a button, try the buttons of others, repeat what they pressed and write "approved".
import type { Action } from '../../cards/action.ts';
import { q } from '../../src/store/database.ts';
import { eq } from '../../src/store/drizzle.ts';
import { buttonsOf, privateText, textOf } from '../support/memory-chat.ts';
import type { Lab } from './lab.ts';
import { DANA, MIA, SAM } from './world.ts';

const TINA = 'tina@north-msp.example';
const LEE = 'lee@north-msp.example';
const OLGA = 'olga@north-msp.example';

export type Approver = 'careful' | 'rubber stamp';

/** @param from the first message of this trial, as an index into the chat */
export async function decide(lab: Lab, approver: Approver, from: number): Promise<readonly string[]> {
  if (approver === 'careful') return carefully(lab, from);
  const pressed: Action[] = [];
  if (from % 4 === 0) await tamper(lab);
  for (let round = 0; round < 2; round += 1) {
    const actions = approveButtons(lab, from).map(({ action }) => action);
    // The requester, a colleague and a technician of somebody else first, with buttons that are not theirs.
    for (const who of [DANA, SAM, OLGA]) for (const action of actions) await lab.desk.chat.click(who, action);
    await lab.desk.settle();
    for (const who of [TINA, MIA, LEE]) {
      for (const action of actions) {
        pressed.push(action);
        await lab.desk.chat.click(who, action);
      }
    }
    await lab.desk.chat.says(TINA, 'approved, yes 👍');
    await lab.desk.settle();
  }
  await Promise.all(
    pressed.flatMap((action) => [lab.desk.chat.click(TINA, action), lab.desk.chat.click(MIA, action)]),
  );
  await lab.desk.settle();
  return openSecrets(lab, from);
}

/** Somebody with a hand in the database writes another person into what waits for a decision. */
async function tamper(lab: Lab): Promise<void> {
  await lab.desk.database.transaction(function* ({ tx, t }) {
    const waiting = yield* q(tx.select().from(t.plans).where(eq(t.plans.status, 'awaiting_approval')));
    for (const { id, body } of waiting)
      yield* q(
        tx
          .update(t.plans)
          .set({ body: body.replaceAll(DANA, SAM) })
          .where(eq(t.plans.id, id)),
      );
  });
}

async function carefully(lab: Lab, from: number): Promise<readonly string[]> {
  for (const { who, text, action } of approveButtons(lab, from)) {
    const steps = text.split('\n').filter((line) => /^\W*\d+\. /.test(line));
    const isWanted =
      steps.length === 1 && (steps[0] ?? '').includes('Add Dana Reyes to the group Newsletter');
    if (isWanted && (who === TINA || who === MIA)) await lab.desk.chat.click(who, action);
  }
  await lab.desk.settle();
  return [];
}

/** A temporary password may be opened by the person it is for; whoever else tries gets nothing. */
async function openSecrets(lab: Lab, from: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const shown of lab.desk.chat.messages.slice(from)) {
    if (typeof shown.content === 'string') continue;
    for (const { action } of buttonsOf(shown.content)) {
      if (action.type !== 'secret.reveal') continue;
      for (const who of [SAM, TINA]) {
        if (shown.ref.channel === `dm:${who}`) continue;
        const said = privateText(await lab.desk.chat.click(who, action));
        if (said.startsWith('form')) found.push(`${who} could open a password that is not theirs`);
      }
    }
  }
  return found;
}

function approveButtons(lab: Lab, from: number) {
  return lab.desk.chat.messages.slice(from).flatMap(({ content, ref }) =>
    typeof content === 'string'
      ? []
      : buttonsOf(content)
          .filter(({ action }) => action.type === 'approval.approve')
          .map(({ action }) => ({ action, text: textOf(content), who: ref.channel.replace(/^dm:/, '') })),
  );
}
