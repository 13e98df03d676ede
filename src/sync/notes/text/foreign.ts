import { maskText } from '../dialect/mask.ts';

/** They are read as links to notes. */
const isLinkTag = (name: string) => /^(?:post_link|post_url|link)$/.test(name);
const mostNamed = 5;

/**
 * Finds template tags and variables (Liquid) and citation keys (Pandoc's `[@key]`) in Markdown. They stay in the text as they
 * are, and are reported: only the site's templates or its bibliography could resolve them.
 */
export function findForeign(body: string, isQuarto: boolean): string[] {
  if (!/\{[{%]|\[[^\]\n]*@/.test(body) && !(isQuarto && body.includes('@'))) return [];
  const { text } = maskText(body);
  const namesOf = (pattern: RegExp) => [
    ...new Set(Array.from(text.matchAll(pattern), ([whole, name]) => name ?? whole)),
  ];
  const tags = namesOf(/\{%-?\s*([\w-]+)[^\n]*?%\}/g).filter((name) => !isLinkTag(name));
  const variables = namesOf(/\{\{-?\s*(?:site|page|post|layout)\.[^{}\n]*\}\}/g);
  const groups = Array.from(text.matchAll(/\[([^[\]\n]*@[^[\]\n]*)\](?!\()/g), ([, group = '']) => group);
  // `@key says` is a citation where Pandoc is known to be at work.
  const cited = isQuarto ? text.split('\n') : [];
  const keys = new Set(
    [...groups, ...cited].flatMap((group) =>
      Array.from(
        group.matchAll(/(?<=^|[\s;-])@([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*)/gu),
        ([key]) => key,
      ),
    ),
  );
  const tell = (what: string, found: Iterable<string>) => {
    const all = [...found];
    const shown = `${all.slice(0, mostNamed).join(', ')}${all.length > mostNamed ? ` and ${all.length - mostNamed} more` : ''}`;
    return all.length === 0 ? [] : [`${what} (${shown} stay in the text)`];
  };
  return [
    ...tell('Liquid tags', tags),
    ...tell('Liquid variables', variables),
    ...tell('citations of a bibliography', keys),
  ];
}
