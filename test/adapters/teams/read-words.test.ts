// Whose words a message of Teams holds: activities as Teams delivers them, and the event that is made of them.
import { expect, it } from 'vitest';
import { at, base, html, incoming, read } from '../../support/teams/read-message.ts';

const WORDS = 'approve P-1001 86cd';

it.each([
  { name: 'plain', more: { text: WORDS, ...html(`<p>${WORDS}</p>`) }, own: WORDS },
  { name: 'no-break blanks', more: { text: 'approve\u00a0P-1001\u00a086cd' }, own: WORDS },
  { name: 'no-break blanks as entities', more: { text: '&nbsp;approve&nbsp;P-1001 86cd&nbsp;' }, own: WORDS },
  { name: 'zero-width characters', more: { text: '\u200bapprove P-\u200b1001 86cd\ufeff' }, own: WORDS },
  { name: 'bidirectional marks', more: { text: '\u2066approve P-1001 86cd\u2069' }, own: WORDS },
  { name: 'other entities', more: { text: 'R&amp;D &#39;x&#x27; &lt;now&gt;' }, own: "R&D 'x' <now>" },
  {
    name: 'markup',
    more: { textFormat: 'xml', text: '<div><p>approve&nbsp;P-1001</p><p>86cd</p></div>' },
    own: 'approve P-1001\n86cd',
  },
  { name: 'markup that was typed', more: { text: 'a <b> c' }, own: 'a <b> c' },
  { name: 'the bot alone', more: { text: '<at>Deskhand</at>', entities: [at('Deskhand')] }, own: '' },
  {
    name: 'the bot alone, with a blank',
    more: { text: '<at>Deskhand</at>&nbsp;', entities: [at('Deskhand')] },
    own: '',
  },
  {
    name: 'the bot by a nickname alone',
    more: { text: '<at>Desk Helper</at>', entities: [at('Desk Helper')] },
    own: '',
  },
  {
    name: 'the bot by a nickname',
    more: {
      text: '<at>Desk Helper</at> tickets',
      entities: [{ ...at('Deskhand'), text: '<at>Desk Helper</at>' }],
    },
    own: 'tickets',
  },
  {
    name: 'the bot, by an entity without text',
    more: { text: '<at>Deskhand</at> tickets', entities: [{ ...at('Deskhand'), text: null }] },
    own: 'tickets',
  },
  {
    name: 'the bot without markup',
    more: { text: '@Deskhand tickets', entities: [{ ...at('Deskhand'), text: '@Deskhand' }] },
    own: 'tickets',
  },
  {
    name: 'the bot twice',
    more: { text: '<at>Deskhand</at> <at>Deskhand</at> tickets', entities: [at('Deskhand')] },
    own: 'tickets',
  },
  {
    name: 'the bot by number',
    more: {
      textFormat: 'xml',
      text: '<div><at id="0">Deskhand</at>&nbsp;tickets</div>',
      entities: [{ ...at('Deskhand'), text: '<at id="0">Deskhand</at>' }],
    },
    own: 'tickets',
  },
  {
    name: 'the bot, and a comma',
    more: { text: '<at>Deskhand</at>, tickets', entities: [at('Deskhand')] },
    own: 'tickets',
  },
  {
    name: 'the bot at the end',
    more: { text: 'tickets <at>Deskhand</at>', entities: [at('Deskhand')] },
    own: 'tickets',
  },
])('own words: $name', ({ more, own }) => {
  expect(read(more)).toMatchObject({ own, quoted: [], forwarded: [], mentions: [], automatic: false });
});

const FORWARD = '<blockquote itemtype="http://schema.skype.com/Forward">';
const REPLY =
  '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1791253691172">' +
  '<strong itemprop="mri" itemid="8:orgid:aad-sam">Sam Ortiz</strong><span itemprop="time" itemid="1"></span>';

