/** A line of nothing but tags, such as `#paper/nlp #reading`: each has a letter, and no space behind its sign. */
const tagLine = /^[ \t]*(?:#(?=[\p{N}/_-]*\p{L})[\p{L}\p{M}\p{N}/_-]+(?:[ \t]+|$))+$/u;
const mostLines = 40;

/**
 * Takes the lines of tags that a note begins with, as Obsidian, Bear and Logseq write them, before its first section: they are
 * tags of the note, and no text.
 */
export function takeTagLines(body: string): { body: string; tags: string[] } {
  const lines = body.split('\n');
  const tags: string[] = [];
  let isCode = false;
  for (let at = 0; at < Math.min(lines.length, mostLines); at += 1) {
    const line = (lines[at] ?? '').trimEnd();
    if (/^[ \t]*(?:`{3}|~{3})/.test(line)) isCode = !isCode;
    if (!isCode && /^#{1,6}[ \t]/.test(line) && at > 0) break;
    if (isCode || !tagLine.test(line)) continue;
    tags.push(...line.trim().split(/\s+/));
    // With the empty line behind it, where one is before it too.
    const isApart = at === 0 || (lines[at - 1] ?? '').trim() === '';
    lines.splice(at, isApart && (lines[at + 1] ?? 'x').trim() === '' ? 2 : 1);
    at -= 1;
  }
  return tags.length === 0 ? { body, tags } : { body: lines.join('\n'), tags };
}
