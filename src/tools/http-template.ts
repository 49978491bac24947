// Fills a request template. Every value is encoded for the place it stands in and never read as a template again. Pure.
import type { Json } from '../lib/json.ts';
import { ToolError } from './tool.ts';

export interface RequestTemplate {
  readonly method: string;
  /** Scheme and host are literal. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
}

/** An argument's value by name, a secret's by `secrets.NAME`; undefined for an optional argument that was left out. */
export type LookUp = (reference: string) => Json | undefined;

const REFERENCE = /\{\{\s*([A-Za-z][A-Za-z0-9_]*|secrets\.[A-Za-z0-9_]+)\s*\}\}/g;
const WHOLE = /^\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}$/;
/** What may stand in a header: visible ASCII, spaces, tabs. */
const HEADER_VALUE = /^[\t\x20-\x7e]*$/;
const FORM = 'application/x-www-form-urlencoded';

/** Argument names and `secrets.NAME`, in order, with repetitions. */
export function referencesOf(text: string): readonly string[] {
  return [...text.matchAll(REFERENCE)].map(([, name]) => name ?? '');
}

export function isForm({ headers }: RequestTemplate): boolean {
  const entry = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type');
  return entry?.[1].toLowerCase().startsWith(FORM) ?? false;
}

/** @throws ToolError `final` for a value that would lead to another address */
export function fillUrl(template: string, lookUp: LookUp): string {
  const at = template.indexOf('?');
  const place = at < 0 ? template : template.slice(0, at);
  const path = fill(place, lookUp, (value, name) => {
    if (value === '') throw refused(`${name} is empty`);
    return percentEncode(value);
  });
  // Encoding keeps a value inside its segment, but a segment of dots leads elsewhere, encoded or not (URL standard, 4.4).
  if (path.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment)))
    throw refused('a value would lead to another address');
  return at < 0 ? path : path + fill(template.slice(at), lookUp, percentEncode);
}

/** With our own last. @throws ToolError `final` for a value that no header can carry */
export function fillHeaders(
  template: RequestTemplate['headers'],
  lookUp: LookUp,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const headers = Object.entries(template ?? {}).map(([name, text]) => {
    const value = fill(text, lookUp, (part) => part).trim();
    // The value may be a secret, so only the header is named.
    if (!HEADER_VALUE.test(value)) throw refused(`the header ${name} cannot carry its value`);
    return [name.toLowerCase(), value] as const;
  });
  return { ...Object.fromEntries(headers), ...own };
}

/** JSON, or a form where the template says so. A value that is one whole `{{arg}}` keeps its type; one left out takes its key along. */
export function fillBody(template: RequestTemplate, lookUp: LookUp): string | undefined {
  const { body } = template;
  if (body === undefined || body === null) return undefined;
  if (isForm(template) && typeof body === 'string') return fill(body, lookUp, percentEncode);
  return JSON.stringify(fillValue(bodyValue(body), lookUp));
}

/** A body that is written as one text is JSON, so that no value can leave its quotes. Undefined if it is not. */
export function bodyValue(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function fillValue(value: unknown, lookUp: LookUp): unknown {
  if (typeof value === 'string') {
    const [, whole] = WHOLE.exec(value) ?? [];
    return whole === undefined ? fill(value, lookUp, (part) => part) : lookUp(whole);
  }
  if (Array.isArray(value))
    return value.map((entry) => fillValue(entry, lookUp)).filter((entry) => entry !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fillValue(entry, lookUp)]));
}

function fill(text: string, lookUp: LookUp, encode: (value: string, name: string) => string): string {
  return text.replace(REFERENCE, (_, name: string) => encode(String(lookUp(name) ?? ''), name));
}

function percentEncode(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

function refused(why: string): ToolError {
  return new ToolError('final', `Nothing was sent: ${why}.`);
}
