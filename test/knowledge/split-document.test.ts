// How a document is cut: its title, its headings, pieces that are small enough, and nothing lost.
import { expect, test } from 'vitest';
import { splitDocument } from '../../src/knowledge/split-document.ts';

test.each([
  { name: 'the first heading', text: 'Intro\n\n## **Guest** `Wi-Fi`\n\nAsk.', title: 'Guest Wi-Fi' },
  { name: 'the other title', text: 'Ask.', title: 'file' },
  { name: 'not a line of a code block', text: '```\n# a comment\n```\n\nAsk.', title: 'file' },
  { name: 'not the front matter', text: '---\n# no: yes\n---\nAsk.', title: 'file' },
  { name: 'a heading with marks at both ends', text: '# Doors #\nAsk.', title: 'Doors' },
])('the title is $name', ({ text, title }) => {
  expect(splitDocument(text, 'file').title).toBe(title);
});

test('each heading begins a section that is named with it', () => {
  const { sections } = splitDocument('# VPN\nOne.\n## On a Mac\r\nTwo.\n## Empty\n', 'file');
  expect(sections).toEqual([
    { title: 'VPN', text: 'One.' },
    { title: 'VPN: On a Mac', text: 'Two.' },
    { title: 'VPN: Empty', text: 'Empty' },
  ]);
});

test('nothing is a document without sections', () => {
  expect(splitDocument(' \n\n', 'file')).toEqual({ title: 'file', sections: [] });
});

test.each([
  { name: 'paragraphs', text: Array.from({ length: 300 }, (_, at) => `Paragraph ${at} here.`).join('\n\n') },
  { name: 'one long line', text: Array.from({ length: 3000 }, (_, at) => `word${at}`).join(' ') },
  { name: 'no space at all', text: '🙂'.repeat(3000) },
])('long text is cut into pieces of at most 2,000 characters: $name', ({ text }) => {
  const { sections } = splitDocument(text, 'file');
  expect(sections.length).toBeGreaterThan(2);
  for (const section of sections) {
    expect(section.text.length).toBeLessThanOrEqual(2000);
    expect(section.text.isWellFormed()).toBe(true);
  }
  expect(
    sections
      .map((section) => section.text)
      .join('')
      .replace(/\s/g, ''),
  ).toBe(text.replace(/\s/g, ''));
});

test('a book is read to a million characters', () => {
  const { sections } = splitDocument('a '.repeat(2_000_000), 'file');
  expect(sections.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(1_000_000);
});
