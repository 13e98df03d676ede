import { JsonFault } from '../../json/fault.ts';
import { parseJson } from '../../json/parse.ts';
import { Problem } from '../../problems.ts';
import type { Sent } from './items.ts';

/** As long as a request that is no stream. */
const longestLine = 8 * 1024 * 1024;

const lineBreak = 0x0a;

/** Reads items from newline-delimited JSON as it comes, one line of it in memory; empty lines are none. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Sent> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array) => {
    length += piece.length;
    // What is too long is let by.
    if (length > longestLine) pieces = [];
    else pieces.push(piece);
  };
  const end = (): Sent[] => {
    const sent =
      length > longestLine
        ? [{ problem: new Problem('payload-too-large') }]
        : readLine(Buffer.concat(pieces));
    [pieces, length] = [[], 0];
    return sent;
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let at = chunk.indexOf(lineBreak); at >= 0; at = chunk.indexOf(lineBreak, start)) {
      add(chunk.subarray(start, at));
      yield* end();
      start = at + 1;
    }
    add(chunk.subarray(start));
  }
  yield* end();
}

function readLine(line: Buffer): Sent[] {
  if (/^\s*$/.test(line.subarray(0, 100).toString('latin1')) && line.toString('latin1').trim() === '')
    return [];
  try {
    return [{ value: parseJson(line), bytes: line.length }];
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const errors =
      error.pointer === undefined ? {} : { errors: [{ pointer: error.pointer, detail: error.reason }] };
    return [{ problem: new Problem('malformed-request', error.message, errors) }];
  }
}
