import { describe, expect, test } from 'vitest';
import { splitWishes } from '../../src/intake/wishes.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { readTriggers } from '../matching/fixtures.ts';

const matcher = createMatcher(readTriggers('plain'));

describe('splitWishes', () => {
  test.each([
    {
      name: 'and also',
      text: 'I forgot my password and also please add me to the Finance group',
      want: ['I forgot my password', 'please add me to the Finance group'],
    },
    {
      name: 'two sentences, the greeting stays with the first',
      text: 'Hi! I forgot my password. Please add me to the Finance group.',
      want: ['Hi! I forgot my password.', 'Please add me to the Finance group.'],
    },
    {
      name: 'a sentence that names nothing stays with the one before',
      text: 'My VPN does not work. I rebooted twice. Also I need a Visio licence.',
      want: ['My VPN does not work. I rebooted twice.', 'I need a Visio licence.'],
    },
    {
      name: 'semicolon',
      text: 'reset my password; unlock my account',
      want: ['reset my password', 'unlock my account'],
    },
    {
      name: 'numbered list',
      text: '1. reset my password\n2. install Zoom\n3) add me to the Finance group',
      want: ['reset my password', 'install Zoom', 'add me to the Finance group'],
    },
    {
      name: 'plain and, both sides stand for themselves',
      text: 'please install Zoom and add me to the Finance mailing list',
      want: ['please install Zoom', 'add me to the Finance mailing list'],
    },
  ])('$name', ({ text, want }) => {
    expect(splitWishes(text, matcher)).toEqual(want);
  });

  test.each([
    { name: 'one wish', text: 'I forgot my password' },
    { name: 'and within one wish', text: 'please install Zoom and Teams' },
    { name: 'names joined by and', text: 'add Dana and Lee to the Finance group' },
    { name: 'two changes of one kind', text: 'remove me from the sales group and add me to the HR group' },
    {
      name: 'details of a new hire',
      text: 'We have a new hire Tom on Monday. He needs an Adobe licence. Please add him to the Finance group.',
    },
    { name: 'a consequence', text: 'I forgot my password. Now my account is locked.' },
    { name: 'nothing known', text: 'the coffee machine is broken and the fridge too' },
    { name: 'empty', text: '' },
  ])('stays whole: $name', ({ text }) => {
    expect(splitWishes(text, matcher)).toEqual([text]);
  });

  test('never more than five; the rest stays together', () => {
    const items = [
      'reset my password',
      'install Zoom',
      'add me to the Finance group',
      'I need a Visio licence',
      'vpn is down',
      'what is the status of my ticket',
    ];
    const wishes = splitWishes(items.map((item, index) => `${index + 1}. ${item}`).join('\n'), matcher);
    expect(wishes).toEqual([...items.slice(0, 4), `${items[4]} ${items[5]}`]);
  });

  test('white space around is dropped', () => {
    expect(splitWishes('  vpn is down \n', matcher)).toEqual(['vpn is down']);
  });
});
