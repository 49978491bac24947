// Who is mentioned in a message of Teams, and what stands in its words for them.
import { expect, it } from 'vitest';
import { at, html, read, user } from '../../support/teams/read-message.ts';

const REPLY =
  '<blockquote itemscope itemtype="http://schema.skype.com/Reply"><strong itemprop="mri">Sam Ortiz</strong>';

it.each([
  {
    name: 'whose profile is known',
    entity: at('Sam', '29:x', { aadObjectId: 'aad-sam' }),
    as: 'Sam Ortiz',
    id: 'aad-sam',
  },
  { name: 'by a member id that was met', entity: at('Sam', '29:sam'), as: 'Sam Ortiz', id: 'aad-sam' },
  { name: 'by an account', entity: at('Erin Cole', '8:orgid:aad-erin'), as: 'Erin Cole', id: 'aad-erin' },
  { name: 'nobody met yet', entity: at('Erin', '29:erin'), as: 'Erin', id: '29:erin' },
  {
    name: 'by a short form of the name',
    entity: { ...at('Erin Cole', '29:erin'), text: '<at>Erin</at>' },
    as: 'Erin Cole',
    id: '29:erin',
  },
])('a mention is that person: $name', ({ entity, as, id }) => {
  const entities = [at('Deskhand'), entity];
  const event = read({ text: `<at>Deskhand</at> add ${entity.text} please`, entities });
  expect(event).toMatchObject({
    own: `add ${as} please`,
    mentions: [{ user: user(id), name: as }],
    mentioned: true,
  });
});

it('finds people in the HTML beside a quote, and nobody in the quote', () => {
  const span = (name: string, n: number) =>
    `<span itemscope itemtype="http://schema.skype.com/Mention" itemid="${n}">${name}</span>`;
  const entities = [at('Deskhand'), at('Sam', '29:sam'), at('Erin', '29:erin')];
  const content = `${REPLY}<p>ask ${span('Erin', 2)}</p></blockquote><p>${span('Deskhand', 0)}&nbsp;ask ${span('Sam', 1)}</p>`;
  const event = read({ text: 'x', entities, ...html(content) });
  expect(event.own).toBe('ask Sam Ortiz');
  expect(event.mentions).toEqual([{ user: user('aad-sam'), name: 'Sam Ortiz' }]);
  expect(event.quoted).toEqual([{ text: 'ask Erin', author: 'Sam Ortiz' }]);
});

it('a team, a tag and a name that was only typed are nobody', () => {
  const team = at('MSP Desk', '19:team@thread.tacv2');
  const event = read({ text: '<at>MSP Desk</at> ask <at>Tina</at>', entities: [team] });
  expect(event).toMatchObject({ own: 'MSP Desk ask Tina', mentions: [], mentioned: false });
});
