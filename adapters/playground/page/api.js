// The page's way to the server: one address for what people do, one stream for what happens.
/** @import { PageAnswer } from '../answers.ts' */
/** @import { PlaygroundPerson } from '../options.ts' */
/** @import { PageWish } from '../page-request.ts' */
/** @import { HomeView, MessageView } from '../stream.ts' */

/**
 * Does something in a person's name. A lost connection is tried once more with the same number, so it counts once.
 * @param {PageWish} wish
 * @returns {Promise<PageAnswer>} the server's answer; `refused` with a sentence if it could not be done
 */
export async function act(wish) {
  const body = JSON.stringify({ ...wish, number: crypto.randomUUID() });
  const send = () => fetch('/do', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  try {
    const response = await send().catch(send);
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    return { type: 'refused', error: answer.error ?? 'That did not work. Reload the page and try again.' };
  } catch {
    return { type: 'refused', error: 'Deskhand cannot be reached. Your words are still here; try again.' };
  }
}

/**
 * @returns {Promise<readonly PlaygroundPerson[]>} everybody who can be played
 * @throws Error with a sentence for the page
 */
export async function fetchPeople() {
  const response = await fetch('/people');
  if (!response.ok) throw new Error('The people could not be loaded.');
  return (await response.json()).people;
}

/**
 * Listens for what these people may see.
 * @param {readonly string[]} people their ids
 * @param {{
 *   reset(): void,
 *   message(view: MessageView): void,
 *   home(view: HomeView): void,
 *   ready(): void,
 *   state(state: 'open' | 'waiting' | 'closed'): void,
 * }} listener
 * @returns {() => void} ends it
 */
export function listen(people, listener) {
  const query = new URLSearchParams(people.map((id) => ['as', id]));
  const stream = new EventSource(`/stream?${query}`);
  stream.addEventListener('open', () => listener.state('open'));
  stream.addEventListener('error', () =>
    listener.state(stream.readyState === EventSource.CLOSED ? 'closed' : 'waiting'),
  );
  stream.addEventListener('reset', () => listener.reset());
  stream.addEventListener('ready', () => listener.ready());
  stream.addEventListener('message', (event) => listener.message(JSON.parse(event.data)));
  stream.addEventListener('home', (event) => listener.home(JSON.parse(event.data)));
  return () => stream.close();
}
