import { canonicalPath } from '../../content/text/site-path.ts';
import type { Redirect } from '../../resources/redirects/schema.ts';

/** A redirect for a server in front: the decoded path, the query as it is asked for, and where it leads, in ASCII. */
export interface ServerRule {
  /** UTF-8, or whatever bytes were percent-encoded, each as a character of latin1. */
  path: string;
  /** ASCII, without its question mark; empty for any. */
  query: string;
  location: string;
}

/** The rules that redirects make, and those that make none, with the reason. */
export interface ServerRules {
  rules: ServerRule[];
  leftOut: { path: string; reason: string }[];
}

/** Makes the rules of redirects, none of which leads in a circle. */
export function makeRules(redirects: Pick<Redirect, 'path' | 'target' | 'location'>[]): ServerRules {
  const locations = new Map(redirects.map(({ path, location }) => [path, location]));
  const page = redirects.find(({ target, location }) => target.type === 'review' && location !== null);
  const home = page?.location ? originOf(page.location) : undefined;
  const made: ServerRules = { rules: [], leftOut: [] };
  for (const { path, location } of redirects) {
    const written = location === null ? null : writeLocation(location);
    if (written === null) made.leftOut.push({ path, reason: 'it leads to itself' });
    else if (isInCircle(path, locations, home)) made.leftOut.push({ path, reason: 'it leads in a circle' });
    else made.rules.push({ ...splitPath(path), location: written });
  }
  return made;
}

/** Whether one comes back to a path, from one redirect to the next. @param home the origin of the site that has them */
function isInCircle(start: string, locations: Map<string, string | null>, home: string | undefined): boolean {
  const passed = new Set<string>();
  for (let path = start; !passed.has(path); ) {
    passed.add(path);
    const location = locations.get(path) ?? null;
    if (location === null || home === undefined || originOf(location) !== home) return false;
    const { pathname, search } = new URL(location);
    const next = canonicalPath(pathname + search);
    if (!next.ok) return false;
    if (next.value === start) return true;
    path = next.value;
  }
  return false;
}

const originOf = (address: string) => (URL.canParse(address) ? new URL(address).origin : undefined);

function splitPath(canonical: string): Pick<ServerRule, 'path' | 'query'> {
  const [path = '', ...queries] = canonical.split('?');
  const bytes = Buffer.from(path).toString('latin1');
  const decoded = bytes.replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { path: decoded, query: encodeAscii(queries.join('?')) };
}

/** An address in which nothing has a meaning to the configuration of a server: variables, quotes, braces. */
function writeLocation(location: string): string | null {
  const isPath = location.startsWith('/');
  if (!isPath && !URL.canParse(location)) return null;
  return encodeAscii(isPath ? location : new URL(location).href);
}

const encodeAscii = (text: string) =>
  text.replace(/[^\x21-\x7e]+|["$\\`{}]/gu, (part) => encodeURIComponent(part));
