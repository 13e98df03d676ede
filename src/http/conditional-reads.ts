import type { IncomingHttpHeaders } from 'node:http';
import { isModifiedSince, isUnmodifiedSince, type Modified } from '../cache/last-modified.ts';
import { Problem } from '../problems.ts';

/** The opaque-tag of an ETag: `If-None-Match` uses weak comparison (RFC 9110, 13.1.2). */
export const opaque = (tag: string) => tag.trim().replace(/^W\//, '');

/**
 * Evaluates `If-Match`, by strong comparison, else `If-Unmodified-Since` (RFC 9110, 13.2.2, steps 1 and 2).
 * @param modified undefined for an answer without a date, where the second is ignored (13.1.4)
 * @returns the problem, when they are false
 */
export function findRefusal(
  headers: IncomingHttpHeaders,
  etag: string,
  modified: Modified | undefined,
): Problem | undefined {
  const { 'if-match': tags, 'if-unmodified-since': date } = headers;
  if (tags !== undefined) {
    if (tags.trim() === '*' || tags.split(',').some((tag) => tag.trim() === etag)) return undefined;
    return new Problem('precondition-failed', `The answer is ${etag} now, which If-Match does not name.`);
  }
  if (date !== undefined && modified && isModifiedSince(date, modified))
    return new Problem(
      'precondition-failed',
      'The answer may have changed since the date of If-Unmodified-Since.',
    );
  return undefined;
}

/**
 * Evaluates `If-None-Match`, else `If-Modified-Since` (RFC 9110, 13.2.2).
 * @param modified undefined for an answer without a `Last-Modified`
 */
export function isNotModified(
  headers: IncomingHttpHeaders,
  etag: string,
  modified: Modified | undefined,
): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return isUnmodified(tags, etag);
  const date = headers['if-modified-since'];
  return date !== undefined && modified !== undefined && isUnmodifiedSince(date, modified);
}

/** Whether `If-None-Match` has the ETag (RFC 9110, 13.1.2). */
export function isUnmodified(header: string, etag: string): boolean {
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((tag) => opaque(tag) === etag);
}
