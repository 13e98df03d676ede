/** A stream ended in the middle of a line: it was cut off. */
export class CutOff extends Error {
  override name = 'CutOff';
}

/**
 * The lines of a stream of newline-delimited JSON, without their breaks. Only U+000A breaks a line: JSON may hold what
 * other readers take for a break.
 * @throws CutOff when the last line has no break; TypeError for bytes that are not UTF-8
 */
export async function* splitLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // Long lines come in many pieces: they are joined once.
  let pieces: string[] = [];
  for await (const chunk of bytes) {
    const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n');
    pieces.push(first);
    for (const piece of rest) {
      yield pieces.join('');
      pieces = [piece];
    }
  }
  pieces.push(decoder.decode());
  if (pieces.some((piece) => piece !== '')) throw new CutOff('The last line has no end.');
}
