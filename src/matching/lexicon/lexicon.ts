// The shipped lexicon, one list out of its chapters. Chapters hold the words; this file decides nothing.
import { APPS } from './apps.ts';
import type { Concept } from './concept.ts';
import { DESK } from './desk.ts';
import { DEVICES } from './devices.ts';
import { EVERYDAY } from './everyday.ts';
import { IDENTITY } from './identity.ts';
import { MEMBERSHIP } from './membership.ts';
import { NETWORK } from './network.ts';
import { PEOPLE } from './people.ts';

export const LEXICON: readonly Concept[] = [
  ...IDENTITY,
  ...PEOPLE,
  ...MEMBERSHIP,
  ...APPS,
  ...NETWORK,
  ...DESK,
  ...DEVICES,
  ...EVERYDAY,
];
