// Checks arguments against the JSON schema of an MCP server. It knows the plain part of JSON Schema and runs nothing of it: no
// patterns, no references from outside. What it does not know the server checks itself; unknown arguments are always refused.
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import type { Json } from '../../lib/json.ts';
import { lookUp } from '../../lib/look-up.ts';

type Args = Readonly<Record<string, Json>>;
type Schema = { readonly [key: string]: Json };

const MOST_ARGUMENTS = 100;
/** More alternatives inside each other than any sound schema has. */
const MOST_CHECKS = 5000;
/** A schema that names itself would be followed for ever. */
const DEEPEST = 64;

/**
 * A zod type that shows the server's own schema to planners.
 * @throws AppError `mcp.schema` if the arguments cannot be named safely
 */
export function argumentSchema(inputSchema: Schema): z.ZodType<Args> {
  const names = Object.keys(asSchema(inputSchema.properties));
  const odd = names.find((name) => !/^[A-Za-z0-9_.$-]{1,64}$/.test(name) || name in {});
  if (odd !== undefined || names.length > MOST_ARGUMENTS)
    throw new AppError({
      code: 'mcp.schema',
      message: odd === undefined ? 'has too many arguments' : 'has an argument whose name cannot be used',
    });
  const { $schema: _, $id: __, id: ___, ...shown } = inputSchema;
  const strict = { ...shown, type: 'object', additionalProperties: false };
  const type = z.any().superRefine((value: unknown, context) => {
    const problem = new Checker(inputSchema).problemOf(value, strict, '');
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });
  return type.meta(strict) as unknown as z.ZodType<Args>;
}

class Checker {
  readonly #root: Schema;
  #left = MOST_CHECKS;
  #depth = 0;

  constructor(root: Schema) {
    this.#root = root;
  }

  /** The first problem as words, or undefined. */
  problemOf(value: unknown, given: Schema, path: string): string | undefined {
    this.#left -= 1;
    if (this.#left < 0 || this.#depth >= DEEPEST) return `${path || 'the arguments'} cannot be checked`;
    this.#depth += 1;
    const problem = this.#findProblem(value, given, path);
    this.#depth -= 1;
    return problem;
  }

  #findProblem(value: unknown, given: Schema, path: string): string | undefined {
    const schema = this.#follow(given);
    const at = path === '' ? 'the arguments' : path;
    if (typeof value === 'number' && !Number.isSafeInteger(value)) return `${at} must be a whole number`;
    const types = [schema.type ?? []].flat();
    if (types.length > 0 && !types.some((type) => isOfType(value, type)))
      return `${at} must be ${types.join(' or ')}`;
    const options = schema.enum;
    if (Array.isArray(options) && !options.some((option) => sameJson(option, value)))
      return `${at} must be one of ${JSON.stringify(options).slice(0, 200)}`;
    if (schema.const !== undefined && !sameJson(schema.const, value))
      return `${at} must be ${JSON.stringify(schema.const)}`;
    return (
      limitProblem(value, schema, at) ??
      this.#alternatives(value, schema, path) ??
      (Array.isArray(value) ? this.#items(value, schema, path) : undefined) ??
      (isObject(value) ? this.#properties(value, schema, path) : undefined)
    );
  }

  /** `#/$defs/Name` and the like, inside the schema only; anything else stands for whatever the server takes. */
  #follow(schema: Schema): Schema {
    let at = schema;
    for (let hops = 0; typeof at.$ref === 'string' && hops < 10; hops += 1) {
      const match = /^#\/(\$defs|definitions)\/([A-Za-z0-9_.-]+)$/.exec(at.$ref);
      const [, group = '', name = ''] = match ?? [];
      at = own(own(this.#root, group), name);
    }
    return at;
  }

  #alternatives(value: unknown, schema: Schema, path: string): string | undefined {
    for (const key of ['anyOf', 'oneOf'] as const) {
      const options = schema[key];
      if (!Array.isArray(options) || options.length === 0) continue;
      const problems = options.map((option) => this.problemOf(value, asSchema(option), path));
      if (problems.every((problem) => problem !== undefined)) return problems[0];
    }
    const all = Array.isArray(schema.allOf) ? schema.allOf : [];
    for (const part of all) {
      const problem = this.problemOf(value, asSchema(part), path);
      if (problem) return problem;
    }
    return undefined;
  }

  #items(value: readonly unknown[], schema: Schema, path: string): string | undefined {
    for (const [index, entry] of value.entries()) {
      const problem = this.problemOf(entry, asSchema(schema.items), `${path}[${index}]`);
      if (problem) return problem;
    }
    return undefined;
  }

  #properties(value: Readonly<Record<string, unknown>>, schema: Schema, path: string): string | undefined {
    const known = asSchema(schema.properties);
    const named = (name: string) => (path === '' ? name : `${path}.${name}`);
    const needed = Array.isArray(schema.required) ? schema.required : [];
    const missing = needed.find((name) => typeof name === 'string' && !Object.hasOwn(value, name));
    if (typeof missing === 'string') return `${named(missing)} is missing`;
    for (const [name, entry] of Object.entries(value)) {
      if (!Object.hasOwn(known, name)) {
        if (schema.additionalProperties === false) return `${named(name).slice(0, 60)} is not known`;
        const problem = this.problemOf(entry, asSchema(schema.additionalProperties), named(name));
        if (problem) return problem;
        continue;
      }
      const problem = this.problemOf(entry, own(known, name), named(name));
      if (problem) return problem;
    }
    return undefined;
  }
}

function limitProblem(value: unknown, schema: Schema, at: string): string | undefined {
  const limit = (key: string) => {
    const set = lookUp(schema, key);
    return typeof set === 'number' ? set : undefined;
  };
  const below = (size: number, key: string) => size < (limit(key) ?? -Infinity);
  const above = (size: number, key: string) => size > (limit(key) ?? Infinity);
  if (typeof value === 'string') {
    const { length } = [...value];
    if (below(length, 'minLength')) return `${at} is too short`;
    if (above(length, 'maxLength')) return `${at} is too long`;
  }
  if (typeof value === 'number') {
    if (below(value, 'minimum')) return `${at} is too small`;
    if (above(value, 'maximum')) return `${at} is too large`;
  }
  if (Array.isArray(value)) {
    if (below(value.length, 'minItems')) return `${at} has too few entries`;
    if (above(value.length, 'maxItems')) return `${at} has too many entries`;
  }
  return undefined;
}

function isOfType(value: unknown, type: Json): boolean {
  if (type === 'object') return isObject(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  // Plans are hashed, and only whole numbers print the same everywhere.
  if (type === 'integer' || type === 'number') return Number.isSafeInteger(value);
  return typeof value === type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSchema(value: unknown): value is Schema {
  return isObject(value);
}

function asSchema(value: unknown): Schema {
  return isSchema(value) ? value : {};
}

function own(schema: Schema, key: string): Schema {
  return asSchema(lookUp(schema, key));
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
