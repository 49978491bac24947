// Who may talk to the playground's listener: a browser on this machine that opened the link of the terminal. Pure.
// A page of another site cannot: it has neither the cookie nor the right Origin, and a rebound name not the right Host.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** True for the two names of the loopback listener with its port, nothing else. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/** True if a request that changes something comes from our own page. Browsers send Origin with every POST. */
export function isOwnOrigin(headers: IncomingHttpHeaders): boolean {
  return headers.origin === `http://${headers.host}`;
}

/** Cookies are shared by all ports of a host, so the port is in the name. */
export function cookieName(port: number): string {
  return `deskhand_playground_${port}`;
}

export function hasToken(headers: IncomingHttpHeaders, port: number, token: string): boolean {
  const prefix = `${cookieName(port)}=`;
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.some((cookie) => cookie.startsWith(prefix) && isSame(cookie.slice(prefix.length), token));
}

/** Equal, in a time that tells nothing about where they differ. */
export function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** Nothing inline, nothing from elsewhere; no other site may frame or read it. */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;
