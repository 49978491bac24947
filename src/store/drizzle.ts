// The one door to drizzle-orm. Loaded through `require`: as ES modules on Node 24 it costs five times the time and memory,
// because the loader reads its 179 KiB export map again for every module.
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

const core = load('drizzle-orm') as typeof import('drizzle-orm');
export const {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  or,
  sql,
} = core;

export const sqliteCore = load('drizzle-orm/sqlite-core') as typeof import('drizzle-orm/sqlite-core');
export const pgCore = load('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core');
