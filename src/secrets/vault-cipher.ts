// Seals and opens secret values with AES-256-GCM. Knows no storage; a sealed value opens only under the name it was sealed for.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { AppError } from '../lib/errors.ts';

export interface VaultCipher {
  /**
   * One line of text, for a column of the database; the same value never gives the same box twice. `aad` says what the
   * value belongs to (scope and name); it is bound into the box, so that boxes cannot be swapped in the database.
   */
  seal(value: string, aad: string): string;
  /** @throws AppError `vault.wrong_key`, `vault.damaged` */
  open(box: string, aad: string): string;
}

const CIPHER = 'aes-256-gcm';
/** 96 bits, random: NIST SP 800-38D, 8.2.2 allows 2^32 boxes per key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `key` is 32 bytes, see vault-key.ts. */
export function createVaultCipher(key: Buffer): VaultCipher {
  const keyId = createHash('sha256').update('deskhand/vault-key-id\n').update(key).digest('hex').slice(0, 8);
  return {
    seal(value, aad) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundTo(aad));
      const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      const bytes = Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
      return `v1.${keyId}.${bytes.toString('base64url')}`;
    },
    open(box, aad) {
      const [version, sealedWith, text] = box.split('.');
      const bytes = Buffer.from(text ?? '', 'base64url');
      if (version !== 'v1' || bytes.length < NONCE_BYTES + TAG_BYTES) throw damaged(aad);
      // The key's id only tells the two remedies apart; the tag is what decides.
      if (sealedWith !== keyId) throw wrongKey(aad);
      const tagEnd = NONCE_BYTES + TAG_BYTES;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(boundTo(aad));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, tagEnd));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString('utf8');
      } catch {
        throw damaged(aad);
      }
    },
  };
}

function boundTo(aad: string): Buffer {
  return Buffer.from(`deskhand/vault/v1\n${aad}`, 'utf8');
}

function wrongKey(aad: string): AppError {
  return new AppError({
    code: 'vault.wrong_key',
    message: `The sealed value ${aad} was sealed with another key. Start with the former DESK_SECRET_KEY or key file, or set it again with \`/desk secret\`.`,
  });
}

function damaged(aad: string): AppError {
  return new AppError({
    code: 'vault.damaged',
    message: `The sealed value ${aad} is damaged or was sealed for something else. Set it again with \`/desk secret\`.`,
  });
}
