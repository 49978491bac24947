// What can be known of an HTTP tool before it is ever called: its host is literal, every reference exists, nothing stands
// where a value could change the meaning of the request. It reads a definition whose form was checked.

import { lookUp } from '../lib/look-up.ts';
import { bodyValue, isForm, referencesOf } from './http-template.ts';
import type { DeskTool } from './http-tool-form.ts';

/** Headers that belong to the connection or to the executor. */
const OURS = new Set([
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'idempotency-key',
  'expect',
]);
const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const ARG_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

export interface HttpToolProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Paths are those of the definition, for the reader of the desk file. Empty: the tool can be offered. */
export function problemsOfHttpTool(tool: DeskTool): readonly HttpToolProblem[] {
  return [...argProblems(tool), ...urlProblems(tool), ...headerProblems(tool), ...bodyProblems(tool)];
}

function argProblems({ args }: DeskTool): readonly HttpToolProblem[] {
  return Object.entries(args).flatMap(([name, arg]) => {
    const path = ['args', name];
    if (!ARG_NAME.test(name))
      return [{ path, message: 'must be letters, digits and _, beginning with a letter' }];
    if (arg.kind !== undefined && arg.kind !== 'text' && arg.type !== 'string')
      return [{ path, message: `holds a ${arg.kind}, so its type must be string` }];
    return [];
  });
}

function urlProblems(tool: DeskTool): readonly HttpToolProblem[] {
  const path = ['request', 'url'];
  const [, authority = ''] = /^https?:\/\/([^/?#]+)/i.exec(tool.request.url) ?? [];
  // An argument may never choose where a secret is sent.
  if (authority === '' || /[{}@\\\s]/.test(authority) || !URL.canParse(`http://${authority}`))
    return [{ path, message: 'must be an http or https address whose host is written out, without {{...}}' }];
  const [place = ''] = tool.request.url.split('?');
  const optional = referencesOf(place).find((name) => lookUp(tool.args, name)?.optional === true);
  return [
    ...textProblems(tool, tool.request.url, path),
    ...(optional ? [{ path, message: `${optional} is optional, so it may stand after the ? only` }] : []),
  ];
}

function headerProblems(tool: DeskTool): readonly HttpToolProblem[] {
  return Object.entries(tool.request.headers ?? {}).flatMap(([name, value]) => {
    const path = ['request', 'headers', name];
    if (!HEADER_NAME.test(name)) return [{ path, message: 'is not the name of a header' }];
    if (OURS.has(name.toLowerCase())) return [{ path, message: 'is set by Deskhand itself' }];
    return textProblems(tool, value, path);
  });
}

function bodyProblems(tool: DeskTool): readonly HttpToolProblem[] {
  const { body, method } = tool.request;
  const path = ['request', 'body'];
  if (body === undefined || body === null) return [];
  if (method === 'GET') return [{ path, message: 'cannot be sent with GET' }];
  if (isForm(tool.request))
    return typeof body === 'string'
      ? textProblems(tool, body, path)
      : [{ path, message: 'must be text for a form, e.g. device={{device}}' }];
  const value = bodyValue(body);
  if (value === undefined)
    return [
      { path, message: 'must be JSON, with every {{...}} inside quotes; "{{count}}" alone keeps its type' },
    ];
  return valueProblems(tool, value, path);
}

function valueProblems(
  tool: DeskTool,
  value: unknown,
  path: HttpToolProblem['path'],
): readonly HttpToolProblem[] {
  if (typeof value === 'string') return textProblems(tool, value, path);
  if (Array.isArray(value))
    return value.flatMap((entry, index) => valueProblems(tool, entry, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key.includes('{{')
      ? [{ path: [...path, key], message: 'a key cannot hold {{...}}, only a value can' }]
      : valueProblems(tool, entry, [...path, key]),
  );
}

function textProblems(
  { args }: DeskTool,
  text: string,
  path: HttpToolProblem['path'],
): readonly HttpToolProblem[] {
  const known = referencesOf(text);
  const written = text.split('{{').length - 1;
  if (written !== known.length)
    return [{ path, message: 'has {{...}} that is neither an argument nor {{secrets.NAME}}' }];
  return known
    .filter((name) => !name.startsWith('secrets.') && !Object.hasOwn(args, name))
    .map((name) => ({ path, message: `{{${name}}} is not one of the arguments` }));
}
