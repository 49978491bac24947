import { describe, expect, it } from 'vitest';
import { createTextSearch } from '../../src/lib/text-search.ts';

const texts = [
  {
    id: 'vpn',
    title: 'How to connect to the VPN',
    text: 'You need it at home only.\n\nOpen VPN Client on your laptop and sign in.\n\nSome hotel networks block it.',
  },
  {
    id: 'wifi',
    title: 'Wi-Fi in the practice',
    text: 'Staff laptops use Acme-Staff.\n\nGuests use Acme-Guest. The code is at the front desk and changes every Monday.',
  },
  {
    id: 'mfa',
    title: 'MFA on a new phone',
    text: 'Choose "Add method" and scan the code.\n\nIf the old phone is lost, ask for a reset.',
  },
  {
    id: 'jam',
    title: 'When a printer jams',
    text: 'Pull the paper out slowly.\n\nIf jobs wait, its spooler is stuck.',
  },
  {
    id: 'passwords',
    title: 'Rules for passwords',
    text: 'At least 14 characters. Never reuse one. Café staff: the same.',
  },
];
const search = createTextSearch(texts);
const found = (query: string, limit = 5) => search(query, limit).map(({ id }) => id);

describe('text search', () => {
  it.each([
    { name: 'a word of the title', query: 'vpn', best: 'vpn' },
    { name: 'a sentence around it', query: 'Hi, could you please tell me how the VPN works?', best: 'vpn' },
    { name: 'another spelling', query: 'wireless code for guests', best: 'wifi' },
    { name: 'a hyphen', query: 'what is the guest wi-fi code', best: 'wifi' },
    { name: 'a synonym', query: 'authenticator on my new phone', best: 'mfa' },
    { name: 'a plural', query: 'printers', best: 'jam' },
    { name: 'a typing mistake', query: 'pasword ruels', best: 'passwords' },
    { name: 'the beginning of a word', query: 'spool stuck', best: 'jam' },
    { name: 'rare words of the body', query: 'the hotel networks', best: 'vpn' },
    { name: 'an accent', query: 'cafe characters', best: 'passwords' },
  ])('finds by $name', ({ query, best }) => {
    expect(found(query)[0]).toBe(best);
  });

  it.each([
    { name: 'nothing shared', query: 'order a standing chair for the kitchen' },
    { name: 'one common word of a body', query: 'my laptop screen cracked yesterday' },
    { name: 'everyday words only', query: 'can you help me with this please' },
    { name: 'an empty query', query: '  ' },
    { name: 'signs only', query: '?!"((' },
  ])('finds nothing for $name', ({ query }) => {
    expect(found(query)).toEqual([]);
  });

  it('puts rare words before common ones and keeps to the limit', () => {
    expect(found('code at the front desk on Monday')[0]).toBe('wifi');
    expect(found('phone vpn password wifi printer', 2)).toHaveLength(2);
  });

  it('puts a word of the title before the same word in a body', () => {
    const both = createTextSearch([
      { id: 'body', title: 'Travelling', text: 'Take the vpn, the vpn and the vpn.' },
      {
        id: 'title',
        title: 'The vpn client',
        text: 'How it is set up on a laptop of ours, step after step.',
      },
    ]);
    expect(both('vpn', 2).map(({ id }) => id)).toEqual(['title', 'body']);
  });

  it('leaves out what is far behind the best', () => {
    expect(found('phone')).toEqual(['mfa']);
    expect(found('vpn client hotel networks sign in at home on a phone')).toEqual(['vpn']);
  });

  it('shows the paragraph that fits', () => {
    expect(search('hotel network blocks vpn', 1)[0]?.excerpt).toBe('Some hotel networks block it.');
    expect(search('guest wifi code', 1)[0]?.excerpt).toContain('front desk');
  });

  it('shows the steps with the sentence above them, and all of them where a step has the words', () => {
    const text =
      'The VPN is for work from home.\n\n1. Open VPN Client.\n2. Choose the profile.\n\n3. Confirm the code.\n\nHotels block it.';
    const one = createTextSearch([{ id: 'a', title: 'Remote work', text }]);
    const steps = '1. Open VPN Client.\n2. Choose the profile.\n\n3. Confirm the code.';
    expect(one('vpn from home', 1)[0]?.excerpt).toBe(`The VPN is for work from home.\n\n${steps}`);
    expect(one('confirm code', 1)[0]?.excerpt).toBe(steps);
  });

  it('keeps a heading with its paragraph', () => {
    const one = createTextSearch([{ id: 'a', title: 'Set-up', text: 'Intro\n\n# Laptops\n\nUse the dock.' }]);
    expect(one('dock', 1)[0]?.excerpt).toBe('# Laptops\nUse the dock.');
  });

  it.each([
    { name: 'words', text: 'spooler restart '.repeat(200) },
    { name: 'one word without end', text: `spooler ${'x'.repeat(3000)}` },
    { name: 'letters of two code units', text: `spooler ${'😀'.repeat(1500)}` },
  ])('cuts a long paragraph of $name', ({ text }) => {
    const excerpt = createTextSearch([{ id: 'a', title: 'Spooler', text }])('spooler', 1)[0]?.excerpt ?? '';
    expect(excerpt.length).toBeLessThanOrEqual(1200);
    expect(excerpt.length).toBeGreaterThan(1000);
    expect(excerpt.endsWith('…')).toBe(true);
    expect(excerpt.isWellFormed()).toBe(true);
  });

  it('lives with no texts, empty texts and the same id twice', () => {
    expect(createTextSearch([])('vpn', 5)).toEqual([]);
    const twice = { id: 'a', title: 'VPN', text: '' };
    expect(createTextSearch([twice, twice])('vpn', 5)).toEqual([{ id: 'a', title: 'VPN', excerpt: '' }]);
  });

  it('reads a very long query in part', () => {
    expect(found(`vpn ${'filler'.repeat(5000)}`)).toContain('vpn');
  });
});
