import { isUtf8 } from 'node:buffer';
import type { ServerRule } from './rules.ts';

/** The rules as a Caddyfile, and those that it cannot say. */
export interface WrittenCaddyfile {
  text: string;
  leftOut: { path: string; reason: string }[];
}

/**
 * Writes redirects as directives for a site block of a Caddyfile: `map`, which compares the decoded path, and `redir`. A brace
 * begins a placeholder even in quotes, and Caddy reads its file as UTF-8, so that paths with a brace or other bytes are left out.
 * Bytes are characters of latin1.
 */
export function writeCaddy(rules: ServerRule[]): WrittenCaddyfile {
  const said = rules.filter((rule) => cannotSay(rule) === undefined);
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
    leftOut: rules.flatMap((rule) => {
      const reason = cannotSay(rule);
      return reason === undefined ? [] : [{ path: readable(rule.path), reason }];
    }),
  };
}

/** Why a path cannot stand in a Caddyfile; undefined when it can. */
function cannotSay({ path }: ServerRule): string | undefined {
  if (/[{}]/.test(path)) return 'a Caddyfile cannot have its braces';
  if (!isUtf8(Buffer.from(path, 'latin1'))) return 'a Caddyfile is UTF-8, which its bytes are not';
  return undefined;
}

/** The path in UTF-8, or with its bytes percent-encoded where they are none. */
function readable(path: string): string {
  const bytes = Buffer.from(path, 'latin1');
  return isUtf8(bytes)
    ? bytes.toString()
    : path.replace(/[^\x20-\x7e]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

const withSlash = (path: string) => (path === '/' ? [path] : [path, `${path}/`]);

const quoteCaddy = (text: string) => `"${text.replaceAll('"', String.raw`\"`)}"`;
