// Which group, application, licence or piece of software a request is about, from what the systems really have.
import { ask, type Cook, filled, type Slot, stop } from '../recipe.ts';
import { findMentions } from './mentions.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** @param slot key of the state, e.g. `group` @param what for the question, e.g. "group or list" */
export async function findItem<T extends Named>(
  cook: Cook,
  slot: string,
  options: { readonly what: string; find(query: string): Promise<readonly T[]> },
): Promise<Slot<T>> {
  const answering = cook.state.slot === slot && cook.answer !== undefined;
  const known = typeof cook.state[`${slot}Name`] === 'string' ? String(cook.state[`${slot}Name`]) : undefined;
  const text = answering ? (cook.answer ?? '') : (known ?? cook.wish);
  const quoted = /["“„'‘]([^"”'’]{2,60})["”'’]/.exec(text)?.[1];
  const hits = quoted ? await options.find(quoted) : [];
  const mentions =
    hits.length > 0 ? [{ text: quoted ?? '', before: '', hits }] : await findMentions(text, options.find);
  // The last one named is the one that is asked for: "add Dana from Sales to Finance".
  const best = mentions.at(-1);
  const [only, other] = best?.hits ?? [];
  if (only && !other) return filled(only);
  if (best && other) {
    const names = best.hits.slice(0, 6).map((hit) => hit.name);
    return stop(
      ask(
        cook,
        slot,
        `There are several that fit "${best.text}": ${names.join(', ')}. Which one do you mean?`,
      ),
    );
  }
  return stop(
    ask(
      cook,
      slot,
      answering
        ? `I find no ${options.what} by that name. What is it called exactly?`
        : `Which ${options.what} do you mean? Please give its name.`,
    ),
  );
}

/** Remembers what is known while another question is asked. */
export function knowing(item: Named, slot: string): Readonly<Record<string, string>> {
  return { [`${slot}Name`]: item.name };
}
