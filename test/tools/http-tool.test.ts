import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/lib/errors.ts';
import { httpTool } from '../../src/tools/http-tool.ts';
import { type DeskTool, deskToolSchema } from '../../src/tools/http-tool-form.ts';
import { hashTool, type Tool, type ToolContext, ToolError } from '../../src/tools/tool.ts';
import { having, INHERITED_NAMES } from '../support/inherited-names.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { closedUrl, type HttpStage, raiseHttpStage } from './http-stage.ts';
import { toolContext } from './tool-context.ts';

const TOKEN = 's3cr3t "tökén"/+&';
let stage: HttpStage;

beforeEach(async () => {
  stage = await raiseHttpStage();
});
afterEach(() => stage.stop());

type Changes = Omit<Partial<DeskTool>, 'request'> & { request?: Partial<DeskTool['request']> };

function definition(changes: Changes = {}): DeskTool {
  return deskToolSchema.parse({
    name: 'restart_spooler',
    description: 'Restart the print spooler of a device. Takes a minute',
    risk: 'write',
    args: { device: { type: 'string' } },
    ...changes,
    request: { method: 'POST', url: `${stage.url}/devices/{{device}}/restart`, ...changes.request },
  });
}

const run = (tool: Tool, args: Record<string, string | number | boolean>, parts: Partial<ToolContext> = {}) =>
  tool.execute(args, toolContext({ secret: async () => TOKEN, ...parts }));

async function failure(work: Promise<unknown>): Promise<ToolError> {
  const error = await work.then(
    (value) => value,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ToolError);
  return error as ToolError;
}

