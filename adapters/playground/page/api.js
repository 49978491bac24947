// The page's way to the server: one address for what people do, one stream for what happens.

/**
 * Does something in a person's name. A lost connection is tried once more with the same number, so it counts once.
 * @returns the server's answer; `refused` with a sentence if it could not be done
 */
export async function act(request) {
  const body = JSON.stringify({ ...request, number: crypto.randomUUID() });
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

export async function fetchPeople() {
  const response = await fetch('/people');
  if (!response.ok) throw new Error('The people could not be loaded.');
  return (await response.json()).people;
}

/**
 * Listens for what these people may see.
 * @param {{ reset(): void, message(view: object): void, home(view: object): void, ready(): void, state(state: 'open' | 'waiting' | 'closed'): void }} listener
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
