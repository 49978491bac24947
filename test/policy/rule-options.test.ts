import { expect, test } from 'vitest';
import { optionsUsage, readOptions } from '../../src/policy/rule-options.ts';

test.each([
  { words: [], reads: {} },
  { words: ['+verify', '+manager'], reads: { manager: true, verify: true } },
  { words: ['type=access', 'integration=sandbox'], reads: { ticket_type: 'access', integration: 'sandbox' } },
  { words: ['type=access', 'type= vip '], reads: { ticket_type: 'vip' } },
  { words: ['when.group=Domain Admins*', 'when.group=*'], reads: { when: { group: '*' } } },
  { words: ['when.file-path=/srv=*'], reads: { when: { 'file-path': '/srv=*' } } },
  { words: ['type='], reads: 'type=TICKET_TYPE: must not be empty.' },
  { words: [`type=${'x'.repeat(201)}`], reads: 'type=TICKET_TYPE: is longer than 200 characters.' },
  { words: ['when.group='], reads: 'when.ARGUMENT=PATTERN: must not be empty.' },
  { words: ['when.=x'], reads: '"when.=x" is not understood.' },
  { words: ['when.__proto__=x'], reads: '"when.__proto__=x" is not understood.' },
  { words: ['+manger'], reads: '"+manger" is not understood, did you mean +manager?' },
  { words: ['typ=access'], reads: '"typ=access" is not understood, did you mean type=?' },
  { words: ['locked'], reads: '"locked" is not understood.' },
])('$words', ({ words, reads }) => {
  const read = readOptions(words);
  expect(read.type === 'read' ? read.options : read.why).toEqual(reads);
});

test('the usage names every option', () => {
  expect(optionsUsage()).toBe(
    '[+manager] [+verify] [integration=ID] [type=TICKET_TYPE] [when.ARGUMENT=PATTERN]',
  );
});
