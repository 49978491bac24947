// Makes text harmless for the place where it is shown: hidden characters become visible, markup and mentions dead.
// It never removes anything: what a person reads is what the string holds.

import { cut } from './limits.ts';

/** Kept as they are: line feed, tab, and the variation selectors that emoji need. */
const HIDDEN =
  /(?![\n\t]|\p{Variation_Selector})(?:\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|\p{Cc}|\p{Cs}|[\ufff9-\ufffb])/gu;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029\v\f]/g;

/** The text with bidi controls, zero-width and control characters and lone surrogates written out, e.g. `\u202e`. */
export function visible(text: string): string {
  return text.replace(LINE_BREAK, '\n').replace(HIDDEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** The same on one line, for titles and labels. */
export function visibleLine(text: string): string {
  return visible(text).replace(/\s+/gu, ' ').trim();
}

/** The same in at most `max` UTF-16 code units; long texts are cut before they are read through. */
export function shortLine(text: string, max: number): string {
  return cut(visibleLine(cut(text, max * 4)), max);
}

const BREAK = '\u200b';
/** A colon that begins one; a time of day is none. Bounded, so that no text takes long. */
const EMOJI_CODE = /:(?!\d+:)(?=[\p{L}\p{M}\p{N}_+'-]{1,100}:)/gu;

/**
 * Visible text for a Slack `mrkdwn` object with `verbatim: true` or a message's `text`: entities for Slack's control
 * characters, and a zero-width space where Slack would find formatting, an emoji code or a broadcast (it has no escape for these).
 */
export function escapeMrkdwn(text: string): string {
  return escapeEntities(text)
    .replace(/(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu, `${BREAK}$&${BREAK}`)
    .replace(EMOJI_CODE, `:${BREAK}`)
    .replace(/@(?=here|channel|everyone)/giu, `@${BREAK}`)
    .replace(/^(?=&gt;)/gmu, BREAK);
}

/** Visible text inside `mrkdwn` code, where only Slack's control characters count. */
export function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Visible text for the text of an Adaptive Card that Teams reads as Markdown (TextBlock, facts, choices): a backslash
 * before punctuation that means something, and a zero-width space inside `](` for clients that overlook the backslash.
 */
export function escapeMarkdown(text: string): string {
  return breakDateFunctions(
    text
      .replace(/[\\`*[<~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
      .replace(/\](?=[([:])/g, `]${BREAK}`)
      .replace(/^([^\S\n]*)([-+=#>])/gm, '$1\\$2')
      .replace(/^([^\S\n]*\d+)([.)])/gm, '$1\\$2'),
  );
}

/** For text runs, which are not Markdown but do know `{{DATE(…)}}` and `{{TIME(…)}}`. */
export function breakDateFunctions(text: string): string {
  return text.replace(/\{(?=\{)/g, `{${BREAK}`);
}
