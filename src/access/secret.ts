import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const randomLength = 43;
const checksumLength = 6;
const shape = new RegExp(
  `^pst_([0-9a-f]{32})_([0-9A-Za-z]{${randomLength}})([0-9A-Za-z]{${checksumLength}})$`,
);

const tokenShape = new RegExp(`^pvw_[0-9A-Za-z]{${randomLength}}([0-9A-Za-z]{${checksumLength}})$`);

/**
 * Generates the secret of a key: `pst_<key id>_<random><checksum>`, with 256 random bits. The checksum (CRC-32) lets a
 * mistyped key be refused without the database.
 */
export function makeSecret(keyId: string): string {
  const start = `pst_${keyId.replaceAll('-', '')}_${makeRandom()}`;
  return start + checksumOf(start);
}

/** Generates the token of a preview link: `pvw_<random><checksum>`, with the same entropy and checksum. */
export function makeToken(): string {
  const start = `pvw_${makeRandom()}`;
  return start + checksumOf(start);
}

/** Whether a text has the form and checksum of a preview link's token. */
export function isToken(text: string): boolean {
  return checksumOf(text.slice(0, -checksumLength)) === tokenShape.exec(text)?.[1];
}

const makeRandom = () =>
  Array.from({ length: randomLength }, () => alphabet[randomInt(alphabet.length)]).join('');

/** The key id of a secret; null when it is malformed or mistyped. */
export function readKeyId(secret: string): string | null {
  const match = shape.exec(secret);
  if (!match?.[1] || checksumOf(secret.slice(0, -checksumLength)) !== match[3]) return null;
  return match[1].replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** SHA-256 in hexadecimal, which is what is stored: a slow hash would add nothing to 256 random bits. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares two hashes in constant time. */
export function sameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));
}

function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let place = 0; place < checksumLength; place += 1) {
    digits = alphabet[rest % alphabet.length] + digits;
    rest = Math.floor(rest / alphabet.length);
  }
  return digits;
}
