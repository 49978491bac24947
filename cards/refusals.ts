// The things that a refused click, or the typed words of Teams, can mean. Each says which it was; none names who else may decide.
import type { Inline, Text } from './card.ts';

/** What changed nothing. */
export type Attempt = 'click' | 'message';

export function alreadyDecided(view: {
  readonly label: string;
  readonly status: string;
  readonly by?: string | undefined;
  readonly at?: number | undefined;
  readonly attempt?: Attempt | undefined;
}): Text {
  const parts: Inline[] = [`${view.label} is ${view.status} already`];
  if (view.by) parts.push(`: by ${view.by}`);
  if (view.at !== undefined) parts.push(' at ', { time: view.at });
  return [...parts, `. Your ${view.attempt ?? 'click'} changed nothing.`];
}

export function expired(view: {
  readonly label: string;
  readonly at: number;
  readonly attempt?: Attempt | undefined;
}): Text {
  return [
    `${view.label} expired `,
    { time: view.at },
    `. Your ${view.attempt ?? 'click'} changed nothing; the requester may ask again.`,
  ];
}

export function notYours(view: { readonly label: string; readonly why: string }): Text {
  return `${view.label} is not yours to decide. ${view.why}`;
}

export function changed(view: { readonly label: string; readonly attempt?: Attempt | undefined }): Text {
  return `${view.label} has changed since you saw it. Your ${view.attempt ?? 'click'} changed nothing. If there is a new request, it has a card of its own.`;
}

export function otherPlan(view: { readonly label: string }): Text {
  return `The characters are not those of the plan of ${view.label}, so nothing was decided. They stand at the foot of its card, after "plan".`;
}
