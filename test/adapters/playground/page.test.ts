// The parts of the page that can be checked without a browser: its colours, that its scripts are served, and what it makes
// of markdown.
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { markdownToHtml } from '../../../adapters/playground/page/markdown.js';
import { readPageFile } from '../../../adapters/playground/page-files.ts';

const page = new URL('../../../adapters/playground/page/', import.meta.url);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours of the page', async () => {
  const css = await readFile(new URL('theme.css', page), 'utf8');
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const read = (part: string) =>
    new Map([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
  const texts = [
    'text',
    'muted',
    'accent',
    'good',
    'warning',
    'danger',
    'employee',
    'manager',
    'technician',
    'admin',
  ];
  const pairs = [
    ...texts.flatMap((text) => [
      ['surface', text],
      ['emphasis', text],
    ]),
    ['page', 'text'],
    ['page', 'muted'],
    ['accent', 'accent-text'],
    ['accent-soft', 'accent'],
  ] as [string, string][];
  it.each([
    { name: 'light', colours: read(light) },
    { name: 'dark', colours: read(dark) },
  ])('are readable: $name', ({ colours }) => {
    const poor = pairs.filter(([on, text]) => contrast(colours.get(on) ?? '', colours.get(text) ?? '') < 4.5);
    expect(poor).toEqual([]);
    expect(contrast(colours.get('surface') ?? '', colours.get('field') ?? '')).toBeGreaterThan(3);
  });
});

it('every script of the page can be fetched', async () => {
  const scripts = (await readdir(page)).filter((name) => name.endsWith('.js'));
  const served = await Promise.all(
    scripts.map(async (name) => ((await readPageFile(`/${name}`)) ? [] : [name])),
  );
  expect(scripts).toContain('page.js');
  expect(served.flat()).toEqual([]);
});

describe('markdown of cards', () => {
  it.each([
    { name: 'plain', text: 'Add Dana Reyes', html: 'Add Dana Reyes' },
    { name: 'escaped', text: '\\*bold\\* \\_x\\_ 1\\. \\[link]', html: '*bold* _x_ 1. [link]' },
    { name: 'an escaped backslash', text: 'ACME\\\\dana', html: 'ACME\\dana' },
    { name: 'a backslash before a letter', text: 'C:\\new', html: 'C:\\new' },
    {
      name: 'markup',
      text: '\\<img src=x onerror="x">&',
      html: '&lt;img src=x onerror=&quot;x&quot;&gt;&amp;',
    },
    { name: 'an entity behind a backslash', text: '\\&lt;b\\&gt;', html: '&amp;lt;b&amp;gt;' },
    { name: 'lines', text: 'a\nb', html: 'a<br>b' },
  ])('is shown as the text it stands for: $name', ({ text, html }) => {
    expect(markdownToHtml(text)).toBe(html);
  });
});
