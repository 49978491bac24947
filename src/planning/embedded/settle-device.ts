// Which device a request is about: the one it names by its label or kind, the only one there is, or the one an answer picks.
import type { Device } from '../../ports/directory.ts';
import { handOff, type RecipeContext, type Settled, settled, stopped } from './recipe.ts';
import { deviceNames } from './slots/device-names.ts';
import { type Option, pickOption } from './slots/pick-option.ts';
import { choices } from './words.ts';

/** @param devices at least one; the choice is never made outside of it */
export function settleDevice(
  context: RecipeContext,
  devices: readonly Device[],
  question: string,
): Settled<Device> {
  const { opening } = context.dialogue;
  const text = opening.toLowerCase();
  const labels = deviceNames(opening);
  const [only] = devices;
  // A label that is none of theirs names somebody else's device, and theirs is not taken in its place.
  const stray = labels.find((label) => /^\p{Lu}{2,}-/u.test(label));
  const isTheirs = (label: string) => devices.some(({ name }) => name.toLowerCase() === label.toLowerCase());
  if (stray !== undefined && !isTheirs(stray))
    return stopped(handOff(context, `${stray} is no device that is recorded for this.`));
  if (only && devices.length === 1) return settled(only);
  const named = devices.filter(({ name }) =>
    labels.some((label) => label.toLowerCase() === name.toLowerCase()),
  );
  const ofKind = devices.filter(({ kind }) =>
    new RegExp(`\\b${RegExp.escape(kind.toLowerCase())}\\b`).test(text),
  );
  for (const [sure, ...more] of [named, ofKind]) {
    if (sure && more.length === 0) return settled(sure);
  }
  const answer = context.dialogue.answer('device');
  const picked = answer && pickOption(answer.text, answer.options);
  const chosen = devices.find(({ id }) => id === picked?.id);
  if (chosen) return settled(chosen);
  const options = devices.slice(0, 6).map(toOption);
  return stopped(context.dialogue.ask('device', `${question} ${choices(options)}?`, options));
}

function toOption({ id, name, kind }: Device): Option {
  return { id, name, detail: kind };
}
