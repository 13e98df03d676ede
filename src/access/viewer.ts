import { type Scope, scopes } from '../db/schema/tables.ts';
import type { Actor } from '../db/unit-of-work/audit.ts';
import { Problem } from '../problems.ts';

/** The viewer of a request: anonymous (no scopes), or a key. Also the actor of a write. */
export interface Viewer extends Actor {
  authenticated: boolean;
  scopes: ReadonlySet<Scope>;
  /** The id of the review that a preview link shows. */
  previewed?: string;
  /** When that link expires, in Unix time. */
  previewedUntil?: number;
}

export const anonymous: Viewer = {
  ...{ keyId: null, name: 'the public', address: null, requestId: null },
  authenticated: false,
  scopes: new Set(),
};

/** The operator, who has the configuration or the database: every scope. */
export const operator: Viewer = {
  ...{ keyId: null, name: 'the operator', address: null, requestId: null },
  authenticated: true,
  scopes: new Set(scopes),
};

export function seesDrafts(viewer: Viewer): boolean {
  return viewer.scopes.has('drafts:read');
}

/** @throws Problem forbidden, with the scope and what requires it */
export function requireScope(viewer: Viewer, scope: Scope, what: string): void {
  if (!viewer.scopes.has(scope))
    throw new Problem('forbidden', `${what} needs the scope ${scope}, which this key has not.`);
}
