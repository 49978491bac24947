// The answer to something that a person asked for: done, or refused with the reason.

export type Handled =
  | { readonly type: 'done'; readonly text: string }
  | { readonly type: 'refused'; readonly why: string };

export function refused(why: string): Handled {
  return { type: 'refused', why };
}
