// How people speak of groups, applications and programs. Data only.
import type { Speech } from './thing-phrases.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const GROUP_SPEECH: Speech = {
  nouns: set('group groups list lists team channel mailbox dl dls'),
  kinds: set('distribution mailing security shared email mail e-mail m365 slack'),
  hints: set('members membership'),
  cues: set('to from into join joining leave leaving in of on off called named access'),
};

export const PRODUCT_SPEECH: Speech = {
  nouns: set('licence licences license licenses seat seats subscription app application apps applications'),
  kinds: set('software user'),
  hints: set('access account rights'),
  cues: set(
    'to for need needs want wants get use using of open assign add give grant request requesting have revoke remove called named access account',
  ),
};

export const PROGRAM_SPEECH: Speech = {
  nouns: set('software program programme application app client'),
  kinds: set('desktop'),
  hints: set('installed reinstalled updated'),
  cues: set(
    'install installing installation reinstall reinstalling update updating upgrade need needs want get use download put have of called named repair fix',
  ),
};
