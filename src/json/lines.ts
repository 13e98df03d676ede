/** A stream ended in the middle of a line: it was cut off. */
export class CutOff extends Error {
  override name = 'CutOff';
}

/** A line is longer than anything that is taken. */
export class LineTooLong extends Error {
  override name = 'LineTooLong';
}

/**
 * The lines of a stream of newline-delimited JSON, without their breaks. Only U+000A breaks a line: JSON may hold what
 * other readers take for a break.
 * @param longest about how many characters a line may have
 * @throws CutOff when the last line has no break; LineTooLong; TypeError for bytes that are not UTF-8
 */
export async function* splitLines(
  bytes: AsyncIterable<Uint8Array>,
  longest = Number.POSITIVE_INFINITY,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // Long lines come in many pieces: they are joined once.
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
