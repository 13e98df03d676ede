import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const authTagLength = 16;

/**
 * Encrypts a text with AES-256-GCM, under a key derived by HKDF (RFC 5869) from a secret and a salt: for stored answers
 * that have a secret of their own.
 * @returns salt, nonce, tag and ciphertext, each in base64url, separated by dots
 */
export function seal(text: string, secret: string): string {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const closing = createCipheriv(cipher, keyOf(secret, salt), nonce, { authTagLength });
  const closed = Buffer.concat([closing.update(text, 'utf8'), closing.final()]);
  return [salt, nonce, closing.getAuthTag(), closed].map((part) => part.toString('base64url')).join('.');
}

/** Decrypts a sealed text; undefined with another secret, and when it was changed. */
export function unseal(sealed: string, secret: string): string | undefined {
  const [salt, nonce, tag, closed] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!salt || !nonce || !tag || !closed) return undefined;
  try {
    const opening = createDecipheriv(cipher, keyOf(secret, salt), nonce, { authTagLength });
    opening.setAuthTag(tag);
    return Buffer.concat([opening.update(closed), opening.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function keyOf(secret: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'postil: an answer that is kept', 32));
}
