// The browser that the page is looked at with: the system's Chromium, which reaches nothing but this machine.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** Why the browser tests do not run here, or undefined if they do. */
export function browserMissing(): string | undefined {
  if (process.env.BROWSER_TESTS !== '1') return 'BROWSER_TESTS=1 is not set';
  return existsSync(CHROMIUM) ? undefined : `there is no ${CHROMIUM}`;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
