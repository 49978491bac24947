// What waits for one conversation, and what may go out now. Posts keep their order and never wait for edits; of several
// edits of one message only the newest goes out. While the platform holds posts back, waiting ones may stand as rows of one
// queue message (`MergedRows`). It sends nothing.
import { MergedRows } from './merged-rows.ts';
import type { OutboxRow } from './outgoing.ts';

/** Milliseconds that an edit waits for a newer one of the same message. */
const EDIT_AFTER_MS = 200;
/** In a conversation that never rests, an edit this late goes before the next post. */
const EDIT_LATE_MS = 300;
/** After a refusal posts are spaced for this long: Slack takes about one a second and channel. */
const LIMITED_FOR_MS = 30_000;
const MOST_SPACING_MS = 1030;
const LOOK_AGAIN_MS = 100;

export type Next =
  | { readonly type: 'send'; readonly row: OutboxRow }
  /** The queue message is to be posted or edited. */
  | { readonly type: 'queue_message' }
  /** `held`: the platform asked for it. */
  | { readonly type: 'wait'; readonly ms: number; readonly held: boolean }
  | { readonly type: 'empty' };

interface WaitingEdit {
  row: OutboxRow;
  dueAt: number;
}

export class ConversationQueue {
  busy = false;
  paused = false;
  /** Ends a wait early. */
  wake: () => void = () => undefined;
  readonly merged = new MergedRows();
  #posts: OutboxRow[] = [];
  readonly #edits = new Map<string, WaitingEdit>();
  #postsFrom = 0;
  #editsFrom = 0;
  #limitedUntil = 0;
  #spacingMs = MOST_SPACING_MS;

  /** Nothing in it would be missed. */
  isSpent(now: number): boolean {
    const waiting = this.#posts.length + this.#edits.size + this.merged.size;
    return waiting === 0 && now >= this.#limitedUntil;
  }

  /** Takes a row; gives those that need not be sent any more. Times are milliseconds of one steady clock. */
  add(row: OutboxRow, now: number): readonly OutboxRow[] {
    if (row.kind === 'post') {
      this.#posts.push(row);
      return [];
    }
    const target = row.target ?? '';
    const done = this.merged.change(target, row);
    if (done) return done;
    const post = this.#posts.find((waiting) => waiting.key === target);
    if (post?.merge && !row.merge && now < this.#limitedUntil) {
      // Decided before it could be shown here.
      this.#posts = this.#posts.filter((waiting) => waiting !== post);
      return [...this.takeEditsOf(target), row, post];
    }
    const known = this.#edits.get(target);
    this.#edits.set(target, { row, dueAt: known?.dueAt ?? now + EDIT_AFTER_MS });
    return known ? [known.row] : [];
  }

  /** A row that has to be sent again goes first. Gives what need not be sent any more. */
  putBack(row: OutboxRow): readonly OutboxRow[] {
    if (row.kind === 'post') this.#posts.unshift(row);
    else if (this.#edits.has(row.target ?? '')) return [row];
    else this.#edits.set(row.target ?? '', { row, dueAt: 0 });
    return [];
  }

  /** Removes and gives the waiting edit of a post. */
  takeEditsOf(key: string): readonly OutboxRow[] {
    const edit = this.#edits.get(key);
    this.#edits.delete(key);
    return edit ? [edit.row] : [];
  }

  /** Nothing of this kind goes out before `until`. */
  hold(kind: OutboxRow['kind'] | 'both', until: number): void {
    if (kind !== 'update') this.#postsFrom = Math.max(this.#postsFrom, until);
    if (kind !== 'post') this.#editsFrom = Math.max(this.#editsFrom, until);
  }

  /** The platform refused a post because there were too many, and said how long to wait. */
  limit(now: number, retryAfterMs: number): void {
    this.#limitedUntil = now + LIMITED_FOR_MS;
    this.#spacingMs = Math.min(MOST_SPACING_MS, retryAfterMs);
  }

  /** A post went out. */
  posted(now: number): void {
    if (this.#isBehind(now)) this.hold('post', now + this.#spacingMs);
  }

  /**
   * What to do now. Taken rows are out of the queue.
   * @param shown subjects that have a message of their own somewhere; asked only while posts are held back
   * @param hurry edits go out without waiting for newer ones
   */
  next(now: number, shown: { has(subject: string): boolean }, hurry: boolean): Next {
    const limited = this.#isBehind(now);
    if (limited) this.merged.takeOver(this.#posts, now);
    const late = this.#takeEdit(now - EDIT_LATE_MS, now);
    if (late) return { type: 'send', row: late };
    if (now >= this.#postsFrom) {
      const row = limited ? this.#pick(shown) : this.#posts.shift();
      if (row) return { type: 'send', row };
      if (this.merged.wantsPost) return { type: 'queue_message' };
    }
    if (now >= this.#editsFrom && this.merged.wantsEdit(now)) return { type: 'queue_message' };
    const edit = this.#takeEdit(hurry ? Number.POSITIVE_INFINITY : now, now);
    return edit ? { type: 'send', row: edit } : this.#wait(now, shown);
  }

  /** The platform refused a post lately, or rows still stand in a queue message. */
  #isBehind(now: number): boolean {
    return now < this.#limitedUntil || this.merged.size > 0;
  }

  /** An edit that was due by then, if edits may go out now. */
  #takeEdit(dueBy: number, now: number): OutboxRow | undefined {
    if (now < this.#editsFrom) return undefined;
    for (const [target, edit] of this.#edits) {
      if (edit.dueAt > dueBy) continue;
      this.#edits.delete(target);
      return edit.row;
    }
    return undefined;
  }

  /** While posts are scarce: what nobody has been shown yet goes first. */
  #pick(shown: { has(subject: string): boolean }): OutboxRow | undefined {
    const index = this.#posts.findIndex((row) => isNew(row, shown));
    // Rows that nobody sees would wait for ever behind newer posts.
    if (this.merged.wantsPost) return undefined;
    const promoted = this.merged.promote((row) => isNew(row, shown));
    if (promoted) return promoted;
    return index < 0 ? undefined : this.#posts.splice(index, 1)[0];
  }

  #wait(now: number, shown: { has(subject: string): boolean }): Next {
    const times: number[] = [];
    if (this.merged.rows().some((row) => isNew(row, shown))) times.push(Math.max(this.#postsFrom, now + 1));
    if (this.#posts.length > 0 || this.merged.wantsPost)
      times.push(Math.max(this.#postsFrom, now + LOOK_AGAIN_MS));
    if (this.merged.editAt !== undefined) times.push(Math.max(this.#editsFrom, this.merged.editAt));
    for (const edit of this.#edits.values()) times.push(Math.max(this.#editsFrom, edit.dueAt));
    if (times.length === 0) return { type: 'empty' };
    const edits = this.#edits.size > 0 && now >= this.#editsFrom;
    return { type: 'wait', ms: Math.max(1, Math.min(...times) - now), held: !edits };
  }
}

/** Nobody has been shown its subject in a message of its own. */
function isNew(row: OutboxRow, shown: { has(subject: string): boolean }): boolean {
  return !row.merge || row.subject === undefined || !shown.has(row.subject);
}