describe('a request', () => {
  it('carries the key, the encoded argument and the secret, and gives back the answer', async () => {
    const headers = { Authorization: 'Bearer {{secrets.RMM_TOKEN}}' };
    const asked: string[] = [];
    const secret = async (name: string) => {
      asked.push(name);
      return 'rmm-token-1234';
    };
    const result = await run(
      httpTool(definition({ request: { headers } })),
      { device: 'PRN LYON/2?é#' },
      { secret },
    );
    expect(result).toEqual({ ok: true, status: 200, body: { done: true } });
    expect(stage.received).toHaveLength(1);
    expect(stage.received[0]).toMatchObject({
      method: 'POST',
      url: '/devices/PRN%20LYON%2F2%3F%C3%A9%23/restart',
      headers: { authorization: 'Bearer rmm-token-1234', 'idempotency-key': 'run-1:0:1' },
    });
    expect(asked).toEqual(['RMM_TOKEN']);
  });

  it('fetches no secret before the call', () => {
    const headers = { authorization: '{{secrets.RMM_TOKEN}}' };
    const tool = httpTool(definition({ request: { headers } }));
    const sentence = tool.describe({ device: 'dev:1' }, { device: { id: 'dev:1', name: 'PRN-LYON-2' } });
    expect(sentence).toBe('Restart the print spooler of a device: device PRN-LYON-2');
    expect(JSON.stringify(tool.fingerprint)).toContain('{{secrets.RMM_TOKEN}}');
  });

  it.each([
    { name: 'one up', value: '..' },
    { name: 'two up and a host', value: '../../@evil.example' },
    { name: 'encoded dots', value: '%2e%2e' },
    { name: 'a host', value: '@evil.example/' },
    { name: 'another scheme', value: 'http://evil.example' },
    { name: 'two slashes', value: '//evil.example' },
    { name: 'a backslash', value: '\\evil.example' },
    { name: 'a template of a secret', value: '{{secrets.RMM_TOKEN}}' },
    { name: 'a line feed', value: 'a\r\nx-evil: 1' },
    { name: 'a query', value: 'a?admin=1&b=2' },
    { name: 'half a letter', value: 'a\uD800' },
  ])('stays at its address when an argument is $name', async ({ value }) => {
    await run(httpTool(definition()), { device: value }).catch((error: unknown) => {
      expect(error).toMatchObject({ outcome: 'final' });
    });
    for (const { url, headers } of stage.received) {
      expect(url).toMatch(/^\/devices\/[^/?#]+\/restart$/);
      expect(headers).not.toHaveProperty('x-evil');
      expect(url).not.toContain(encodeURIComponent(TOKEN));
    }
  });

  // Names of arguments begin with a letter, so `__proto__` is none.
  it.each(INHERITED_NAMES.filter((name) => /^[a-z]/.test(name)))(
    'takes an argument named %s',
    async (name) => {
      const args = having(name, { type: 'string' as const, optional: true });
      const tool = httpTool(definition({ args, request: { url: `${stage.url}/find?q={{${name}}}` } }));
      await run(tool, having(name, 'a b'));
      await run(tool, {});
      expect(stage.received.map(({ url }) => url)).toEqual(['/find?q=a%20b', '/find?q=']);
      expect(tool.describe(having(name, 'a b'), {})).toBe(
        `Restart the print spooler of a device: ${name} a b`,
      );
      const inPath = { args, request: { url: `${stage.url}/find/{{${name}}}` } };
      expect(() => httpTool(definition(inPath))).toThrow(
        `request.url: ${name} is optional, so it may stand after the ? only`,
      );
    },
  );

  it.each(INHERITED_NAMES)('knows no argument %s that was not described', (name) => {
    expect(() => httpTool(definition({ request: { url: `${stage.url}/find/{{${name}}}` } }))).toThrow(
      /request\.url: (?:\{\{\w+\}\} is not one of the arguments|has \{\{\.\.\.\}\} that is neither)/,
    );
  });

  it.each(['..', '.', ''])('sends nothing for the path argument "%s"', async (value) => {
    for (const url of ['/devices/{{device}}/restart', '/devices/{{device}}']) {
      const tool = httpTool(definition({ request: { url: stage.url + url } }));
      expect(await failure(run(tool, { device: value }))).toMatchObject({ outcome: 'final' });
    }
    expect(stage.received).toEqual([]);
  });

  it('encodes values in the query, where an optional one may be empty', async () => {
    const args = { device: { type: 'string' as const }, note: { type: 'string' as const, optional: true } };
    const url = `${stage.url}/restart?device={{device}}&note={{note}}`;
    const tool = httpTool(definition({ args, request: { method: 'GET', url } }));
    await run(tool, { device: 'a&b=c d' });
    expect(stage.received[0]?.url).toBe('/restart?device=a%26b%3Dc%20d&note=');
    expect(tool.repeat).toBe('idempotent');
  });

  it('keeps the type of a whole argument in the body and escapes the rest', async () => {
    const body = {
      count: '{{count}}',
      force: '{{force}}',
      left_out: '{{note}}',
      text: 'Device {{device}}, {{count}} times',
      list: ['{{device}}', '{{note}}', 1.5, null],
      nested: { token: '{{secrets.RMM_TOKEN}}' },
    };
    const args = {
      device: { type: 'string' as const },
      count: { type: 'integer' as const },
      force: { type: 'boolean' as const },
      note: { type: 'string' as const, optional: true },
    };
    const wanted = {
      count: 2,
      force: false,
      text: 'Device ","admin":true,"x":"é\n, 2 times',
      list: ['","admin":true,"x":"é\n', 1.5, null],
      nested: { token: TOKEN },
    };
    for (const form of [body, JSON.stringify(body)]) {
      const tool = httpTool(definition({ args, request: { url: `${stage.url}/x`, body: form } }));
      await run(tool, { device: '","admin":true,"x":"é\n', count: 2, force: false });
      const { body: sent = '', headers } = stage.received.at(-1) ?? {};
      expect(JSON.parse(sent)).toEqual(wanted);
      expect(headers?.['content-type']).toBe('application/json');
    }
  });

  it('percent-encodes values of a form', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const request = { url: `${stage.url}/x`, headers, body: 'device={{device}}&token={{secrets.T}}' };
    await run(httpTool(definition({ request })), { device: 'a&admin=1' });
    expect(stage.received[0]?.body).toBe(`device=a%26admin%3D1&token=${encodeURIComponent(TOKEN)}`);
    expect(stage.received[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  it.each([
    { name: 'a line feed', value: 'a\r\nx-evil: 1' },
    { name: 'letters that no header carries', value: '漢字' },
  ])('sends nothing when a header would hold $name', async ({ value }) => {
    const tool = httpTool(
      definition({ request: { url: `${stage.url}/x`, headers: { 'x-device': '{{device}}' } } }),
    );
    const error = await failure(run(tool, { device: value }));
    expect(error).toMatchObject({ outcome: 'final' });
    expect(error.message).not.toContain(value);
    expect(stage.received).toEqual([]);
  });

  it('sends nothing without its secret', async () => {
    const tool = httpTool(definition({ request: { headers: { authorization: '{{secrets.RMM}}' } } }));
    const missing = new AppError({ code: 'secrets.missing', message: 'The secret RMM is not in the vault.' });
    const error = await failure(run(tool, { device: 'a' }, { secret: () => Promise.reject(missing) }));
    expect(error).toMatchObject({ outcome: 'final', message: 'The secret RMM is not in the vault.' });
    const broken = await failure(
      run(tool, { device: 'a' }, { secret: () => Promise.reject(new Error('busy')) }),
    );
    expect(broken.outcome).toBe('retry');
    expect(stage.received).toEqual([]);
  });
});

describe('an answer', () => {
  const never = () => httpTool(definition({ repeat: 'never' }));
  const keyed = () => httpTool(definition({ repeat: 'keyed' }));

  it.each([
    { status: 400, once: 'final', again: 'final' },
    { status: 404, once: 'final', again: 'final' },
    { status: 429, once: 'retry', again: 'retry' },
    { status: 500, once: 'unknown', again: 'retry' },
    { status: 503, once: 'unknown', again: 'retry' },
    { status: 303, once: 'unknown', again: 'final' },
    { status: 308, once: 'final', again: 'final' },
  ])('$status is $once, and $again where it may be sent twice', async ({ status, once, again }) => {
    stage.answer((_, response) => {
      response.writeHead(status, { location: '/elsewhere' }).end('{"error":"device is busy"}');
    });
    const error = await failure(run(never(), { device: 'a' }));
    expect(error.outcome).toBe(once);
    expect(error.message).toContain(`answered ${status}: {"error":"device is busy"}`);
    expect((await failure(run(keyed(), { device: 'a' }))).outcome).toBe(again);
  });

  it('follows no redirect', async () => {
    const other = await raiseHttpStage();
    const headers = { authorization: 'Bearer {{secrets.T}}' };
    for (const status of [301, 302, 303, 307, 308]) {
      stage.answer((_, response) => {
        response.writeHead(status, { location: `${other.url}/take` }).end();
      });
      for (const method of ['POST', 'GET'] as const) {
        const tool = httpTool(definition({ request: { method, headers } }));
        await failure(run(tool, { device: 'a' }, { secret: async () => 'rmm-token-1234' }));
      }
    }
    expect(stage.received).toHaveLength(10);
    expect(other.received).toEqual([]);
    await other.stop();
  });

  it.each([
    { name: 'seconds', header: '7', wait: 7000 },
    { name: 'a date', header: 'Mon, 23 Nov 2026 08:00:30 GMT', wait: 30_000 },
    { name: 'a date gone by', header: 'Mon, 23 Nov 2026 07:00:00 GMT', wait: 0 },
    { name: 'days', header: '864000', wait: 900_000 },
    { name: 'nonsense', header: 'soon', wait: undefined },
    { name: 'nothing', header: undefined, wait: undefined },
  ])('429 waits as told by $name', async ({ header, wait }) => {
    stage.answer((_, response) => {
      response.writeHead(429, header === undefined ? {} : { 'retry-after': header }).end();
    });
    const error = await failure(run(httpTool(definition()), { device: 'a' }));
    expect(error).toMatchObject({ outcome: 'retry', retryAfterMs: wait });
  });

  it('refused connection: nothing was sent, try again', async () => {
    const url = `${await closedUrl()}/{{device}}`;
    const error = await failure(
      run(httpTool(definition({ repeat: 'never', request: { url } })), { device: 'a' }),
    );
    expect(error.outcome).toBe('retry');
  });

  it.each([
    {
      name: 'hangs',
      answer: (_: import('node:http').ServerResponse, clock: ManualClock) => clock.advance(15_000),
    },
    { name: 'is cut off', answer: (response: import('node:http').ServerResponse) => response.destroy() },
  ])('a call that $name may have happened', async ({ answer }) => {
    const clock = new ManualClock();
    stage.answer((_, response) => void answer(response, clock));
    const once = httpTool(definition({ repeat: 'never' }));
    const twice = httpTool(definition({ repeat: 'idempotent' }));
    expect((await failure(run(once, { device: 'a' }, { clock }))).outcome).toBe('unknown');
    expect((await failure(run(twice, { device: 'a' }, { clock }))).outcome).toBe('retry');
    expect(stage.received).toHaveLength(2);
  });

  it('ends with the step', async () => {
    const abort = new AbortController();
    stage.answer(() => abort.abort());
    const error = await failure(run(never(), { device: 'a' }, { signal: abort.signal }));
    expect(error.outcome).toBe('unknown');
  });

  it('is done by its status, also when the rest is lost', async () => {
    stage.answer((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half of ');
      setImmediate(() => response.destroy());
    });
    expect(await run(never(), { device: 'a' })).toMatchObject({ ok: true, status: 200 });
  });

  it('is cut to 8 kB, however long', async () => {
    stage.answer((_, response) => {
      const part = '"\\\u0001é😀'.repeat(20_000);
      response.on('error', () => undefined);
      for (let n = 0; n < 50; n += 1) response.write(part);
      response.end();
    });
    const result = await run(never(), { device: 'a' });
    expect(result).toMatchObject({ ok: true, cut: true });
    expect(JSON.stringify(result).length).toBeLessThanOrEqual(8000);
    expect(JSON.stringify(result).length).toBeGreaterThan(5000);
  });

  it.each([
    { name: 'nothing', sent: '', body: undefined },
    { name: 'text', sent: 'queued as 17', body: 'queued as 17' },
    { name: 'JSON', sent: '{"id":17,"parts":[1.5,null]}', body: { id: 17, parts: [1.5, null] } },
    { name: 'a false value', sent: 'false', body: false },
  ])('shows $name', async ({ sent, body }) => {
    stage.answer((_, response) => void response.end(sent));
    const wanted = body === undefined ? {} : { body };
    expect(await run(never(), { device: 'a' })).toEqual({ ok: true, status: 200, ...wanted });
  });
});

describe('a secret', () => {
  const escaped = [...TOKEN]
    .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
  const echoes = [
    { name: 'as it is', text: `you sent ${TOKEN}.` },
    { name: 'in JSON', text: JSON.stringify({ headers: [{ auth: TOKEN }] }) },
    { name: 'as a key', text: JSON.stringify({ [TOKEN]: 1 }) },
    { name: 'as escapes in JSON', text: `{"auth":"${escaped}"}` },
    { name: 'percent-encoded', text: `/x?token=${encodeURIComponent(TOKEN)}` },
    { name: 'as base64', text: Buffer.from(TOKEN).toString('base64') },
    { name: 'across the cut', text: `${'x'.repeat(7495)}${TOKEN}` },
    { name: 'across the cut of an error', text: `${'x'.repeat(295)}${TOKEN}` },
  ];
  const traces = [TOKEN, encodeURIComponent(TOKEN), Buffer.from(TOKEN).toString('base64'), 's3cr3'];

  it.each(echoes)('is struck out of results and errors when it is echoed $name', async ({ text }) => {
    const request = { headers: { 'x-auth': 'key' }, body: { token: '{{secrets.T}}' } };
    const tool = httpTool(definition({ request }));
    for (const status of [200, 400, 500]) {
      stage.answer((_, response) => void response.writeHead(status).end(text));
      const shown = await run(tool, { device: 'a' }).then(JSON.stringify, (error: Error) => error.message);
      expect(stage.received.at(-1)?.body).toContain('s3cr3t');
      for (const trace of traces) {
        expect(shown).not.toContain(trace);
        expect(shown).not.toContain(JSON.stringify(trace).slice(1, -1));
      }
    }
  });

  it('that is too short to be struck out hides the whole answer', async () => {
    const tool = httpTool(definition({ request: { body: { pin: '{{secrets.PIN}}' } } }));
    stage.answer((_, response) => void response.end('your pin is 42'));
    expect(await run(tool, { device: 'a' }, { secret: async () => '42' })).toEqual({ ok: true, status: 200 });
  });

  it('is in no error of a call that fails on the way', async () => {
    const closed = await closedUrl();
    const request = { url: `${closed}/{{device}}?t={{secrets.T}}`, headers: { 'x-auth': '{{secrets.T}}' } };
    const error = await failure(
      run(httpTool(definition({ request })), { device: 'a' }, { secret: async () => 'rmm-token-1234' }),
    );
    expect(JSON.stringify([error.message, error.cause, error.stack])).not.toContain('rmm-token-1234');
    const header = httpTool(definition({ request: { headers: { 'x-auth': '{{secrets.T}}' } } }));
    expect((await failure(run(header, { device: 'a' }))).message).not.toContain('s3cr3t');
  });
});

describe('a definition', () => {
  const url = 'https://rmm.example/x';
  const refused: readonly {
    name: string;
    request: Record<string, unknown>;
    args?: DeskTool['args'];
    says: string;
  }[] = [
    {
      name: 'an argument as the host',
      request: { url: 'https://{{device}}/x' },
      says: 'request.url: must be',
    },
    {
      name: 'an argument in the host',
      request: { url: 'https://a.{{device}}.example/x' },
      says: 'host is written out',
    },
    {
      name: 'an argument as the port',
      request: { url: 'https://rmm.example:{{device}}/x' },
      says: 'host is written out',
    },
    {
      name: 'an argument after the host',
      request: { url: 'https://rmm.example{{device}}' },
      says: 'host is written out',
    },
    {
      name: 'a user in the address',
      request: { url: 'https://rmm.example@evil.example/' },
      says: 'host is written out',
    },
    {
      name: 'a backslash',
      request: { url: 'https://rmm.example\\@evil.example/' },
      says: 'host is written out',
    },
    { name: 'a tab in the host', request: { url: 'https://rmm.\texample/' }, says: 'host is written out' },
    { name: 'a file', request: { url: 'file:///etc/passwd' }, says: 'host is written out' },
    { name: 'no address', request: { url: '/x' }, says: 'host is written out' },
    {
      name: 'an unknown argument',
      request: { url: `${url}/{{devcie}}` },
      says: 'request.url: {{devcie}} is not one',
    },
    {
      name: 'a broken reference',
      request: { url: `${url}/{{device name}}` },
      says: 'neither an argument nor',
    },
    {
      name: 'a secret without a name',
      request: { url: `${url}/{{secrets.}}` },
      says: 'neither an argument nor',
    },
    {
      name: 'an optional argument in the path',
      request: { url: `${url}/{{device}}` },
      args: { device: { type: 'string', optional: true } },
      says: 'device is optional',
    },
    {
      name: 'an unknown argument in a header',
      request: { headers: { a: '{{b}}' } },
      says: 'request.headers.a: {{b}}',
    },
    {
      name: 'a header of the connection',
      request: { headers: { Host: 'evil' } },
      says: 'request.headers.Host: is set',
    },
    { name: 'our own header', request: { headers: { 'Idempotency-Key': '1' } }, says: 'is set by Deskhand' },
    {
      name: 'a header that is none',
      request: { headers: { 'a b': '1' } },
      says: 'is not the name of a header',
    },
    { name: 'a body with GET', request: { method: 'GET', body: { a: 1 } }, says: 'cannot be sent with GET' },
    { name: 'a reference as a key', request: { body: { '{{device}}': 1 } }, says: 'a key cannot hold' },
    {
      name: 'an unknown argument deep in the body',
      request: { body: { a: [{ b: '{{c}}' }] } },
      says: 'request.body.a.0.b',
    },
    {
      name: 'a body whose quotes a value could leave',
      request: { body: '{"n": {{device}}}' },
      says: 'inside quotes',
    },
    {
      name: 'a form that is no text',
      request: { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: { a: 1 } },
      says: 'must be text',
    },
    {
      name: 'a person that is a number',
      request: {},
      args: { device: { type: 'integer', kind: 'person' } },
      says: 'its type must be string',
    },
    {
      name: 'an argument with a strange name',
      request: {},
      args: { 'a.b': { type: 'string' } },
      says: 'args.a.b: must be letters',
    },
  ];

  it.each(refused)('with $name is refused', ({ request, args, says }) => {
    const broken = {
      ...definition({ request: { url: 'https://rmm.example/x' } }),
      ...(args ? { args } : {}),
      request: { method: 'POST', url, ...request },
    } as DeskTool;
    const make = () => httpTool(broken);
    expect(make).toThrowError(AppError);
    expect(make).toThrowError('The tool restart_spooler of the desk file is not right');
    expect(make).toThrowError(says);
  });

  it('names every problem at once', () => {
    const request = { url: `${url}/{{a}}`, headers: { host: 'x' }, body: { b: '{{c}}' } };
    expect(() => httpTool(definition({ request }))).toThrowError(/\{\{a\}\}.*headers\.host.*body\.b/);
  });

  it('takes arguments strictly, whole numbers only', () => {
    const args = {
      device: { type: 'string' as const, kind: 'device' as const, description: 'Which one' },
      count: { type: 'integer' as const, optional: true },
    };
    const tool = httpTool(definition({ args }));
    expect(tool.argKinds).toEqual({ device: 'device', count: 'text' });
    const accepts = (value: unknown) => tool.args.safeParse(value).success;
    expect(accepts({ device: 'a' })).toBe(true);
    expect(accepts({ device: 'a', count: 2 })).toBe(true);
    expect(accepts({ device: 'a', count: 2.5 })).toBe(false);
    expect(accepts({ device: 'a', count: '2' })).toBe(false);
    expect(accepts({ device: 'a', other: 1 })).toBe(false);
    expect(accepts({})).toBe(false);
  });

  it('never repeats unless the operator or the method says so', () => {
    const repeatOf = (changes: Changes) => httpTool(definition(changes)).repeat;
    expect(repeatOf({})).toBe('never');
    expect(repeatOf({ request: { method: 'PUT' } })).toBe('never');
    expect(repeatOf({ request: { method: 'GET' } })).toBe('idempotent');
    expect(repeatOf({ repeat: 'keyed' })).toBe('keyed');
  });

  it('has another hash when its request changes', () => {
    const hashes = [
      definition({ request: { url: 'https://a.example/{{device}}' } }),
      definition({ request: { url: 'https://b.example/{{device}}' } }),
      definition({ request: { url: 'https://a.example/{{device}}', body: { force: true } } }),
      definition({ request: { url: 'https://a.example/{{device}}', headers: { a: '{{secrets.B}}' } } }),
    ].map((entry) => hashTool(httpTool(entry)));
    expect(new Set(hashes).size).toBe(4);
  });
});
