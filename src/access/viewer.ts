import { type Scope, scopes } from '../db/schema.ts';
import { Problem } from '../problems.ts';

/** Who asks: nobody in particular (no scopes), or a key. Also the actor of a write. */
export interface Viewer {
  /** The id of the key; null for the public, for the key of the configuration and for the command line. */
  keyId: string | null;
  authenticated: boolean;
  scopes: ReadonlySet<Scope>;
}

export const anonymous: Viewer = { keyId: null, authenticated: false, scopes: new Set() };

/** Whoever holds the configuration or the database itself: every scope. */
export const operator: Viewer = { keyId: null, authenticated: true, scopes: new Set(scopes) };

export function seesDrafts(viewer: Viewer): boolean {
  return viewer.scopes.has('drafts:read');
}

/** @throws Problem forbidden, naming the scope and what needs it */
export function requireScope(viewer: Viewer, scope: Scope, what: string): void {
  if (!viewer.scopes.has(scope))
    throw new Problem('forbidden', `${what} needs the scope ${scope}, which this key has not.`);
}
