// What the house has to know of a kind of product that a client can connect: one entry, made by the product's own folder.
import { z } from 'zod';
import type { Clock } from '../lib/clock.ts';
import type { Database } from '../store/database.ts';
import type { Integration } from './integration.ts';
import type { SandboxWorld } from './sandbox/read-sandbox-file.ts';

/** What the process gives to every product that it connects for one client. */
export interface Surroundings {
  readonly clientId: string;
  readonly database: Database;
  readonly clock: Clock;
  /** The sandbox file. */
  readonly world: SandboxWorld;
}

/** A product as it is connected. Its id is the desk file's, and whether it is real the kind's. */
export type Product = Omit<Integration, 'id' | 'real' | 'fromMcp'>;

export type Settings<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;

export interface Kind<Shape extends z.ZodRawShape = z.ZodRawShape> {
  /** The keys of an entry of the desk file beside `id` and `kind`. It names secrets and never holds one. */
  readonly settings: Shape;
  /** Real systems start their client in plan mode, and the playground does not reach it. */
  readonly real: boolean;
  /** What a client's entries of this kind get wrong only together, as sentences without a full stop; absent: nothing. */
  problems?(entries: readonly Settings<Shape>[]): readonly string[];
  /**
   * Called once for each client and settings. What is slow to load or to reach waits until a tool or `check` is called; a
   * product's package is loaded here at the earliest, so that what nobody connects is not loaded.
   */
  connect(settings: Settings<Shape>, surroundings: Surroundings): Product;
}

/** The settings where nothing is said but the kind's name; undefined: the kind has settings that must be given. */
export function bareSettings({ settings }: Kind): Readonly<Record<string, unknown>> | undefined {
  return z.object(settings).safeParse({}).data;
}
