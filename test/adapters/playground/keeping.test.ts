import { appendFile, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeAction } from '../../../cards/action.ts';
import { DANA, LEE, MIA, raisePlayground, user } from './playground-stage.ts';

const CHANNEL = { platform: 'playground', tenant: 'playground', channel: 'channel:it-help' } as const;

describe('the stream of changes', () => {
  it('tells what happens as it happens, and to whom', async () => {
    const { adapter, page, stop } = await raisePlayground();
    const all = await page.listen([DANA, MIA, LEE]);
    await page.say(DANA, 'For everybody', { place: 'channel' });
    await adapter.post(CHANNEL, 'For Mia', { key: 'k', onlyFor: user(MIA) });
    await page.say(LEE, 'For the bot');
    await all.until((heard) => heard.some(({ data }) => data.text === 'For the bot'));
    const told = all.heard
      .filter(({ event }) => event === 'message')
      .map(({ data }) => [data.text, data.for]);
    expect(told).toEqual([
      ['For everybody', [DANA, MIA, LEE]],
      ['For Mia', [MIA]],
      ['For the bot', [LEE]],
    ]);
    await all.end();
    await stop();
  });

  it('tells a page that comes back exactly what it missed, as it is now', async () => {
    const { adapter, page, stop } = await raisePlayground();
    await page.say(DANA, 'First', { place: 'channel' });
    const posted = await adapter.post(CHANNEL, 'Second', { key: 'k' });
    const first = await page.listen([DANA]);
    const { lastId } = first;
    await first.end();
    await adapter.update(posted, 'Second, changed twice');
    await adapter.update(posted, 'Second, changed');
    await page.say(DANA, 'Third', { place: 'channel' });
    const again = await page.listen([DANA], lastId);
    expect(again.heard.map(({ event, data }) => [event, data.text])).toEqual([
      ['message', 'Second, changed'],
      ['message', 'Third'],
      ['ready', undefined],
    ]);
    await again.end();
    await stop();
  });

  it.each(['', 'nonsense', 'another-start/1'])('begins anew for a page with the number "%s"', async (id) => {
    const { page, stop } = await raisePlayground();
    await page.say(DANA, 'First');
    const listening = await page.listen([DANA], id);
    expect(listening.heard.map(({ event }) => event)).toEqual(['reset', 'message', 'ready']);
    await listening.end();
    await stop();
  });
});

describe('the transcript', () => {
  let file: string;
  beforeEach(async () => {
    file = join(await mkdtemp(join(tmpdir(), 'playground-')), 'kept', 'playground.jsonl');
  });

  it('keeps the conversations over a restart, where updates and keys still work', async () => {
    const before = await raisePlayground({ transcriptFile: file });
    await before.page.say(DANA, 'Reset my password');
    const direct = await before.adapter.openDirectMessage(user(DANA));
    const posted = await before.adapter.post(direct, { title: 'Approval needed', body: [] }, { key: 'k1' });
    await before.adapter.publishHome(user(LEE), { title: 'Waiting for me', body: [] });
    const event = before.core.events[0]!;
    if (event.type === 'message') await before.adapter.acknowledge(event.message, 'received');
    await before.stop();

    const after = await raisePlayground({ transcriptFile: file });
    expect(await after.adapter.findPosted(direct, 'k1')).toEqual(posted);
    await after.adapter.update(posted, { title: 'Approved by Lee Park', body: [] });
    const seen = await after.page.messages(DANA);
    expect(seen.map(({ text }) => text)).toEqual(['Reset my password', 'Approved by Lee Park']);
    expect(seen[0]).toMatchObject({ mark: 'received' });
    expect(seen[0]?.workingSince).toBeUndefined();
    expect(await after.page.sees(LEE)).toContain('Waiting for me');
    await after.stop();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('tolerates a torn last line and goes on behind it', async () => {
    const before = await raisePlayground({ transcriptFile: file });
    await before.page.say(DANA, 'First');
    await before.stop();
    await appendFile(file, '{"type":"message","message":{"id":"to');
    const torn = await raisePlayground({ transcriptFile: file });
    await torn.page.say(DANA, 'Second');
    await torn.stop();
    const after = await raisePlayground({ transcriptFile: file });
    expect((await after.page.messages(DANA)).map(({ text }) => text)).toEqual(['First', 'Second']);
    await after.stop();
  });

  it('refuses a file that is something else, and leaves it as it is', async () => {
    const before = await raisePlayground({ transcriptFile: file });
    await before.stop();
    await writeFile(file, 'my notes\nmore notes\n');
    await expect(raisePlayground({ transcriptFile: file })).rejects.toThrow('Line 1');
    expect(await readFile(file, 'utf8')).toBe('my notes\nmore notes\n');
  });

  it('never holds what a form shows', async () => {
    const { core, adapter, page, stop } = await raisePlayground({ transcriptFile: file });
    const posted = await adapter.post(CHANNEL, 'Press to see it.', { key: 'k' });
    core.reply = {
      type: 'form',
      form: {
        action: { type: 'form.close' },
        title: 'Temporary password',
        submit: 'Close',
        intro: [{ code: 'Blue-Falcon-42' }],
        fields: [],
      },
    };
    const value = encodeAction({ type: 'secret.reveal', secretId: 's1' });
    const answer = await page.act({ do: 'press', as: DANA, message: posted.message, value });
    expect(JSON.stringify(answer)).toContain('Blue-Falcon-42');
    expect(await page.sees(DANA)).not.toContain('Blue-Falcon');
    await stop();
    const written = await readFile(file, 'utf8');
    expect(written).toContain('Press to see it.');
    expect(written).not.toContain('Blue-Falcon');
  });
});
