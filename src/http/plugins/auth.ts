import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findViewer } from '../../access/keys.ts';
import { hashSecret, readKeyId, sameHash } from '../../access/secret.ts';
import { anonymous, operator, requireScope, type Viewer } from '../../access/viewer.ts';
import type { Scope } from '../../db/schema/tables.ts';
import { Problem } from '../../problems.ts';
import { maybeAsync } from '../maybe-async.ts';
import { definePlugin } from './define.ts';
import { countFailure, refuseKeyGuessing } from './limits.ts';

/**
 * The access control of a route: `open` for everybody and `link` for a capability URL, both ignoring any key; `read` for
 * everybody if PUBLIC_READ, with more for a key; `key` for every key, which then needs scopes by its request; a scope for
 * keys that have it.
 */
export type Access = 'open' | 'link' | 'read' | 'key' | Scope;

/** The scope that an access requires; null for none. */
export const requiredScope = (access: Access): Scope | null =>
  access === 'open' || access === 'link' || access === 'read' || access === 'key' ? null : access;

interface ClaimedKey {
  /** Null for a secret without the form of a key: mistyped, or ADMIN_KEY. */
  id: string | null;
  hash: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Further required scopes. */
    alsoScopes?: Scope[];
    /** Whether a `signature` in the query can stand in for a key, which the handler verifies. */
    isSignable?: boolean;
  }
  interface FastifyRequest {
    viewer: Viewer;
    /** The bearer token, not yet verified. */
    claimedKey: ClaimedKey | null;
  }
}

function unauthorized(detail: string): Problem {
  return new Problem('unauthorized', detail, { headers: { 'WWW-Authenticate': 'Bearer' } });
}

/**
 * Identification: reads the bearer token, by which the rate limit counts; verification is `auth`.
 */
export const identification = definePlugin('identification', ['cors'], (app: FastifyInstance) => {
  app.decorateRequest('viewer');
  app.decorateRequest('claimedKey', null);
  app.addHook('onRequest', (request, _reply, done) => {
    request.viewer = anonymous;
    const secret = needsViewer(request) ? bearerOf(request) : null;
    if (secret) request.claimedKey = { id: readKeyId(secret), hash: hashSecret(secret) };
    done();
  });
});

/** Whether an operation depends on the viewer. */
function needsViewer({ routeOptions }: FastifyRequest): boolean {
  const { access = 'open' } = routeOptions.config;
  return access !== 'open' && access !== 'link';
}

/**
 * Authentication and authorization, before the body is read: 401 without a required key and for an invalid one; 403 without
 * the scope. Checks without the database come first.
 */
export const auth = definePlugin('auth', ['requests', 'limiting'], (app: FastifyInstance) => {
  const { ADMIN_KEY, PUBLIC_READ } = app.config;
  const adminHash = ADMIN_KEY === undefined ? null : hashSecret(ADMIN_KEY);

  function refuseAnonymous(request: FastifyRequest): void {
    if (request.headers.authorization !== undefined) {
      countFailure(request, null);
      throw malformedHeader();
    }
    if (request.routeOptions.config.access !== 'read')
      throw unauthorized('This needs an API key: send it as `Authorization: Bearer pst_…`.');
    const { signature } = request.query as { signature?: unknown };
    if (!PUBLIC_READ && !(request.routeOptions.config.isSignable && signature !== undefined))
      throw unauthorized('Reading needs an API key here: send it as `Authorization: Bearer pst_…`.');
  }

  /** Checks the form and checksum of a key, and compares with ADMIN_KEY. */
  function claim(request: FastifyRequest): void {
    const { claimedKey } = request;
    if (claimedKey === null) {
      refuseAnonymous(request);
      return;
    }
    const { id, hash } = claimedKey;
    refuseKeyGuessing(request, hash);
    if (adminHash !== null && sameHash(hash, adminHash)) {
      request.viewer = { ...operator, ...originOf(request) };
      app.limits.keys.set(hash, operator.name);
    } else if (id === null) {
      countFailure(request, hash);
      throw unauthorized('The key is mistyped: its checksum does not fit.');
    }
  }

  async function authenticate(request: FastifyRequest, id: string, hash: string): Promise<void> {
    const viewer = await findViewer(app.db, { id, hash }, originOf(request));
    if (!viewer) {
      countFailure(request, hash);
      throw unauthorized('The key is unknown, expired or revoked.');
    }
    request.viewer = viewer;
    app.limits.keys.set(hash, id);
  }

  function admit({ routeOptions, viewer, method }: FastifyRequest): void {
    const { access = 'open', alsoScopes = [] } = routeOptions.config;
    const scope = requiredScope(access);
    if (scope === null) return;
    for (const one of [scope, ...alsoScopes]) requireScope(viewer, one, `${method} here`);
  }

  /** @returns a promise when it needs the database */
  function authorize(request: FastifyRequest): Promise<void> | undefined {
    const { claimedKey, viewer } = request;
    if (claimedKey?.id && !viewer.authenticated)
      return authenticate(request, claimedKey.id, claimedKey.hash).then(() => admit(request));
    admit(request);
    return undefined;
  }

  app.addHook('onRequest', (request, _reply, done) => {
    if (needsViewer(request)) claim(request);
    done();
  });
  // Before a body is read.
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    const asked = takesBody(request) ? authorize(request) : undefined;
    if (asked) asked.then(() => done(), done);
    else done();
  });
  // Without a body after the validation: an invalid parameter takes no connection.
  app.addHook(
    'preHandler',
    maybeAsync((request) => (takesBody(request) ? undefined : authorize(request))),
  );
});

const malformedHeader = () => unauthorized('The Authorization header must be `Bearer` and a key.');

const takesBody = ({ method }: FastifyRequest) => method !== 'GET' && method !== 'HEAD';

const originOf = ({ server, raw, id }: FastifyRequest) => ({
  address: server.forwarded.readClient(raw),
  requestId: id,
});

const bearerShape = /^Bearer +([\x21-\x7e]{1,512})$/i;

/** The bearer token; null without an Authorization header, undefined for one of another form. */
function bearerOf({ headers }: FastifyRequest): string | null | undefined {
  return headers.authorization === undefined ? null : bearerShape.exec(headers.authorization)?.[1];
}

/** The bearer token; null without one. @throws Problem unauthorized for another form */
export function readBearer(request: FastifyRequest): string | null {
  const secret = bearerOf(request);
  if (secret === undefined) throw malformedHeader();
  return secret;
}