it.each([
  { name: 'alone', more: { text: WORDS, ...html(`${FORWARD}<p>${WORDS}</p></blockquote>`) }, own: '' },
  {
    name: 'with words in front',
    more: {
      text: `can you look?\r\n\r\n${WORDS}`,
      ...html(`<p>can you look?&nbsp;</p>${FORWARD}\n<p>${WORDS}</p>\n</blockquote>`),
    },
    own: 'can you look?',
  },
  {
    name: 'whose words are a part of the own',
    more: { text: 'look\r\n\r\nok', ...html(`<p>look</p>${FORWARD}<p>ok</p></blockquote>`) },
    own: 'look',
    words: 'ok',
  },
  {
    name: 'in the text itself',
    more: { textFormat: 'xml', text: `<p>look</p>${FORWARD}<p>${WORDS}</p></blockquote>` },
    own: 'look',
  },
  {
    name: 'as a reference beside the HTML',
    more: {
      text: `see this ${WORDS}`,
      ...html('<p>see this</p><attachment id="1"></attachment>', {
        id: '1',
        contentType: 'forwardedMessageReference',
        content: JSON.stringify({
          originalMessageId: '1',
          originalMessageContent: `<p>${WORDS}</p>`,
          originalMessageSender: { application: null, user: { id: 'aad-sam', displayName: 'Sam Ortiz' } },
        }),
      }),
    },
    own: 'see this',
    author: 'Sam Ortiz',
  },
  {
    name: 'as a reference and nothing else',
    more: {
      text: WORDS,
      attachments: [
        { contentType: 'forwardedMessageReference', content: { originalMessageContent: `<p>${WORDS}</p>` } },
      ],
    },
    own: '',
  },
  {
    name: 'as a reference, the text cut off',
    more: {
      text: 'approve P-1001',
      attachments: [{ contentType: 'forwardedMessageReference', content: { originalMessageContent: WORDS } }],
    },
    own: '',
  },
])('a forward is not of whoever forwards it: $name', ({ more, own, words = WORDS, author }) => {
  const event = read(more);
  expect(event).toMatchObject({ own, quoted: [], files: [] });
  expect(event.forwarded).toEqual([{ text: words, ...(author === undefined ? {} : { author }) }]);
});

it.each([
  {
    name: 'alone',
    more: { text: WORDS, ...html(`${REPLY}<p itemprop="preview">${WORDS}</p></blockquote>`) },
    own: '',
  },
  {
    name: 'with an answer',
    more: {
      text: `${WORDS}\r\n\r\nwhat is this?`,
      ...html(`${REPLY}<p itemprop="preview">${WORDS}</p></blockquote><p>what is this?</p>`),
    },
    own: 'what is this?',
  },
  {
    name: 'by a reference',
    more: {
      text: 'what is this?',
      attachments: [
        {
          contentType: 'messageReference',
          content: JSON.stringify({
            messageId: '1',
            messagePreview: WORDS,
            messageSender: { user: { displayName: 'Sam Ortiz' } },
          }),
        },
      ],
    },
    own: 'what is this?',
  },
  {
    name: 'by an entity',
    more: {
      text: '<quoted messageId="1791253691172"/>\nwhat is this?',
      entities: [
        { type: 'quotedReply', quotedReply: { messageId: '1', senderName: 'Sam Ortiz', preview: WORDS } },
      ],
    },
    own: 'what is this?',
  },
])('a quoted reply is not what the person says: $name', ({ more, own }) => {
  expect(read(more)).toMatchObject({ own, forwarded: [], files: [] });
  expect(read(more).quoted).toEqual([{ text: WORDS, author: 'Sam Ortiz' }]);
});

it('an emoji beside a quote stays a word of the person', () => {
  const thumb = '<img itemscope itemtype="http://schema.skype.com/Emoji" alt="👍" src="x">';
  expect(read({ text: 'x', ...html(`${REPLY}<p>old</p></blockquote><p>${thumb} thanks</p>`) }).own).toBe(
    '👍 thanks',
  );
});

it.each([
  { role: undefined, automatic: false },
  { role: 'user', automatic: false },
  { role: 'bot', automatic: true },
  { role: 'agenticUser', automatic: true },
])('from somebody whose role is $role: automatic $automatic', ({ role, automatic }) => {
  expect(read({ text: 'hi', from: { ...base.from, role } }).automatic).toBe(automatic);
});

it('a word that was picked behind "/" comes to the bot alone, without a mention', () => {
  const group = { ...base.conversation, id: '19:g@thread.v2', conversationType: 'groupChat' };
  const picked = { text: 'tickets', conversation: group, recipient: { ...base.recipient, isTargeted: true } };
  expect(read(picked)).toMatchObject({ own: 'tickets', targeted: true, mentioned: false, direct: false });
  expect(incoming({ text: 'tickets', conversation: group })).toEqual({ kind: 'ignored' });
});

it('counts files, and neither the HTML copy nor another message as one', () => {
  const picture = { contentType: 'image/png', contentUrl: 'https://x.example/1', name: 'screen.png' };
  const event = read({
    text: 'see',
    ...html('<p>see</p>', picture, { contentType: 'messageReference', content: '{' }),
  });
  expect(event.files.map(({ name }) => name)).toEqual(['screen.png']);
});
