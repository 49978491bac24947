import { expect } from 'vitest';
import { decodeAction, opensForm } from '../../../cards/action.ts';
import type { ChatUser } from '../../../src/chat.ts';
import { chatAdapterContract } from '../../contracts/chat-adapter.ts';
import { errorsOf } from '../../support/teams/card-reading.ts';
import { ACME_TENANT } from '../../support/teams/people.ts';
import { raiseTeamsStage } from '../../support/teams/teams-stage.ts';
import { HELPDESK } from '../../support/teams/teams-world.ts';

chatAdapterContract('Teams', async () => {
  const { adapter, core, connector, http, room, user, stop } = await raiseTeamsStage();
  const nameOf = ({ id }: ChatUser) => connector.world.member(id)?.name ?? id;
  const channel = { platform: 'teams', tenant: ACME_TENANT, channel: HELPDESK } as const;
  return {
    adapter,
    events: core.events,
    answer: (reply) => {
      core.reply = reply;
    },
    requester: user('dana'),
    colleague: user('mia'),
    channel,
    unknownMessage: { ...channel, message: '1700000000001' },
    say: async (text) => {
      const { delivered } = await room.says('dana', text);
      expect(delivered?.status).toBe(200);
    },
    redeliver: async () => {
      expect((await http.redeliver()).status).toBe(200);
    },
    press: async (who, on, value) => {
      const message = connector.world.find(on.channel, on.message);
      const action = decodeAction(value);
      const data = { action: value };
      // The card decides on which kind of button it has: only one that opens a form asks for a dialog.
      const button =
        action !== undefined && opensForm(action)
          ? { type: 'Action.Submit', data: { msteams: { type: 'task/fetch' }, ...data } }
          : { type: 'Action.Execute', verb: action?.type ?? 'approve', data };
      expect((await room.press(nameOf(who), { action: button, message })).status).toBe(200);
    },
    openForm: async (who) => {
      const dialog = room.dialog(nameOf(who));
      return dialog && { title: dialog.title, errors: errorsOf(dialog.card) };
    },
    submit: async (who, values) => {
      await room.submits(nameOf(who), values);
    },
    sees: (who) => room.screen(nameOf(who)),
    limitNextSend: (seconds) =>
      connector.faultNext('post', { status: 429, headers: { 'retry-after': String(seconds) } }),
    stop,
  };
});
