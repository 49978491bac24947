// The door takes secrets out of everything that a message holds, other people's words and names included, and leaves its ids.

import { expect, test } from 'vitest';
import { carriesIdsAlone } from '../../cards/action.ts';
import { hideSecrets } from '../../src/intake/hide-secrets.ts';
import { createRedactor } from '../../src/secrets/redactor.ts';
import { messageEvent } from '../support/message-event.ts';

const SECRET = 'canary-7d21c0';
const dana = { platform: 'slack', tenant: 'T1', id: 'U1' } as const;
const at = { platform: 'slack', tenant: 'T1', channel: 'D1' } as const;
const said = messageEvent({ id: SECRET, from: dana, at, own: 'hello', message: { ...at, message: '1.0' } });
const file = { name: 'a.png', mimeType: 'image/png', size: 1, url: 'https://files.example/1' };
const hide = (event: typeof said) =>
  hideSecrets(event, createRedactor(carriesIdsAlone, [SECRET]), () => false);

test.each([
  { name: 'own words', event: { own: `it is ${SECRET}` }, is: { own: 'it is [hidden]' } },
  {
    name: 'what it quotes, and who is said to have said it',
    event: { quoted: [{ text: `use ${SECRET}`, author: SECRET }] },
    is: { quoted: [{ text: 'use [hidden]', author: '[hidden]' }] },
  },
  {
    name: 'what it forwards',
    event: { forwarded: [{ text: `use ${SECRET}` }] },
    is: { forwarded: [{ text: 'use [hidden]' }] },
  },
  {
    name: 'the names in it',
    event: { mentions: [{ user: dana, name: `Dana ${SECRET}` }] },
    is: { mentions: [{ user: dana, name: 'Dana [hidden]' }] },
  },
  {
    name: 'the names of its files',
    event: { files: [{ ...file, name: `${SECRET}.png` }] },
    is: { files: [{ ...file, name: '[hidden].png' }] },
  },
])('$name', ({ event, is }) => {
  expect(hide({ ...said, ...event })).toEqual({ ...said, ...is });
});

test.each([
  ['secret set RMM_TOKEN abc123', 'secret set RMM_TOKEN [hidden]'],
  ['/secret set RMM_TOKEN abc123', '/secret set RMM_TOKEN [hidden]'],
  ['/desk secret set RMM_TOKEN abc123', '/desk secret set RMM_TOKEN [hidden]'],
  ['desk secret set RMM_TOKEN abc123', 'desk secret set RMM_TOKEN [hidden]'],
])('a value that is typed behind "%s" is hidden', (own, is) => {
  expect(hide({ ...said, own })).toMatchObject({ own: is });
});

test('the code of the first start passes, however it is typed', () => {
  for (const own of ['claim abcdefgh12345678', '/claim abcdefgh12345678', '/desk claim abcdefgh12345678'])
    expect(hide({ ...said, own })).toMatchObject({ own });
});
