import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const authTagLength = 16;

/**
 * Closes a text so that only whoever has the secret can read it: AES-256-GCM under a key that HKDF (RFC 5869) makes of
 * the secret and a salt. For what is kept of an answer that tells a secret of its own.
 * @returns salt, nonce, tag and the closed text, each in base64url, with dots between
 */
export function seal(text: string, secret: string): string {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const closing = createCipheriv(cipher, keyOf(secret, salt), nonce, { authTagLength });
  const closed = Buffer.concat([closing.update(text, 'utf8'), closing.final()]);
  return [salt, nonce, closing.getAuthTag(), closed].map((part) => part.toString('base64url')).join('.');
}

/** Opens what was sealed; undefined with another secret, and when it was changed. */
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
