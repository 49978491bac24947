// The kinds of products that a client can connect: the one list. The desk file's form, a client's first mode, what the
// playground reaches, what chat connects and what the process connects are made from it.

import { AppError } from '../lib/errors.ts';
import { lookUp } from '../lib/look-up.ts';
import { nearest } from '../lib/nearest.ts';
import { bareSettings, type Kind, type Settings } from './kind.ts';
import { sandboxKind } from './sandbox/kind.ts';

export const KINDS = {
  sandbox: sandboxKind,
} satisfies KindList;

/** By the word that the desk file uses. */
export type KindList = Readonly<Record<string, Kind>>;
export type IntegrationKind = keyof typeof KINDS;

type ShapeOf<Name extends IntegrationKind> = (typeof KINDS)[Name]['settings'];

/** One product of one client, as the desk file describes it. `id` is unique within the client; policies name it. */
export type IntegrationEntry = {
  readonly [Name in IntegrationKind]: {
    readonly id: string;
    readonly kind: Name;
  } & (keyof ShapeOf<Name> extends never ? unknown : Readonly<Settings<ShapeOf<Name>>>);
}[IntegrationKind];

export function isKind(name: string): name is IntegrationKind {
  return Object.hasOwn(KINDS, name);
}

/** @throws AppError `integrations.unknown_kind` that names the kind, for what another version wrote */
export function kindOf(name: string, kinds: KindList = KINDS): Kind {
  const kind = lookUp(kinds, name);
  if (kind) return kind;
  throw new AppError({
    code: 'integrations.unknown_kind',
    message: `There is no kind of integration "${name.slice(0, 40)}"${suggestKind(name, kinds)}`,
  });
}

/** ", did you mean sandbox?", or which kinds there are. */
export function suggestKind(name: string, kinds: KindList = KINDS): string {
  const names = Object.keys(kinds);
  const guess = nearest(name, names);
  return guess === undefined ? `; available: ${names.join(', ')}` : `, did you mean ${guess}?`;
}

/** Of a kind that nobody knows nothing says that it is made up. */
export function isReal(name: string, kinds: KindList = KINDS): boolean {
  return lookUp(kinds, name)?.real !== false;
}

/** Those that need nothing but their name, so that chat can connect them. */
export function bareKinds(kinds: KindList = KINDS): readonly string[] {
  return Object.keys(kinds).filter((name) => bareSettings(kindOf(name, kinds)) !== undefined);
}
