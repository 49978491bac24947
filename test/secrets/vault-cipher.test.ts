import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/lib/errors.ts';
import { createVaultCipher } from '../../src/secrets/vault-cipher.ts';

const AAD = 'vault/acme-dental/RMM_TOKEN';
const cipher = createVaultCipher(Buffer.alloc(32, 7));

function refusal(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('vault cipher', () => {
  it('opens what it sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (value, aad) => {
        expect(cipher.open(cipher.seal(value, aad), aad)).toBe(value);
      }),
    );
  });

  it('never gives the same box twice, nor the value in the clear', () => {
    const boxes = new Set(Array.from({ length: 100 }, () => cipher.seal('canary', AAD)));
    expect(boxes.size).toBe(100);
    const bytes = [...boxes].map((box) =>
      Buffer.from(box.split('.')[2] ?? '', 'base64url').toString('latin1'),
    );
    expect(bytes.some((text) => text.includes('canary'))).toBe(false);
  });

  it('opens a box that was made before with the same key', () => {
    const again = createVaultCipher(Buffer.alloc(32, 7));
    expect(again.open(cipher.seal('canary', AAD), AAD)).toBe('canary');
  });

  it('names the remedy for another key', () => {
    const box = createVaultCipher(randomBytes(32)).seal('canary', AAD);
    const error = refusal(() => cipher.open(box, AAD));
    expect(error.code).toBe('vault.wrong_key');
    expect(error.message).toBe(
      'The sealed value vault/acme-dental/RMM_TOKEN was sealed with another key. Start with the former DESK_SECRET_KEY or key file, or set it again with `/desk secret`.',
    );
  });

  const box = cipher.seal('canary', AAD);
  const [version, keyId, text = ''] = box.split('.');
  const foreign = createVaultCipher(Buffer.alloc(32, 8)).seal('canary', AAD).split('.')[2];
  const flipped = Buffer.from(text, 'base64url');
  flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
  it.each([
    { name: 'the box of another name', box: cipher.seal('canary', 'vault/birch-legal/RMM_TOKEN') },
    { name: 'a changed byte', box: `${version}.${keyId}.${flipped.toString('base64url')}` },
    { name: 'a cut box', box: box.slice(0, -4) },
    { name: 'a box that is too short for its tag', box: `${version}.${keyId}.${text.slice(0, 20)}` },
    { name: 'the id of our key before the box of another', box: `${version}.${keyId}.${foreign}` },
    { name: 'another version', box: `v2.${keyId}.${text}` },
    { name: 'no box at all', box: '' },
  ])('refuses $name', ({ box: bad }) => {
    const error = refusal(() => cipher.open(bad, AAD));
    expect([error.code, error.message.includes('canary')]).toEqual(['vault.damaged', false]);
  });
});
