// How activities reach the bot: HTTP with a token of the Bot Connector, once or, as after a lost answer, twice.
import type { Activity } from './activities.ts';
import type { LoginHosts } from './login-hosts.ts';

export interface Delivered {
  readonly status: number;
  readonly body: string;
}

export class TeamsHttp {
  readonly url: string;
  /** Everything goes out twice; the second answer is judged as the first one is, and shown to nobody. */
  twice = false;
  /** What a test does while an answer is awaited. */
  wait: <T>(answer: Promise<T>) => Promise<T> = (answer) => answer;
  readonly #login: LoginHosts;
  #last: Activity | undefined;

  constructor(url: string, login: LoginHosts) {
    this.url = url;
    this.#login = login;
  }

  async deliver(activity: Activity): Promise<Delivered> {
    this.#last = activity;
    const first = await this.send(activity);
    if (!this.twice) return first;
    const second = await this.send(activity);
    if (second.status !== first.status)
      throw new Error(
        `${activity.type}: ${first.status} and, delivered again, ${second.status} ${second.body}`,
      );
    return first;
  }

  /** The last activity again, as after a lost answer: with the id it had. */
  redeliver(): Promise<Delivered> {
    return this.send(this.#known());
  }

  /** The last activity in the second round, some 30 seconds later: with a new id. */
  secondRound(): Promise<Delivered> {
    const last = this.#known();
    return this.send({ ...last, id: `${last.id}9` });
  }

  /** Signed as Teams signs. */
  async send(activity: Activity): Promise<Delivered> {
    const token = await this.#login.sign(String(activity.serviceUrl));
    return this.raw(JSON.stringify(activity), { authorization: `Bearer ${token}` });
  }

  /** Any body with any headers. */
  async raw(body: string, headers: Readonly<Record<string, string>>): Promise<Delivered> {
    const post = async () => {
      const answer = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        body,
      });
      return { status: answer.status, body: await answer.text() };
    };
    return this.wait(post());
  }

  #known(): Activity {
    if (this.#last === undefined) throw new Error('Nothing was delivered yet.');
    return this.#last;
  }
}
