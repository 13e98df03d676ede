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
  const all = body.split('\n');
  return all
    .map((line, at) => {
      const goesOn = known.has(at + 1) && known.has(at + 2) && !beginsBlock.test(all[at + 1] ?? '');
      if (!goesOn || /^[ \t]*\|/.test(line) || isBroken.test(line)) return line;
      // Two spaces: a backslash behind an address would be of it.
      return line.replace(/[ \t]*(\r?)$/, '  $1');
    })
    .join('\n');
}
