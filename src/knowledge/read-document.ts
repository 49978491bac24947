// Reads a file's content as text: Markdown and plain text here, HTML and PDF in a thread that is ended when it takes too long
// or too much memory. A bad or hostile file costs its own text and nothing else.
import { Worker } from 'node:worker_threads';
import type { Clock } from '../lib/clock.ts';
import { every } from '../lib/timers.ts';
import type { ReadReply, ReadRequest } from './document-worker.ts';

export type DocumentKind = 'text' | ReadRequest['kind'];

export interface DocumentReader {
  /** Never throws: what cannot be read says why, in words that follow the file's name. */
  read(kind: DocumentKind, bytes: Uint8Array): Promise<ReadReply>;
  /** Ends the thread; the next file starts a new one. */
  close(): Promise<void>;
}

export interface ReaderLimits {
  /** For one file. */
  readonly timeMs: number;
  /** What one file may add to the whole process's memory. */
  readonly memoryMb: number;
}

const LIMITS: ReaderLimits = { timeMs: 20_000, memoryMb: 512 };
const LOOK_EVERY_MS = 100;
const MEGABYTE = 1024 * 1024;
const WORKER = new URL('./document-worker.ts', import.meta.url);

/** One file at a time: call `read` again only after it has answered. */
export function createDocumentReader(
  clock: Clock,
  limits: ReaderLimits = LIMITS,
  program: URL = WORKER,
): DocumentReader {
  let worker: Worker | undefined;
  const close = async () => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  return {
    close,
    read: async (kind, bytes) => {
      if (kind === 'text') return readText(bytes);
      if (kind === 'pdf' && !startsAsPdf(bytes)) return { ok: false, why: 'is not a PDF' };
      if (kind === 'html' && looksBinary(bytes)) return { ok: false, why: 'is not text' };
      worker ??= startWorker(program, limits);
      const reply = await ask(worker, { kind, bytes }, limits, clock);
      if (reply.type === 'answered') return reply.reply;
      await close();
      return { ok: false, why: reply.why };
    },
  };
}

function startWorker(program: URL, { memoryMb }: ReaderLimits): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb / 2 };
  // No environment: no secret of the desk is in the thread. What a library prints there nobody reads.
  const worker = new Worker(program, { resourceLimits, env: {}, stdout: true, stderr: true });
  worker.stdout.resume();
  worker.stderr.resume();
  worker.unref();
  // A thread that is being ended may still fail; unheard that would end the process.
  worker.on('error', () => {});
  return worker;
}

type Asked =
  | { readonly type: 'answered'; readonly reply: ReadReply }
  | { readonly type: 'ended'; readonly why: string };

function ask(
  worker: Worker,
  request: ReadRequest,
  { timeMs, memoryMb }: ReaderLimits,
  clock: Clock,
): Promise<Asked> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const settled = new AbortController();
    const settle = (asked: Asked) => {
      settled.abort();
      stopLooking();
      worker.off('message', answered).off('exit', stopped).off('error', stopped);
      resolve(asked);
    };
    const answered = (reply: ReadReply) => settle({ type: 'answered', reply });
    const ended = (why: string) => settle({ type: 'ended', why });
    const stopped = () => ended('could not be read, it stopped the reader');
    // Not in the background: the thread alone does not keep the process alive, and somebody waits for the answer.
    void clock
      .sleep(timeMs, settled.signal)
      .then(() => ended(`took longer than ${timeMs / 1000} seconds to read`));
    // The limits of a thread leave out its buffers, which is where a packed stream unfolds.
    const stopLooking = every(clock, LOOK_EVERY_MS, () => {
      if (process.memoryUsage.rss() - before > memoryMb * MEGABYTE) ended('takes too much memory to read');
    });
    worker.on('message', answered).on('exit', stopped).on('error', stopped);
    worker.postMessage(request);
  });
}

/** UTF-8, or what Windows writes: UTF-16 with its mark, else its own letters. */
function readText(bytes: Uint8Array): ReadReply {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { ok: true, text: new TextDecoder('utf-16le').decode(bytes), title: undefined };
  if (looksBinary(bytes)) return { ok: false, why: 'is not text' };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), title: undefined };
  } catch {
    return { ok: true, text: new TextDecoder('windows-1252').decode(bytes), title: undefined };
  }
}

function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8192).includes(0);
}

/** Readers look for the mark in the first 1,024 bytes (PDF 1.7, annex H, note 13). */
function startsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes('%PDF-');
}
