import { canonicalPath } from '../../content/text/site-path.ts';

/** What a post was known by on its blog. */
export interface FormerPost {
  /** The source of its review. */
  source: string;
  /** Its addresses there: paths from the root, or absolute. */
  addresses: string[];
  /** Whether its author keeps it from the public. */
  isHidden: boolean;
}

/** The former addresses of the posts of a blog. */
export interface OldAddresses {
  /** Each path with the source of the post that was there first. */
  paths: Map<string, string>;
  /** What cannot be a path of a redirect, or was that of another post. */
  refused: { path: string; reason: string }[];
  /** The post that an address leads to; undefined for any other. */
  postAt(address: string): Pick<FormerPost, 'source' | 'isHidden'> | undefined;
}

/**
 * Collects the former addresses of the posts of a blog, by which its posts link to each other.
 * @param hosts where the blog was, besides the hosts of absolute addresses
 */
export function collectAddresses(posts: FormerPost[], hosts: string[]): OldAddresses {
  const paths = new Map<string, string>();
  const refused: OldAddresses['refused'] = [];
  const own = new Set(hosts.map(bareHost));
  for (const { source, addresses } of posts)
    for (const address of addresses) {
      const url = absolute.test(address) && URL.canParse(address) ? new URL(address) : undefined;
      if (url) own.add(bareHost(url.host));
      const path = url ? url.pathname + url.search : address;
      const ruling = canonicalPath(path);
      if (!ruling.ok || [...ruling.value].length > longestPath) {
        refused.push({
          path,
          reason: ruling.ok ? `it has more than ${longestPath} characters` : ruling.reason,
        });
        continue;
      }
      // The page at the root is that of the blog.
      if (ruling.value === '/') continue;
      const earlier = paths.get(ruling.value) ?? source;
      if (earlier !== source) refused.push({ path, reason: `it is that of ${earlier}, too` });
      else paths.set(ruling.value, source);
    }
  const hidden = new Set(posts.filter(({ isHidden }) => isHidden).map(({ source }) => source));
  const postAt = (address: string) => {
    const [bare = ''] = address.split('#', 1);
    const url = absolute.test(bare) && URL.canParse(bare) ? new URL(bare) : undefined;
    if (url ? !own.has(bareHost(url.host)) : !/^\/(?!\/)/.test(bare)) return undefined;
    const path = url ? url.pathname + url.search : bare;
    // What a blog adds by itself, such as `?category=7`.
    const source = [path, path.replace(/\?.*$/s, '')]
      .map((each) => canonicalPath(each))
      .map((ruling) => (ruling.ok ? paths.get(ruling.value) : undefined))
      .find((each) => each !== undefined);
    return source === undefined ? undefined : { source, isHidden: hidden.has(source) };
  };
  return { paths, refused, postAt };
}

const absolute = /^https?:\/\//i;
const longestPath = 600;
const bareHost = (host: string) => host.toLowerCase().replace(/^www\./, '');

/**
 * The path of a post at Tistory by its title: what is no letter, number, symbol or hyphen is left out, and spaces are a hyphen.
 * (Tistory documents no rule; a second post of one title has a number that only Tistory knows.)
 */
export function tistoryEntry(title: string): string[] {
  const name = title
    .normalize('NFC')
    .replace(/(?!\u200d)[^\p{L}\p{M}\p{N}\p{So}\p{Zs}_-]/gu, '')
    .replace(/[\p{Zs}-]+/gu, '-')
    .replace(/^-|-$/g, '');
  return name === '' ? [] : [`/entry/${name}`];
}
