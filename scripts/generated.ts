/**
 * Replaces the generated part of a Markdown document, between `<!-- name -->` and `<!-- /name -->`.
 * @returns the document with that part
 * @throws Error when the document does not have both comments
 */
export function replaceGenerated(document: string, name: string, part: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The document has no ${begin} … ${end}.`);
  return `${document.slice(0, from)}${begin}\n${part}\n${document.slice(to)}`;
}
