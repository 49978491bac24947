// Reading files: what is shown of HTML and PDF, which encodings are understood, and that a hostile file ends its thread alone.

import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { createDocumentReader, type DocumentReader } from '../../src/knowledge/read-document.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { pdfOf, pdfWith } from './minimal-pdf.ts';

let reader: DocumentReader;
afterEach(() => reader.close());

const PAGE = `<html><head><title>Wi-Fi &amp; more</title><style>p{color:red}</style><script>canary()</script></head><body>
<nav>canary menu</nav><h1>Guest <b>network</b></h1><p onclick="canary()">Ask <a href="http://canary.example">reception</a>.</p>
<script>document.write("canary")</script><svg><script>canary</script></svg><template>canary</template><noscript>canary</noscript>
<img src="http://canary.example/x.png" alt="canary"><iframe srcdoc="canary">canary</iframe><!-- canary --><h2>At home</h2><ul><li>One</li></ul></body></html>`;

test('HTML is read as its words and headings; scripts, links and pictures are not in it', async () => {
  reader = createDocumentReader(systemClock);
  const read = await reader.read('html', Buffer.from(PAGE));
  expect(read).toEqual({
    ok: true,
    title: 'Wi-Fi & more',
    text: expect.stringMatching(/^# Guest network\s+Ask reception\.\s+# At home\s+\* One$/),
  });
  expect(JSON.stringify(read)).not.toContain('canary');
});

test('PDF is read as its text', async () => {
  reader = createDocumentReader(systemClock);
  const read = await reader.read('pdf', pdfOf(['Scanner guide', 'Put the page face down.']));
  expect(read).toEqual({ ok: true, title: undefined, text: 'Scanner guide\nPut the page face down.' });
});

test('one file is read after the other', async () => {
  reader = createDocumentReader(systemClock);
  for (const word of ['one', 'two', 'three']) {
    expect(await reader.read('html', Buffer.from(`<p>${word}</p>`))).toMatchObject({ ok: true, text: word });
    expect(await reader.read('pdf', pdfOf([word]))).toMatchObject({ ok: true, text: word });
  }
});

test.each([
  { name: 'UTF-8', bytes: Buffer.from('Zürich'), gives: { ok: true, text: 'Zürich' } },
  { name: 'Windows letters', bytes: Buffer.from('Z\xfcrich', 'latin1'), gives: { ok: true, text: 'Zürich' } },
  { name: 'UTF-16', bytes: Buffer.from('\uFEFFZürich', 'utf16le'), gives: { ok: true, text: 'Zürich' } },
  {
    name: 'a program',
    bytes: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]),
    gives: { ok: false, why: 'is not text' },
  },
])('text: $name', async ({ bytes, gives }) => {
  reader = createDocumentReader(systemClock);
  expect(await reader.read('text', bytes)).toMatchObject(gives);
});

test.each([
  { name: 'not a PDF', kind: 'pdf', bytes: Buffer.from('MZ and so on'), why: 'is not a PDF' },
  { name: 'a damaged PDF', kind: 'pdf', bytes: Buffer.from('%PDF-1.7\nnothing else'), why: /damaged/ },
  { name: 'a PDF without text', kind: 'pdf', bytes: pdfWith('0 0 m'), why: /no text/ },
  { name: 'HTML that is a program', kind: 'html', bytes: Buffer.from([60, 0, 62]), why: 'is not text' },
] as const)('$name says so', async ({ kind, bytes, why }) => {
  reader = createDocumentReader(systemClock);
  expect(await reader.read(kind, bytes)).toEqual({ ok: false, why: expect.stringMatching(why) });
});

describe('a hostile file', () => {
  test('that keeps the reader busy is given up, and the next one is read', async () => {
    reader = createDocumentReader(systemClock, { timeMs: 1500, memoryMb: 4096 });
    const endless = pdfWith(deflateSync(Buffer.alloc(200_000_000, '(x) Tj ')), '/Filter/FlateDecode');
    expect(await reader.read('pdf', endless)).toEqual({
      ok: false,
      why: 'took longer than 1.5 seconds to read',
    });
    expect(await reader.read('html', Buffer.from('<p>next</p>'))).toMatchObject({ ok: true, text: 'next' });
  });

  test('that unfolds into more memory than it may is given up', async () => {
    reader = createDocumentReader(systemClock, { timeMs: 60_000, memoryMb: 100 });
    const bomb = pdfWith(deflateSync(Buffer.alloc(300_000_000, '(x) Tj ')), '/Filter/FlateDecode');
    expect(await reader.read('pdf', bomb)).toEqual({
      ok: false,
      why: expect.stringMatching(/memory|stopped the reader/),
    });
    expect(await reader.read('html', Buffer.from('<p>next</p>'))).toMatchObject({ ok: true, text: 'next' });
  });

  test('that stops the thread stops nothing else', async () => {
    const program = new URL(`data:text/javascript,${encodeURIComponent('process.exit(1)')}`);
    reader = createDocumentReader(systemClock, { timeMs: 10_000, memoryMb: 512 }, program);
    expect(await reader.read('html', Buffer.from('<p>x</p>'))).toEqual({
      ok: false,
      why: 'could not be read, it stopped the reader',
    });
  });
});
