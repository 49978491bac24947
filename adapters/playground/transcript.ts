// The file that keeps the conversations over a restart: one JSON line per change, the last one of a message counts.
// It never holds a form.
import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { errorText } from '../../src/lib/errors.ts';
import type { PlaygroundLog } from './options.ts';
import { homeSchema, recordSchema } from './record.ts';

const lineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), message: recordSchema }),
  z.object({ type: z.literal('home'), home: homeSchema }),
]);

export type TranscriptLine = z.infer<typeof lineSchema>;

/** Conversations may be private: only the owner of the process reads them. */
const MODE = 0o600;

export class Transcript {
  readonly #file: string | undefined;
  readonly #log: PlaygroundLog;
  #written: Promise<void> = Promise.resolve();

  constructor(file: string | undefined, log: PlaygroundLog) {
    this.#file = file;
    this.#log = log;
  }

  /**
   * What stands in the file, oldest first, each message once and `keep` messages at most; the file is rewritten to that.
   * A torn last line is left out. @throws Error for any other line that is not ours.
   */
  async load(keep: number): Promise<readonly TranscriptLine[]> {
    if (this.#file === undefined) return [];
    await mkdir(dirname(this.#file), { recursive: true });
    const lines = compact(this.#parse(await readIfThere(this.#file)), keep);
    const fresh = `${this.#file}.new`;
    await writeFile(fresh, lines.map(toLine).join(''), { mode: MODE });
    await rename(fresh, this.#file);
    return lines;
  }

  /** Adds one change in the background. A full disk costs history, never the conversation. */
  append(line: TranscriptLine): void {
    const file = this.#file;
    if (file === undefined) return;
    this.#written = this.#written
      .then(() => appendFile(file, toLine(line), { mode: MODE }))
      .catch((error: unknown) => {
        this.#log.warn({ reason: errorText(error) }, 'the playground could not write its transcript');
      });
  }

  /** Resolves when everything appended so far is on disk. */
  settled(): Promise<void> {
    return this.#written;
  }

  #parse(text: string): TranscriptLine[] {
    const rows = text.split('\n').filter((row) => row !== '');
    return rows.flatMap((row, index) => {
      const line = parseLine(row);
      if (line !== undefined) return [line];
      // The process died while it wrote this one.
      if (index === rows.length - 1) return [];
      throw new Error(
        `Line ${index + 1} of ${this.#file} is not a line of a playground transcript. Delete the file to begin anew.`,
      );
    });
  }
}

function parseLine(row: string): TranscriptLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(row)).data;
  } catch {
    return undefined;
  }
}

function compact(lines: readonly TranscriptLine[], keep: number): TranscriptLine[] {
  const last = new Map(lines.map((line) => [keyOf(line), line] as const));
  const all = [...last.values()];
  const messages = all.filter((line) => line.type === 'message').slice(-keep);
  return [...messages, ...all.filter((line) => line.type === 'home')];
}

function keyOf(line: TranscriptLine): string {
  return line.type === 'message' ? `message ${line.message.id}` : `home ${line.home.person}`;
}

function toLine(line: TranscriptLine): string {
  return `${JSON.stringify(line)}\n`;
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
