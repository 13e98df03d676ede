/** Diffs as documents show them: lines that stay, `-` and `+` lines, and `@@` between places; without numbers of lines. */

const hunksOf = (diff: string) => diff.split(/^@@$\n?/m).map((hunk) => hunk.replace(/\n$/, ''));

/** Carries a diff out. @throws an error for a place that is not in the text once */
export function applyDiff(text: string, diff: string, file: string): string {
  return hunksOf(diff).reduce((current, hunk) => {
    const lines = hunk === '' ? [] : hunk.split('\n');
    const side = (left: string) =>
      lines.flatMap((line) => (line.startsWith(left) ? [] : [`${line.slice(1)}\n`])).join('');
    const [before, after] = [side('+'), side('-')];
    if (before === after) return current;
    if (before === '' || current.split(before).length !== 2)
      throw new Error(`${file} has this not just once:\n${before}`);
    return current.replace(before, () => after);
  }, text);
}

/** A diff without the added line that holds a part, or without the whole place where something goes for it. */
export function leaveOut(diff: string, part: string): string {
  const hunks = hunksOf(diff);
  const at = hunks.findIndex((hunk) => hunk.includes(part));
  if (at < 0) throw new Error(`No line of the change holds ${part}`);
  const lines = hunks[at]?.split('\n') ?? [];
  const isReplacing = lines.some((line) => line.startsWith('-'));
  const rest = isReplacing ? [] : lines.filter((line) => !(line.startsWith('+') && line.includes(part)));
  return hunks.with(at, rest.join('\n')).join('\n@@\n');
}
