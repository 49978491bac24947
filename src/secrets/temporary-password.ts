// Makes temporary passwords. It never stores or shows one; that is the executor's part.
import { randomInt } from 'node:crypto';

// Without letters and digits that are mistaken for each other when read aloud or copied (0 O o, 1 I l).
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LOWER = 'abcdefghijkmnpqrstuvwxyz';
const DIGITS = '23456789';
const ALL = UPPER + LOWER + DIGITS;
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** How one looks, so that `redact` finds it in any text. Without a digit it is none: "East-West-Road-Team". */
export const TEMPORARY_PASSWORD =
  /(?<![A-Za-z0-9-])(?=[A-Za-z-]{0,18}[2-9])[A-HJ-NP-Za-km-z2-9]{4}(?:-[A-HJ-NP-Za-km-z2-9]{4}){3}(?![A-Za-z0-9-])/g;

/**
 * Four groups of four, e.g. `Kd7w-Rm3x-pQ9t-Hv4c`: about 93 bits, with upper and lower case letters, digits and a
 * symbol, as directories ask for.
 */
export function makeTemporaryPassword(): string {
  for (;;) {
    const groups = Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP_LENGTH }, () => ALL.charAt(randomInt(ALL.length))).join(''),
    );
    const password = groups.join('-');
    // Drawn again as a whole, so that every password that fits is equally likely.
    if ([UPPER, LOWER, DIGITS].every((kind) => [...kind].some((letter) => password.includes(letter))))
      return password;
  }
}
