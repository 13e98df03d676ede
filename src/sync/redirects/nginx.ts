import type { ServerRule } from './rules.ts';

/**
 * Writes redirects as maps for the http block of nginx. A map finds one of thousands by a hash, and compares the decoded and
 * normalised path, whatever spelling was asked for. It ignores the case of ASCII: paths that differ in it alone are regular
 * expressions, which do not. Bytes are characters of latin1.
 */
export function writeNginx(rules: ServerRule[]): string {
  const plain = rules.filter(({ query }) => query === '');
  const asked = rules.filter(({ query }) => query !== '');
  const paths = writeEntries(plain.map((rule) => ({ keys: slashed(mergeSlashes(rule.path)), rule })));
  const queries = writeEntries(
    asked.map((rule) => ({
      keys: slashed(mergeSlashes(rule.path)).map((path) => `${path}?${rule.query}`),
      rule,
    })),
  );
  const longest = Math.max(0, ...[...paths, ...queries].map((entry) => entry.length));
  return [
    '# Include this in the http block, before any other map, and in the server block write:',
    '#   if ($postil_redirect) { return 301 $postil_redirect; }',
    `map_hash_max_size ${powerOfTwo(Math.max(2048, 2 * (paths.length + queries.length)))};`,
    `map_hash_bucket_size ${powerOfTwo(Math.max(128, longest + 32))};`,
    'map $uri $postil_path {',
    '    default "";',
    ...paths,
    '}',
    'map "$uri?$args" $postil_redirect {',
    '    default $postil_path;',
    ...queries,
    '}',
    '',
  ].join('\n');
}

/** With and without a slash at the end. */
const slashed = (path: string) => (path === '/' ? [path] : [path, `${path}/`]);

/** nginx compares paths with `merge_slashes`. */
const mergeSlashes = (path: string) => path.replace(/\/+/g, '/');

/** The entries of a map, each of whose keys is there once. */
function writeEntries(mapped: { keys: string[]; rule: ServerRule }[]): string[] {
  const cases = new Map<string, Set<string>>();
  for (const { keys } of mapped)
    for (const key of keys) {
      const folded = foldAscii(key);
      cases.set(folded, (cases.get(folded) ?? new Set()).add(key));
    }
  const written = new Set<string>();
  return mapped.flatMap(({ keys, rule }) =>
    keys.flatMap((key) => {
      if (written.has(key)) return [];
      written.add(key);
      const isAlone = cases.get(foldAscii(key))?.size === 1;
      return [`    ${quoteNginx(isAlone ? key : String.raw`~^\Q${key}\E$`)} "${rule.location}";`];
    }),
  );
}

const foldAscii = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A quoted parameter: a quote ends it, everything else of a path stands for itself. */
const quoteNginx = (text: string) => `"${text.replaceAll('"', String.raw`\"`)}"`;

const powerOfTwo = (atLeast: number) => 2 ** Math.ceil(Math.log2(atLeast));
