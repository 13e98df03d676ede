/** Lines that begin something of their own, and do not go on with the line before. */
const beginsBlock = /^[ \t>]*(?:[-*+][ \t]|\d+[.)][ \t]|#|\||$)/;
const isBroken = /(?: {2,}|\\|<br\s*\/?>)\r?$/i;

/**
 * Ends the lines of metadata that follow each other in one paragraph with hard breaks (CommonMark 6.7): their authors see them
 * on lines of their own.
 * @param lines the numbers of the lines of metadata, from 1
 */
export function breakLines(body: string, lines: number[]): string {
  const known = new Set(lines);
  if (!lines.some((number) => known.has(number + 1))) return body;
  return body
    .split('\n')
    .map((line, index) => {
      const [number, next] = [index + 1, body.split('\n')[index + 1] ?? ''];
      const goesOn =
        known.has(number) && known.has(number + 1) && !beginsBlock.test(next) && !/^[ \t]*\|/.test(line);
      return goesOn && !isBroken.test(line) ? `${line.replace(/[ \t]+$/, '')}\\` : line;
    })
    .join('\n');
}
