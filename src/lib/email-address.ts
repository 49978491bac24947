// Reads e-mail addresses and domains in the one spelling that identity is compared in. Never guesses a nearby address:
// a plus address, a look-alike letter or a subdomain is another address.

export interface EmailAddress {
  /** Lower case, as compared. */
  readonly address: string;
  readonly domain: string;
}

const LOCAL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A full domain name in lower-case ASCII (others are written in their `xn--` form) with at least two parts. */
export function isDomain(text: string): boolean {
  const labels = text.split('.');
  return text.length <= 253 && labels.length >= 2 && labels.every((label) => LABEL.test(label));
}

/** Undefined for anything but one plain address in ASCII; letters outside ASCII could look like those of another domain. */
export function parseEmail(text: string): EmailAddress | undefined {
  const [local, domain, ...more] = text.toLowerCase().split('@');
  // toLowerCase maps a few foreign letters (the Kelvin sign) to ASCII, so the original is looked at as well.
  if (local === undefined || domain === undefined || more.length > 0 || !isAscii(text)) return undefined;
  if (!LOCAL.test(local) || !isDomain(domain)) return undefined;
  return { address: `${local}@${domain}`, domain };
}

function isAscii(text: string): boolean {
  return !/\P{ASCII}/u.test(text);
}
