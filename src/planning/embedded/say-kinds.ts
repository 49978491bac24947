// Says of every name in a message that the client's systems know what kind of thing it is: "Front Desk" becomes "Front Desk group". Only
// whole names count; the message is otherwise as it was.
import type { Lookups } from './lookups.ts';
import { deviceNames } from './slots/device-names.ts';
import { GROUP_SPEECH, PRODUCT_SPEECH, PROGRAM_SPEECH } from './slots/speech.ts';
import { type ThingPhrase, thingPhrases } from './slots/thing-phrases.ts';

/** Each is looked up in up to four lists. */
const MOST = 14;

export async function sayKinds(text: string, look: Lookups): Promise<string> {
  const phrases = new Map<string, ThingPhrase>();
  for (const speech of [GROUP_SPEECH, PRODUCT_SPEECH, PROGRAM_SPEECH])
    for (const phrase of thingPhrases(text, speech)) phrases.set(phrase.text.toLowerCase(), phrase);
  // "Zoom on LT-DANA please": a name that begins a clause has no word before it that says so.
  for (const phrase of beginnings(text))
    if (!phrases.has(phrase.text.toLowerCase())) phrases.set(phrase.text.toLowerCase(), phrase);
  const found: { readonly end: number; readonly start: number; readonly kind: string }[] = [];
  const longestFirst = [...phrases.values()].sort((one, other) => other.text.length - one.text.length);
  for (const { text: name, start, end } of longestFirst.slice(0, MOST)) {
    if (found.some((other) => start < other.end && end > other.start)) continue;
    const kind = await kindOf(name, look);
    if (kind !== undefined) found.push({ start, end, kind });
  }
  for (const label of deviceNames(text)) {
    const start = text.indexOf(label);
    const end = start + label.length;
    if (start < 0 || found.some((other) => start < other.end && end > other.start)) continue;
    const [device] = (await look.findDevices(label)).filter(
      ({ name }) => name.toLowerCase() === label.toLowerCase(),
    );
    if (device && /print/i.test(device.kind) && !/printer/i.test(text))
      found.push({ start, end, kind: 'printer' });
  }
  return found
    .sort((one, other) => other.end - one.end)
    .reduce((said, { end, kind }) => `${said.slice(0, end)} ${kind}${said.slice(end)}`, text);
}

function beginnings(text: string): readonly ThingPhrase[] {
  const starts = [
    ...text.matchAll(/(?:^|[.,;!?]\s+|\b(?:need|want|have|use|please|pls|some|the)\s+)(?=[\p{L}])/giu),
  ].map((match) => match.index + match[0].length);
  return starts.slice(0, 4).flatMap((start) =>
    [3, 2, 1].flatMap((count): readonly ThingPhrase[] => {
      const words = new RegExp(`^(?:\\S+\\s+){${count - 1}}[^\\s.,;!?]+`, 'u').exec(text.slice(start))?.[0];
      if (words === undefined || /[.,;!?]/.test(words)) return [];
      return [{ text: words, start, end: start + words.length, certain: false, direction: undefined }];
    }),
  );
}

async function kindOf(name: string, look: Lookups): Promise<string | undefined> {
  const isIt = (thing: { readonly name: string }) => thing.name.toLowerCase() === name.trim().toLowerCase();
  if ((await look.findGroups(name)).some(isIt)) return 'group';
  const apps = await look.findApps(name);
  const software = look.isOffered('find_software') ? await look.findSoftware(name) : [];
  if (apps.some(isIt)) return 'application access';
  if ((await look.findLicences(name)).some(isIt)) return 'licence';
  return software.some(isIt) ? 'software installation' : undefined;
}
