// The neutral card model: plain data that three renderers turn into Block Kit, Adaptive Cards and plain text.
// Every string in it is text, never markup: renderers escape all of it.
import type { Action, FormAction } from './action.ts';

/** A piece of text with meaning: strings are literal, times are shown in the reader's zone. */
export type Inline =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  /** Milliseconds since 1970 UTC. */
  | { readonly time: number; readonly style?: 'time' | 'date_time' };

export type Text = string | readonly Inline[];

export type Tone = 'neutral' | 'good' | 'warning' | 'danger';

export interface Field {
  readonly label: string;
  readonly value: Text;
}

export interface Button {
  readonly label: string;
  readonly style?: 'primary' | 'danger' | undefined;
  readonly action: Action;
  /** What a screen reader says, e.g. "Approve: reset MFA for Erin Cole". Defaults to the label. */
  readonly spoken?: string | undefined;
  /** Asked again before the click counts, for what cannot be undone. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string } | undefined;
}

/** One entry of a list with its own buttons: a queue, search hits. */
export interface Row {
  readonly title: Text;
  readonly detail?: Text | undefined;
  readonly buttons?: readonly Button[] | undefined;
}

export type CardBlock =
  | { readonly type: 'text'; readonly text: Text; readonly muted?: boolean | undefined }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'fields'; readonly fields: readonly Field[] }
  /** Numbered, in order; `detail` is the muted second line of a step ("12 members → 13; can be undone"). */
  | {
      readonly type: 'steps';
      readonly steps: readonly {
        readonly text: Text;
        readonly detail?: Text | undefined;
        readonly state?: StepState | undefined;
      }[];
    }
  /** Somebody's words, marked as theirs; mentions and markup are neutralised. */
  | { readonly type: 'quote'; readonly label: string; readonly text: string }
  | { readonly type: 'rows'; readonly rows: readonly Row[] }
  | { readonly type: 'divider' };

export type StepState = 'pending' | 'running' | 'done' | 'failed' | 'skipped' | 'uncertain';

export interface Card {
  readonly title: string;
  readonly status?: { readonly text: Text; readonly tone: Tone } | undefined;
  readonly body: readonly CardBlock[];
  readonly buttons?: readonly Button[] | undefined;
  /** The command that shows all of it, where a platform has to shorten the card: `ticket 1042`. */
  readonly full?: string | undefined;
  /** Small print at the end: "plan 3fa9c1d2". */
  readonly foot?: Text | undefined;
}

export type FormField = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
} & (
  | {
      readonly type: 'text';
      readonly multiline?: boolean | undefined;
      readonly initial?: string | undefined;
      /** Characters; platforms allow 3,000 at most. */
      readonly maxLength?: number | undefined;
    }
  | {
      readonly type: 'select';
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly initial?: string | undefined;
    }
  /** Value in the submission: `true` or `false`. */
  | { readonly type: 'check'; readonly text: string; readonly initial?: boolean | undefined }
);

/** Longer input: a Slack modal, a Teams dialog, a dialog of the playground page. */
export interface Form {
  readonly action: FormAction;
  readonly title: string;
  readonly submit: string;
  readonly intro?: Text | undefined;
  readonly fields: readonly FormField[];
}
