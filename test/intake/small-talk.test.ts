import { describe, expect, test } from 'vitest';
import { isBareConsent, isSmallTalk, isWithdrawal } from '../../src/intake/small-talk.ts';

describe('isSmallTalk', () => {
  const greetings = [
    'hi',
    'Hello there!',
    'good morning team',
    'hey, how are you?',
    '👋',
    ':wave:',
    '<@U1> hi',
  ];
  const thanks = [
    'thanks a lot',
    'ok great',
    'Thank you so much for your help!',
    'perfect, thx',
    'Hi, thanks',
    '🎉',
    '🙏',
  ];
  const neither = [
    'hi, I forgot my password',
    'hello can you help',
    'thanks, but it is still broken',
    'ok and also add me to Finance',
    'is it working',
    'yes',
    '',
    '   ',
    'what is up with my vpn',
  ];
  test.each(greetings)('greeting: %s', (text) => expect(isSmallTalk(text)).toBe('greeting'));
  test.each(thanks)('thanks: %s', (text) => expect(isSmallTalk(text)).toBe('thanks'));
  test.each(neither)('neither: %s', (text) => expect(isSmallTalk(text)).toBe('none'));
});

describe('isBareConsent', () => {
  test.each([
    'yes',
    'Approved.',
    'ok go ahead',
    '👍',
    ':+1:',
    '✅',
    'Yes, please',
    'denied',
    'no',
    'sounds good',
  ])('%s', (text) => expect(isBareConsent(text)).toBe(true));
  test.each([
    '',
    '🎉',
    'thanks',
    'yes and reset my password',
    'approve the invoice',
    'no internet',
    'ok google',
    'please',
  ])('not: %s', (text) => expect(isBareConsent(text)).toBe(false));
});

describe('isWithdrawal', () => {
  test.each([
    'never mind',
    'nvm, found it',
    'Forget it',
    'cancel that',
    'Please cancel my request, thanks',
    'no longer needed',
    'it works again now',
    'sorted, thanks',
    'Never mind, I remembered my password',
    'I can log in again',
    'please ignore my last message',
  ])('%s', (text) => expect(isWithdrawal(text)).toBe(true));
  test.each([
    '',
    'I forgot it',
    'it does not work again',
    'it works now but slowly',
    'cancel my Adobe licence',
    'cancel ticket 1042',
    'never mind the printer, but install Zoom',
    'stop the spam mails',
    'my colleague no longer works here',
    'never mind that the mail server was slow last week, what I really want to know is who owns the HR group and why',
  ])('not: %s', (text) => expect(isWithdrawal(text)).toBe(false));
});
