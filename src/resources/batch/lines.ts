import { JsonFault } from '../../http/json/fault.ts';
import { parseJson } from '../../http/json/parse.ts';
import { Problem } from '../../problems.ts';
import { startSlices } from '../../runtime/slices.ts';
import type { Sent } from './items.ts';

/** As long as a request that is no stream. */
const longestLine = 8 * 1024 * 1024;

const lineBreak = 0x0a;

/**
 * Reads items from newline-delimited JSON as it comes, one line of it in memory; empty lines are none. Others have turns of
 * the event loop in between.
 */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Sent> {
  const pause = startSlices();
  let pieces: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array) => {
    length += piece.length;
    // What is too long is let by.
    if (length > longestLine) pieces = [];
    else pieces.push(piece);
  };
  const end = (): Sent => {
    const sent =
      length > longestLine ? { problem: new Problem('payload-too-large') } : readLine(Buffer.concat(pieces));
    [pieces, length] = [[], 0];
    return sent;
  };
  for await (const chunk of bytes) {
    for (let start = 0; ; ) {
      if (length === 0) start = skipSpace(chunk, start);
      const at = chunk.indexOf(lineBreak, start);
      if (at < 0) {
        if (start < chunk.length) add(chunk.subarray(start));
        break;
      }
      add(chunk.subarray(start, at));
      yield end();
      start = at + 1;
      await pause();
    }
    await pause();
  }
  if (length > 0) yield end();
}

/** Where the next value begins: white space before it may be whole lines, which are the cheapest to send. */
function skipSpace(chunk: Uint8Array, from: number): number {
  let at = from;
  while (isSpace(chunk[at])) at += 1;
  return at;
}

/** White space of JSON (RFC 8259, section 2). */
const isSpace = (code: number | undefined) =>
  code === 0x20 || code === lineBreak || code === 0x0d || code === 0x09;

function readLine(line: Buffer): Sent {
  try {
    return { value: parseJson(line), bytes: line.length };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const errors =
      error.pointer === undefined ? {} : { errors: [{ pointer: error.pointer, detail: error.reason }] };
    return { problem: new Problem('malformed-request', error.message, errors) };
  }
}
