// A quoted message of Teams is not the person's own words, however it is put together: nothing in it is a request or a command.
import { expect, test } from 'vitest';
import { readWords } from '../../adapters/teams/read-words.ts';

const REPLY = '<blockquote itemscope itemtype="http://schema.skype.com/Reply">';
const COMMAND = 'approve P-1 3fa9';

const words = (html: string, text = COMMAND) =>
  readWords(
    {
      recipient: { id: '28:bot' },
      text,
      attachments: [{ contentType: 'text/html', content: html }],
    },
    'tenant',
    () => ({ userId: undefined, name: undefined }),
  ).own;

test.each([
  { name: 'alone', html: `${REPLY}${COMMAND}</blockquote>`, is: '' },
  {
    name: 'with own words',
    html: `${REPLY}${COMMAND}</blockquote><p>what is this?</p>`,
    is: 'what is this?',
  },
  { name: 'in each other', html: `${REPLY}${REPLY}old</blockquote>${COMMAND}</blockquote>`, is: '' },
  {
    name: 'two, and words between',
    html: `${REPLY}a</blockquote>yes${REPLY}${COMMAND}</blockquote>`,
    is: 'yes',
  },
  { name: 'without an end', html: `${REPLY}${COMMAND}`, is: '' },
  { name: 'an end with a blank', html: `${REPLY}${COMMAND}</blockquote >`, is: '' },
  {
    name: 'a long tag',
    html: `${REPLY.replace('>', ` id="${'x'.repeat(900)}">`)}${COMMAND}</blockquote>`,
    is: '',
  },
  { name: 'an end before the start', html: `</blockquote>${REPLY}${COMMAND}</blockquote>`, is: '' },
])('quotes: $name', ({ html, is }) => {
  expect(words(html)).toBe(is);
});

test.each([
  ' ',
  '<at ',
  '<span schema.skype.com/Mention ',
  '<blockquote ',
  '</blockquote>',
  '<img alt="x" ',
  '<strong itemprop="mri" ',
  '&amp;',
])('a long run of %j takes no time', (part) => {
  const run = part.repeat(8000);
  expect(words(`${REPLY}${run}</blockquote>${run}`, run)).not.toContain(COMMAND);
  expect(words('', run)).not.toContain(COMMAND);
});
