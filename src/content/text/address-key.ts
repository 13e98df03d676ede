const trackers = /^(?:utm_\w+|fbclid|gclid|ref_src)$/;

/**
 * The key of a URL by which links are compared: without the scheme, `www.`, a trailing slash, `.git` of a repository, parameters
 * of trackers.
 */
export function addressKey(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, searchParams, hash } = new URL(url);
  const path = pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  const query = [...searchParams].filter(([name]) => !trackers.test(name));
  const told = query.length > 0 ? `?${new URLSearchParams(query)}` : '';
  return `${host.replace(/^www\./, '')}${path}${told}${hash === '#readme' ? '' : hash}`;
}
