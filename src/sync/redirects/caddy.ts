import type { ServerRule } from './rules.ts';

/** The rules as a Caddyfile, and those that it cannot say. */
export interface WrittenCaddyfile {
  text: string;
  leftOut: { path: string; reason: string }[];
}

/**
 * Writes redirects as directives for a site block of a Caddyfile: `map`, which compares the decoded path, and `redir`. A brace
 * begins a placeholder even in quotes, so that paths with one are left out. Bytes are characters of latin1.
 */
export function writeCaddy(rules: ServerRule[]): WrittenCaddyfile {
  const isSaid = ({ path }: ServerRule) => !/[{}]/.test(path);
  const said = rules.filter(isSaid);
  const map = (source: string, name: string, entries: string[]) => [
    `map ${source} {${name}} {`,
    ...new Set(entries),
    '\tdefault ""',
    '}',
    `@${name} not vars {${name}} ""`,
    `redir @${name} {${name}} permanent`,
  ];
  const write = (key: string, location: string) => `\t${quoteCaddy(key)} ${quoteCaddy(location)}`;
  const paths = said.filter(({ query }) => query === '');
  const queries = said.filter(({ query }) => query !== '');
  const lines = [
    '# Import this in the block of the site.',
    ...map(
      '"{path}?{query}"',
      'postil_query',
      queries.flatMap(({ path, query, location }) =>
        withSlash(path).map((each) => write(`${each}?${query}`, location)),
      ),
    ),
    ...map(
      '{path}',
      'postil_path',
      paths.flatMap(({ path, location }) => withSlash(path).map((each) => write(each, location))),
    ),
  ];
  return {
    text: `${lines.join('\n')}\n`,
    leftOut: rules
      .filter((rule) => !isSaid(rule))
      .map(({ path }) => ({
        path: Buffer.from(path, 'latin1').toString(),
        reason: 'a Caddyfile cannot have its braces',
      })),
  };
}

const withSlash = (path: string) => (path === '/' ? [path] : [path, `${path}/`]);

const quoteCaddy = (text: string) => `"${text.replaceAll('"', String.raw`\"`)}"`;
