import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findViewer } from '../access/keys.ts';
import { hashSecret, readKeyId, sameHash } from '../access/secret.ts';
import { anonymous, operator, requireScope, type Viewer } from '../access/viewer.ts';
import type { Scope } from '../db/schema.ts';
import { Problem } from '../problems.ts';
import { definePlugin } from './define.ts';
import { noteFailure, refuseGuess } from './limits.ts';
import { step } from './step.ts';

/**
 * Who may use a route: `open` for everybody, without a look at any key; `link` for whoever has the address, in which a
 * secret stands, without a look at any key either; `read` for everybody, as far as PUBLIC_READ goes, more for a key; `key`
 * for every key, which then needs scopes by what it asks for; a scope for keys that have it.
 */
export type Access = 'open' | 'link' | 'read' | 'key' | Scope;

/** The scope that the access asks for; null when it asks for none. */
export const scopeOf = (access: Access): Scope | null =>
  access === 'open' || access === 'link' || access === 'read' || access === 'key' ? null : access;

interface ClaimedKey {
  /** Null for a secret that has not the form of a key: mistyped, or that of the configuration. */
  id: string | null;
  hash: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** What a key needs beside the scope of `access`. */
    alsoScopes?: Scope[];
  }
  interface FastifyRequest {
    viewer: Viewer;
    /** The secret that was sent, before the database was asked. */
    claimedKey: ClaimedKey | null;
  }
}

function unauthorized(detail: string): Problem {
  return new Problem('unauthorized', detail, { headers: { 'WWW-Authenticate': 'Bearer' } });
}

/**
 * Reads the key that a request was sent with, so that those who are limited by it are known; nothing is refused for it
 * yet.
 */
export const identification = definePlugin('identification', ['cors'], (app: FastifyInstance) => {
  app.decorateRequest('viewer');
  app.decorateRequest('claimedKey', null);
  app.addHook('onRequest', (request, _reply, done) => {
    request.viewer = anonymous;
    const secret = isAsked(request) ? bearerOf(request) : null;
    if (secret) request.claimedKey = { id: readKeyId(secret), hash: hashSecret(secret) };
    done();
  });
});

/** Whether it matters for an operation who asks. */
function isAsked({ routeOptions }: FastifyRequest): boolean {
  const { access = 'open' } = routeOptions.config;
  return access !== 'open' && access !== 'link';
}

/**
 * Authentication and authorization, before the body is read: 401 without a key where one is needed, and for one that
 * is none; 403 without the scope. What can be refused without the database is refused first.
 */
export const auth = definePlugin('auth', ['requests', 'limiting'], (app: FastifyInstance) => {
  const { ADMIN_KEY, PUBLIC_READ } = app.config;
  const adminHash = ADMIN_KEY === undefined ? null : hashSecret(ADMIN_KEY);

  function refuseAnonymous(request: FastifyRequest): void {
    if (request.headers.authorization !== undefined) {
      noteFailure(request, null);
      throw malformedHeader();
    }
    if (request.routeOptions.config.access !== 'read')
      throw unauthorized('This needs an API key: send it as `Authorization: Bearer pst_…`.');
    if (!PUBLIC_READ)
      throw unauthorized('Reading needs an API key here: send it as `Authorization: Bearer pst_…`.');
  }

  /** Refuses a key that is none by its looks, and knows that of the configuration. */
  function claim(request: FastifyRequest): void {
    const { claimedKey } = request;
    if (claimedKey === null) {
      refuseAnonymous(request);
      return;
    }
    const { id, hash } = claimedKey;
    refuseGuess(request, hash);
    if (adminHash !== null && sameHash(hash, adminHash)) {
      request.viewer = { ...operator, ...originOf(request) };
      app.limits.keys.set(hash, operator.name);
    } else if (id === null) {
      noteFailure(request, hash);
      throw unauthorized('The key is mistyped: its checksum does not fit.');
    }
  }

  async function look(request: FastifyRequest, id: string, hash: string): Promise<void> {
    const viewer = await findViewer(app.db, { id, hash }, originOf(request));
    if (!viewer) {
      noteFailure(request, hash);
      throw unauthorized('The key is unknown, expired or revoked.');
    }
    request.viewer = viewer;
    app.limits.keys.set(hash, id);
  }

  function admit({ routeOptions, viewer, method }: FastifyRequest): void {
    const { access = 'open', alsoScopes = [] } = routeOptions.config;
    const scope = scopeOf(access);
    if (scope === null) return;
    for (const one of [scope, ...alsoScopes]) requireScope(viewer, one, `${method} here`);
  }

  /** @returns a promise when the database has to be asked */
  function authorize(request: FastifyRequest): Promise<void> | undefined {
    const { claimedKey, viewer } = request;
    if (claimedKey?.id && !viewer.authenticated)
      return look(request, claimedKey.id, claimedKey.hash).then(() => admit(request));
    admit(request);
    return undefined;
  }

  app.addHook('onRequest', (request, _reply, done) => {
    if (isAsked(request)) claim(request);
    done();
  });
  // A body is read after it.
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    const asked = takesBody(request) ? authorize(request) : undefined;
    if (asked) asked.then(() => done(), done);
    else done();
  });
  // What has no body is looked at first: a parameter that is wrong takes no connection.
  app.addHook(
    'preHandler',
    step((request) => (takesBody(request) ? undefined : authorize(request))),
  );
});

const malformedHeader = () => unauthorized('The Authorization header must be `Bearer` and a key.');

const takesBody = ({ method }: FastifyRequest) => method !== 'GET' && method !== 'HEAD';

const originOf = ({ server, raw, id }: FastifyRequest) => ({
  address: server.forwarded.readClient(raw),
  requestId: id,
});

const bearerShape = /^Bearer +([\x21-\x7e]{1,512})$/i;

/** The secret that a request is sent with; null without an Authorization header, undefined in one of another form. */
function bearerOf({ headers }: FastifyRequest): string | null | undefined {
  return headers.authorization === undefined ? null : bearerShape.exec(headers.authorization)?.[1];
}

/** The secret that a request is sent with; null without one. @throws Problem unauthorized in another form */
export function readBearer(request: FastifyRequest): string | null {
  const secret = bearerOf(request);
  if (secret === undefined) throw malformedHeader();
  return secret;
}
