// One parameter of a step workflow: a person, group or other thing looked up in the client's systems, or text as written.
import type { ArgKind } from '../../tools/tool.ts';
import { type RecipeContext, type Settled, settled, stopped } from './recipe.ts';
import { settleDevice } from './settle-device.ts';
import { requesterAccount } from './settle-person.ts';
import { settleSubject } from './settle-subject.ts';
import { settleThings, type Thing } from './settle-thing.ts';
import { deviceNames } from './slots/device-names.ts';
import { emailAddresses } from './slots/email-addresses.ts';
import { GROUP_SPEECH, PRODUCT_SPEECH, PROGRAM_SPEECH } from './slots/speech.ts';
import { thingPhrases, withoutSpans } from './slots/thing-phrases.ts';

/** `address`: a person of the directory, for a tool that takes the address as text. */
export type ParamKind = Exclude<ArgKind, 'requester'> | 'address';

export interface Param {
  readonly name: string;
  readonly kind: ParamKind;
  readonly description?: string | undefined;
  readonly required: boolean;
}

export interface ParamValue {
  /** A directory id, or text. */
  readonly value: string;
  /** As people call it. */
  readonly name: string;
  /** Directory id, where it is a person. */
  readonly personId?: string;
}

const MAX_TEXT = 200;

/** Undefined: optional, and not said. */
export async function settleParam(
  context: RecipeContext,
  param: Param,
): Promise<Settled<ParamValue | undefined>> {
  switch (param.kind) {
    case 'text':
      return settleText(context, param);
    case 'address':
      // Without a directory nothing can be looked up: the one address that was written is shown to whoever approves.
      if (!context.look.isOffered('find_people')) return settleWrittenAddress(context, param);
      return settlePersonParam(context, param);
    case 'person':
      return settlePersonParam(context, param);
    case 'device':
      return settleDeviceParam(context);
    default:
      return settleNamed(context, param.kind);
  }
}

async function settlePersonParam(
  context: RecipeContext,
  param: Param,
): Promise<Settled<ParamValue | undefined>> {
  const quotes = thingPhrases(context.dialogue.opening, GROUP_SPEECH).filter(({ certain }) => certain);
  const text = withoutSpans(context.dialogue.opening, quotes);
  const person = await settleSubject(context, { text, defaultsToSelf: false });
  if (!person.ok) return person;
  const { id, name, email } = person.value;
  return settled({ value: param.kind === 'person' ? id : email, name, personId: id });
}

function settleWrittenAddress(
  context: RecipeContext,
  { name, description }: Param,
): Settled<ParamValue | undefined> {
  const slot = `param:${name}`;
  const text = context.dialogue.answer(slot)?.text ?? context.dialogue.opening;
  const [only, other] = emailAddresses(text);
  if (only?.address !== undefined && other === undefined)
    return settled({ value: only.written, name: only.written });
  const what = (description ?? 'whose e-mail address').replace(/[.?!]+$/, '');
  return stopped(context.dialogue.ask(slot, `Please write the one e-mail address that is meant: ${what}.`));
}

async function settleNamed(
  context: RecipeContext,
  kind: Exclude<ParamKind, 'text' | 'person' | 'address' | 'device'>,
): Promise<Settled<ParamValue | undefined>> {
  const { look } = context;
  const searches = {
    group: {
      speech: GROUP_SPEECH,
      find: (query: string): Promise<readonly Thing[]> => look.findGroups(query),
    },
    app: { speech: PRODUCT_SPEECH, find: (query: string): Promise<readonly Thing[]> => look.findApps(query) },
    licence: {
      speech: PRODUCT_SPEECH,
      find: (query: string): Promise<readonly Thing[]> => look.findLicences(query),
    },
    software: {
      speech: PROGRAM_SPEECH,
      find: (query: string): Promise<readonly Thing[]> => look.findSoftware(query),
    },
  };
  const found = await settleThings(context, { kind, text: context.dialogue.opening, ...searches[kind] });
  if (!found.ok) return found;
  const [first, ...more] = found.value.things.map(({ thing }) => thing);
  if (!first || more.length > 0) {
    return stopped(
      context.dialogue.ask(
        kind,
        `Please name one ${kind}; I found ${found.value.things.map(({ thing }) => thing.name).join(', ')}.`,
      ),
    );
  }
  return settled({ value: first.id, name: first.name });
}

/** A device by its label, else one of the requester's own. */
async function settleDeviceParam(context: RecipeContext): Promise<Settled<ParamValue | undefined>> {
  for (const label of deviceNames(context.dialogue.all)) {
    const hits = await context.look.findDevices(label);
    const [only] = hits;
    if (only && hits.length === 1) return settled({ value: only.id, name: only.name });
  }
  const requester = await requesterAccount(context);
  if (!requester.ok) return requester;
  const own = await context.look.devicesOf(requester.value.id);
  if (own.length === 0)
    return stopped(context.dialogue.ask('device', 'Which device is it? Please write the name on its label.'));
  const device = settleDevice(context, own, 'Which device is it:');
  return device.ok ? settled({ value: device.value.id, name: device.value.name }) : device;
}

/** `name: value`, `name = value`, `name is value`, or the one quoted text; else it is asked for. */
function settleText(
  context: RecipeContext,
  { name, description, required }: Param,
): Settled<ParamValue | undefined> {
  const words = name.replaceAll('_', ' ');
  const answer = context.dialogue.answer(`param:${name}`);
  const text = answer?.text ?? textNamed(words, context.dialogue.opening);
  const value = text?.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
  if (value !== undefined && value !== '') return settled({ value, name: value });
  if (!required) return settled(undefined);
  const what = description ?? words;
  return stopped(
    context.dialogue.ask(
      `param:${name}`,
      `One thing is missing: ${what.replace(/[.?!]+$/, '')}. What is it?`,
    ),
  );
}

function textNamed(words: string, opening: string): string | undefined {
  const spelled = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ _-]');
  const named = new RegExp(
    `\\b${spelled}\\s*(?:is|=|:)\\s*(?:"([^"\\n]{1,200})"|([^\\n,;]{1,200}))`,
    'i',
  ).exec(opening);
  if (named) return (named[1] ?? named[2])?.replace(/[.!?]+$/, '');
  const quoted = [...opening.matchAll(/"([^"\n]{1,200})"/g)];
  return quoted.length === 1 ? quoted[0]?.[1] : undefined;
}
