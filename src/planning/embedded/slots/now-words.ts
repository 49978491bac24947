// Whether a text wishes something at once. "He now works elsewhere" and "not now" are no such wish.

const AT_ONCE =
  /(?<!\b(?:not|n't|don't) (?:\w+ ){0,3})\b(?:immediately|immediate effect|effective now|right (?:now|away)|straight ?away|at once|as soon as possible|asap|as of now)\b/i;
const WHOLE = /^\W*(?:now|yes,? now|do it now|yes|yes please|already (?:gone|left))\W*$/i;
const WISH =
  /\b(?:disable|offboard|onboard|block|remove|revoke|end|cut|lock|terminate|deactivate|close|kill|stop|do|create|set up|suspend|must|needs? to|please|pls)\b/i;
const NOW = /\bnow\b(?=\W*(?:$|please\b|pls\b|thanks?\b|and\b|because\b|as\b))|\bNOW\b|^\W*now,? /i;
const STATEMENT = /\b(?:not|don't|never|works?|lives?|is|are|was|has) (?:\w+ ){0,4}now\b/i;

export function saysNow(text: string): boolean {
  if (AT_ONCE.test(text) || WHOLE.test(text)) return true;
  return text
    .split(/[.!?;,\n]+/)
    .some((clause) => NOW.test(clause) && WISH.test(clause) && !STATEMENT.test(clause));
}
