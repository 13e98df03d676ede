/** A stream ended within a line: it was truncated. */
export class CutOff extends Error {
  override name = 'CutOff';
}

/** A line exceeds the limit. */
export class LineTooLong extends Error {
  override name = 'LineTooLong';
}

/**
 * Splits a stream of NDJSON into lines. Only U+000A ends a line: JSON strings may have what other readers take for a
 * line break.
 * @param longest the approximate maximum of a line, in characters
 * @throws CutOff when the last line has no break; LineTooLong; TypeError for bytes that are not UTF-8
 */
export async function* splitLines(
  bytes: AsyncIterable<Uint8Array>,
  longest = Number.POSITIVE_INFINITY,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // The chunks of a long line are joined once.
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n');
    pieces.push(first);
    length += first.length;
    if (length > longest) throw new LineTooLong(`A line has more than ${longest} characters.`);
    for (const piece of rest) {
      yield pieces.join('');
      pieces = [piece];
      length = piece.length;
    }
  }
  pieces.push(decoder.decode());
  if (pieces.some((piece) => piece !== '')) throw new CutOff('The last line has no end.');
}
