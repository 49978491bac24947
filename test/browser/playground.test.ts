// The playground's page in a real browser: what people can do, with a mouse, a keyboard and a phone. Runs with
// BROWSER_TESTS=1 where Chromium is installed. PLAYGROUND_PICTURES names the folder for the pictures it takes.

import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPlayground, type PlaygroundAdapter } from '../../adapters/playground/create-playground.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { LEE, PEOPLE, user } from '../adapters/playground/playground-stage.ts';
import { browserMissing, openBrowser } from './open-browser.ts';
import { scriptedCore } from './scripted-core.ts';

const missing = browserMissing();
const pictures = process.env.PLAYGROUND_PICTURES ?? join(tmpdir(), 'deskhand-playground');
const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(missing !== undefined)(
  `the playground's page${missing ? ` (skipped: ${missing})` : ''}`,
  () => {
    let browser: Browser;
    let adapter: PlaygroundAdapter;
    let page: Page;
    let problems: string[];

    beforeAll(async () => {
      mkdirSync(pictures, { recursive: true });
      browser = await openBrowser();
    });
    afterAll(() => browser.close());
    afterEach(async () => {
      await page.context().close();
      await adapter.stop();
    });

    async function open(context: BrowserContextOptions): Promise<void> {
      adapter = createPlayground({
        port: 0,
        people: async () => PEOPLE,
        transcriptFile: undefined,
        maxBodyBytes: 65_536,
        clock: systemClock,
      });
      await adapter.start(scriptedCore(adapter));
      page = await (await browser.newContext(context)).newPage();
      problems = [];
      page.on('console', (message) => message.type() !== 'log' && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== new URL(adapter.url).origin) problems.push(request.url());
      });
      await page.goto(adapter.url);
      await page.locator('body[data-ready]').waitFor();
    }

    const pane = (name: string): Locator => page.locator(`section[aria-label^="${name}"]`);
    const button = (name: string, label: string | RegExp): Locator =>
      pane(name).getByRole('button', { name: label });
    const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: on } = document;
        return `${on?.tagName} ${on?.getAttribute('aria-label') ?? on?.textContent ?? ''}`;
      });
    const tabTo = async (wanted: RegExp) => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (wanted.test(await focused())) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never reaches ${wanted}; it is at ${await focused()}`);
    };

    it('plays the story of one password over four people, side by side', async () => {
      await open(DESKTOP);
      expect(new URL(page.url()).search).toBe('');
      for (const [index, person] of PEOPLE.entries()) {
        const box = await pane(person.name).boundingBox();
        expect(box?.width).toBeGreaterThan(300);
        expect(Math.round((box?.x ?? 0) / 355)).toBe(index);
      }
      await button('Dana', 'I forgot my password').click();
      await pane('Dana').getByText('Ticket 1042').waitFor();
      await pane('Mia').getByRole('button', { name: '#it-help' }).click();
      await pane('Mia').getByRole('textbox').fill('Is the printer on floor 2 stuck for everybody?');
      await pane('Mia').getByRole('textbox').press('Enter');
      await button('Dana', '#it-help, new messages').waitFor();
      await button('Ada', 'Home').click();
      await pane('Ada').getByText('Waiting for me').waitFor();
      await picture('playground');

      await button('Lee', /^Approve/).click();
      await pane('Lee').getByText('Approved by Lee Park, 10:32. Done at 10:33.').waitFor();
      expect(await button('Lee', /^Approve/).count()).toBe(0);
      await pane('Dana').getByRole('img', { name: 'Dealt with' }).waitFor();
      await button('Dana', 'Show temporary password').click();
      await page.getByRole('dialog', { name: 'Temporary password' }).getByText('Blue-Falcon-4271').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await page.content()).not.toContain('Blue-Falcon');
      expect(problems).toEqual([]);
    });

    it('shows whatever a card holds as text, everywhere in it', async () => {
      await open(DESKTOP);
      const text = (part: string) =>
        `${part}: <img src=x onerror="x"> **b** [l](https://evil.example) _x_ \\ & &lt;`;
      const parts = ['title', 'status', 'heading', 'label', 'value', 'step', 'quote', 'row', 'foot'];
      const direct = await adapter.openDirectMessage(user(LEE));
      await adapter.post(
        direct,
        {
          title: text('title'),
          status: { text: text('status'), tone: 'warning' },
          body: [
            { type: 'heading', text: text('heading') },
            { type: 'fields', fields: [{ label: text('label'), value: text('value') }] },
            { type: 'steps', steps: [{ text: text('step') }] },
            { type: 'quote', label: 'Words', text: text('quote') },
            { type: 'rows', rows: [{ title: text('row') }] },
          ],
          buttons: [{ label: '<img src=x> **b**', action: { type: 'command.run', text: 'help' } }],
          foot: text('foot'),
        },
        { key: 'k' },
      );
      await adapter.post(direct, text('words'), { key: 'k2' });
      const log = pane('Lee').getByRole('log');
      await log.getByText('words:').waitFor();
      // A break without width keeps "](" apart for clients that overlook the backslash before it.
      const shown = (await log.textContent())?.replaceAll('\u200b', '') ?? '';
      for (const part of [...parts, 'words']) expect(shown).toContain(text(part));
      expect(shown).toContain('<img src=x> **b**');
      expect(await log.locator('img, a, b, em, script').count()).toBe(0);
      expect(problems).toEqual([]);
    });

    it('does everything with the keyboard alone, with the focus in sight', async () => {
      await open(DESKTOP);
      await tabTo(/TEXTAREA/);
      await page.keyboard.type('I forgot my password');
      await page.keyboard.press('Enter');
      await button('Lee', /^Approve/).waitFor();
      await tabTo(/^BUTTON Deny…/);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      expect(await focused()).toMatch(/^TEXTAREA/);
      await page.keyboard.type('no');
      await tabTo(/^BUTTON Deny$/);
      await page.keyboard.press('Enter');
      await page.getByText('Give a reason of at least three letters.').waitFor();
      expect(await focused()).toMatch(/^TEXTAREA/);
      expect(await page.getByRole('textbox', { name: /Give a reason/ }).inputValue()).toBe('no');
      await picture('playground-form');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await focused()).toMatch(/^BUTTON Deny…/);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await pane('Lee').getByText('Approved by Lee Park').waitFor();
      expect(await focused()).toMatch(/^ARTICLE Deskhand/);

      await page.locator('#person-1').focus();
      const bare: string[] = [];
      const stops: string[] = [];
      for (let at = ''; stops.length < 60; ) {
        await page.keyboard.press('Tab');
        at = await focused();
        if (/^BODY/.test(at)) break;
        stops.push(at);
        const ring = await page.evaluate(() => {
          const on = document.activeElement;
          const shown = on?.closest('.line') && on.tagName === 'TEXTAREA' ? on.closest('.line') : on;
          return shown ? getComputedStyle(shown).outlineStyle : 'none';
        });
        if (ring === 'none') bare.push(at);
      }
      expect(stops.length).toBeGreaterThan(25);
      expect(bare).toEqual([]);
      expect(problems).toEqual([]);
    });

    it('replies in threads, edits, and sends the message of somebody else to IT', async () => {
      await open(DESKTOP);
      await button('Dana', 'I forgot my password').click();
      await pane('Dana').getByText('Ticket 1042').waitFor();
      await pane('Dana').locator('.message').first().hover();
      await button('Dana', 'Reply to Dana Reyes').click();
      await pane('Dana').getByText('Replying to Dana Reyes').waitFor();
      await page.keyboard.type('It is urgent');
      await page.keyboard.press('Enter');
      await pane('Dana').locator('.message.reply', { hasText: 'It is urgent' }).waitFor();
      await pane('Dana').getByText('Deskhand is working…').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('ArrowUp');
      expect(await pane('Dana').getByRole('textbox').inputValue()).toBe('It is urgent');
      await page.keyboard.type(', please');
      await page.keyboard.press('Enter');
      await pane('Dana')
        .locator('.message', { hasText: 'It is urgent, please' })
        .getByText('edited')
        .waitFor();

      for (const name of ['Dana', 'Mia']) await button(name, '#it-help').click();
      await pane('Dana').getByRole('textbox').fill('My screen is black');
      await pane('Dana').getByRole('textbox').press('Enter');
      await pane('Mia').locator('.message', { hasText: 'My screen is black' }).hover();
      await button('Mia', 'Send the message of Dana Reyes to IT').click();
      await page.getByRole('dialog', { name: 'Send to IT' }).waitFor();
      expect(problems).toEqual([]);
    });

    it('shows one person at a time on a phone', async () => {
      await open(PHONE);
      expect(await page.locator('section.pane:visible').count()).toBe(1);
      await button('Dana', 'I forgot my password').tap();
      await pane('Dana').getByText('Ticket 1042').waitFor();
      await picture('playground-phone');
      const bar = page.getByRole('navigation', { name: 'People' });
      await bar.getByRole('button', { name: /Lee.*new messages/ }).tap();
      await button('Lee', /^Approve/).waitFor();
      expect(await page.locator('section.pane:visible').count()).toBe(1);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide).toBe(false);
      await picture('playground-phone-approval');
      expect(problems).toEqual([]);
    });

    it('is dark where the reader wants it dark, and still where they want no motion', async () => {
      await open({ ...DESKTOP, colorScheme: 'dark', reducedMotion: 'reduce' });
      await button('Dana', 'I forgot my password').click();
      await button('Lee', /^Approve/).waitFor();
      await pane('Mia').getByRole('textbox').fill('Hello');
      await pane('Mia').getByRole('textbox').press('Enter');
      await pane('Mia').getByText('Deskhand is working…').waitFor();
      const { surface, motion } = await page.evaluate(() => ({
        surface: getComputedStyle(document.querySelector('.pane') ?? document.body).backgroundColor,
        motion: getComputedStyle(document.querySelector('.dots i') ?? document.body).animationName,
      }));
      expect(surface).toBe('rgb(26, 31, 39)');
      expect(motion).toBe('none');
      await picture('playground-dark');
      expect(problems).toEqual([]);
    });

    it('keeps the words on a failed send, says that the connection is lost, and shows what came meanwhile', async () => {
      await open(DESKTOP);
      await page.context().setOffline(true);
      await pane('Lee').getByRole('textbox').fill('/desk approvals');
      await pane('Lee').getByRole('textbox').press('Enter');
      await pane('Lee').getByText('Deskhand cannot be reached').waitFor();
      expect(await pane('Lee').getByRole('textbox').inputValue()).toBe('/desk approvals');
      await page.context().setOffline(false);
      const direct = await adapter.openDirectMessage(user(LEE));
      await adapter.post(direct, 'Meanwhile', { key: 'k' });
      await pane('Lee').getByText('Meanwhile').waitFor();
      await adapter.stop();
      await page.getByText('Connection lost').waitFor();
    });
  },
);
