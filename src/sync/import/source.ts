import { createHash } from 'node:crypto';

/** Truncates a source to 500 code points, with a digest of the whole at its end. */
export function fitSource(source: string): string {
  if ([...source].length <= 500) return source;
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return `${[...source].slice(0, 460).join('')}#${digest}`;
}
