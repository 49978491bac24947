// The floor of the benchmarks: a Bolt bot that does the same job (message, card to two technicians, click, call, reply)
// with no database, no policy and no plan.
import bolt from '@slack/bolt';

const { PORT, SLACK_API_URL, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, BENCH_TECHNICIANS, BENCH_TOOL_URL } =
  process.env;
const technicians = (BENCH_TECHNICIANS ?? '').split(',');
const pending = new Map<string, { channel: string; cards: Promise<{ channel: string; ts: string }[]> }>();

const app = new bolt.App({
  token: SLACK_BOT_TOKEN ?? '',
  signingSecret: SLACK_SIGNING_SECRET ?? '',
  clientOptions: { slackApiUrl: SLACK_API_URL ?? '' },
  logLevel: bolt.LogLevel.ERROR,
});

const button = (tag: string) => ({
  type: 'button' as const,
  text: { type: 'plain_text' as const, text: 'Approve' },
  action_id: 'approval.approve',
  value: tag,
});

app.message(async ({ event, client }) => {
  if (!('text' in event) || !event.text) return;
  const tag = /BT\d+X/.exec(event.text)?.[0] ?? '';
  const text = `Approval needed ${tag}`;
  const blocks = [
    { type: 'section' as const, text: { type: 'mrkdwn' as const, text } },
    { type: 'actions' as const, elements: [button(tag)] },
  ];
  const cards = Promise.all(
    technicians.map(async (channel) => {
      const posted = await client.chat.postMessage({ channel, text, blocks });
      return { channel: posted.channel ?? '', ts: posted.ts ?? '' };
    }),
  );
  pending.set(tag, { channel: event.channel, cards });
  await cards;
});

app.action('approval.approve', async ({ ack, action, client }) => {
  await ack();
  const tag = 'value' in action ? (action.value ?? '') : '';
  const asked = pending.get(tag);
  if (!asked || !pending.delete(tag)) return;
  await fetch(`${BENCH_TOOL_URL}${tag}`, { method: 'POST' });
  const updates = (await asked.cards).map((card) =>
    client.chat.update({ ...card, text: 'Approved', blocks: [] }),
  );
  await Promise.all([client.chat.postMessage({ channel: asked.channel, text: `Done ${tag}` }), ...updates]);
});

await app.start(Number(PORT));
