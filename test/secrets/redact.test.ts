import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/secrets/redact.ts';
import { makeTemporaryPassword } from '../../src/secrets/temporary-password.ts';

// Put together here, so that no scanner takes these lines for secrets that leaked.
const slack = (kind: string) => `${kind}-${'1234567890'}-abcDEF123`;
const jwt = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${'abc_DEF-123'}`;

describe('redact', () => {
  it.each([
    { name: 'password with a colon', text: 'Password: hunter2 works', is: 'Password: [hidden] works' },
    { name: 'quoted', text: 'pwd = "two words", next', is: 'pwd = "[hidden]", next' },
    {
      name: 'JSON',
      text: '{"user":"dana","password":"hun\'ter2"}',
      is: '{"user":"dana","password":"[hidden]"}',
    },
    { name: 'said in prose', text: 'my password is hunter2 ok', is: 'my password is [hidden] ok' },
    { name: 'French', text: 'Mot de passe : été2024', is: 'Mot de passe : [hidden]' },
    { name: 'quoted plain words', text: 'my password is "sword fish" ok', is: 'my password is [hidden] ok' },
    { name: 'set to', text: 'the password is set to Winter24!', is: 'the password is set to [hidden]' },
    { name: 'changed to', text: 'change my password to Winter24!', is: 'change my password to [hidden]' },
    { name: 'now', text: 'my password is now Winter24', is: 'my password is now [hidden]' },
    { name: 'Spanish', text: 'mi contraseña es sol2024', is: 'mi contraseña es [hidden]' },
    { name: 'German', text: 'Das Passwort lautet sommer24', is: 'Das Passwort lautet [hidden]' },
    { name: 'a variable', text: 'DESK_SECRET_KEY=abc', is: 'DESK_SECRET_KEY=[hidden]' },
    { name: 'camel case', text: 'botToken: abc', is: 'botToken: [hidden]' },
    { name: 'a header', text: 'authorization: Bearer abc', is: 'authorization: Bearer [hidden]' },
    { name: 'a bearer token', text: 'sent Bearer abc.def-123', is: 'sent Bearer [hidden]' },
    { name: 'basic credentials', text: 'Basic ZGFuYTpodW50ZXIy', is: 'Basic [hidden]' },
    { name: 'Slack bot token', text: `is ${slack('xoxb')}, ok`, is: 'is [hidden], ok' },
    { name: 'Slack app token', text: slack('xapp'), is: '[hidden]' },
    { name: 'JWT', text: `got ${jwt}.`, is: 'got [hidden]' },
    { name: 'AWS key id', text: `id AKIA${'ABCDEFGHIJ234567'}`, is: 'id [hidden]' },
    { name: 'GitHub token', text: `ghp_${'a1'.repeat(12)}`, is: '[hidden]' },
    {
      name: 'a connection string',
      text: 'postgres://desk:p@ss@db.example/x',
      is: 'postgres://desk:[hidden]@db.example/x',
    },
    { name: 'a connection string without user', text: 'redis://:pw@h', is: 'redis://:[hidden]@h' },
    { name: 'ADO', text: 'Server=x;Password=p;Timeout=3', is: 'Server=x;Password=[hidden];Timeout=3' },
    { name: 'a signed address', text: '/b?sv=1&sig=abc%2Bdef12', is: '/b?sv=1&sig=[hidden]' },
    {
      name: 'a private key',
      text: `a\n-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\nb`,
      is: 'a\n[hidden]\nb',
    },
    { name: 'a private key that was cut', text: '-----BEGIN PRIVATE KEY-----\nMII', is: '[hidden]' },
    { name: 'our own temporary password', text: 'try Kd7w-Rm3x-pQ9t-Hv4c.', is: 'try [hidden].' },
  ])('masks $name', ({ text, is }) => {
    expect(redact(text)).toBe(is);
  });

  it.each([
    'The password is expired.',
    'send the new password to sam.ortiz2@acme-dental.example',
    'I changed the password to something new',
    'The password is now expired.',
    'Your password is reset. Press the button.',
    'A token that names nobody',
    'basic questions, bearer bonds',
    'reset_password for Dana Reyes',
    'https://desk.example:3978/tickets?mail=dana@acme-dental.example',
    'id 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'Bearer {{secrets.RMM_TOKEN}}',
    'token: {{secrets.RMM_TOKEN}}',
    'secretary: Kim Lee, compass: north',
    'helpdesk-technicians-emea',
    'desk-frontoffice-printer-02',
    'task-force-emea-marketing of East-West-Road-Team',
  ])('leaves "%s"', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('masks known values in every spelling, the longest first', () => {
    const secret = 'käse "1"/x';
    const base64 = Buffer.from(secret).toString('base64');
    const text = [secret, encodeURIComponent(secret), JSON.stringify({ a: secret }), base64, 'käse'].join(
      ' | ',
    );
    // The padding of base64 says nothing.
    expect(redact(text, ['käse', secret])).toBe(
      '[hidden] | [hidden] | {"a":"[hidden]"} | [hidden]= | [hidden]',
    );
  });

  it('takes no known value that is too short to mean anything', () => {
    expect(redact('a cat sat', ['a', 'at', ''])).toBe('a cat sat');
  });

  it('hides every temporary password', () => {
    for (let count = 0; count < 200; count += 1) {
      const password = makeTemporaryPassword();
      expect(redact(`<${password}>`)).toBe('<[hidden]>');
    }
  });

  it('lets no secret through, whatever stands around it', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9!#%_-]{11}[0-9]$/);
    const place = fc.constantFrom(
      (it: string) => `password: ${it}`,
      (it: string) => `{"token": "${it}"}`,
      (it: string) => `API_KEY='${it}'`,
      (it: string) => `Bearer ${it.replaceAll(/[!#%]/g, '.')}`,
      (it: string) => `mysql://desk:${it}@db.example`,
      (it: string) => `the pwd is ${it}`,
    );
    fc.assert(
      fc.property(secret, place, fc.string(), fc.string(), (value, put, before, after) => {
        const told = `${before}\n${put(value)}\n${after}`;
        const hidden = value.replaceAll(/[!#%]/g, '.');
        fc.pre(!`${before}${after}`.includes(value));
        expect([redact(told).includes(value), redact(put(hidden)).includes(hidden)]).toEqual([false, false]);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers on texts that make careless patterns hang', () => {
    const hostile = [
      'eyJa-',
      'a://',
      'password="\\',
      'Bearer ',
      '-----BEGIN ',
      'pass',
      'Kd7w-',
      ' = ',
      "token='",
    ];
    for (const piece of hostile) expect(redact(piece.repeat(50_000)).length).toBeGreaterThan(0);
  });
});
