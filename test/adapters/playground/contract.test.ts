import { randomUUID } from 'node:crypto';
import { type ChatStage, chatAdapterContract } from '../../contracts/chat-adapter.ts';
import { DANA, MIA, raisePlayground, user } from './playground-stage.ts';

interface OpenForm {
  readonly title: string;
  readonly encoded: string;
  errors: Record<string, string>;
}

chatAdapterContract('The playground', async (): Promise<ChatStage> => {
  let limit: number | undefined;
  let last: Record<string, unknown> = {};
  const forms = new Map<string, OpenForm>();
  const { adapter, core, page, stop } = await raisePlayground({
    sendLimit: () => {
      const now = limit;
      limit = undefined;
      return now;
    },
  });
  const channel = { platform: 'playground', tenant: 'playground', channel: 'channel:it-help' } as const;

  /** What the page does with an answer: shows the form, keeps it open with errors, or closes it. */
  const settle = (person: string, answer: Record<string, unknown>) => {
    if (answer.type === 'form') {
      const { actions } = answer.card as { actions: { data: { form: string } }[] };
      forms.set(person, { title: String(answer.title), encoded: actions[0]!.data.form, errors: {} });
    } else if (answer.type === 'form_errors') {
      const open = forms.get(person);
      if (open) open.errors = answer.errors as Record<string, string>;
    } else forms.delete(person);
  };
  const act = async (request: Record<string, unknown>) => {
    last = { ...request, number: randomUUID() };
    const answer = await page.act(last);
    settle(String(request.as), answer);
  };

  return {
    adapter,
    events: core.events,
    answer: (reply) => {
      core.reply = reply;
    },
    requester: user(DANA),
    colleague: user(MIA),
    channel,
    unknownMessage: { ...channel, message: 'never' },
    say: (text) => act({ do: 'say', as: DANA, place: 'direct', text }),
    redeliver: async () => {
      await page.act(last);
    },
    press: (who, on, value) => act({ do: 'press', as: who.id, message: on.message, value }),
    openForm: async (who) => {
      const open = forms.get(who.id);
      return open && { title: open.title, errors: open.errors };
    },
    submit: (who, values) =>
      act({
        do: 'submit',
        as: who.id,
        form: forms.get(who.id)?.encoded ?? '',
        values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, String(value)])),
      }),
    sees: (who) => page.sees(who.id),
    limitNextSend: (seconds) => {
      limit = seconds * 1000;
    },
    stop,
  };
});
