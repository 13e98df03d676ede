import type { FastifyInstance, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { findViewer } from '../access/keys.ts';
import { hashSecret, readKeyId, sameHash } from '../access/secret.ts';
import { anonymous, operator, requireScope, type Viewer } from '../access/viewer.ts';
import type { Scope } from '../db/schema.ts';
import { Problem } from '../problems.ts';
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
  id: string;
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
    /** The key that was sent, well-formed, before the database was asked. */
    claimedKey: ClaimedKey | null;
  }
}

function unauthorized(detail: string): Problem {
  return new Problem('unauthorized', detail, { headers: { 'WWW-Authenticate': 'Bearer' } });
}

/** Finds out who asks. What can be refused without the database is, before a body is read. */
export const auth = plugin((app: FastifyInstance) => {
  const { ADMIN_KEY, PUBLIC_READ } = app.config;
  const adminHash = ADMIN_KEY === undefined ? null : hashSecret(ADMIN_KEY);
  app.decorateRequest('viewer');
  app.decorateRequest('claimedKey', null);

  function claim(request: FastifyRequest): void {
    request.viewer = anonymous;
    const access = request.routeOptions.config.access ?? 'open';
    if (access === 'open' || access === 'link') return;
    const secret = readBearer(request);
    if (secret === null) {
      if (access !== 'read')
        throw unauthorized('This needs an API key: send it as `Authorization: Bearer pst_…`.');
      if (!PUBLIC_READ)
        throw unauthorized('Reading needs an API key here: send it as `Authorization: Bearer pst_…`.');
      return;
    }
    const hash = hashSecret(secret);
    refuseGuess(request, hash);
    if (adminHash !== null && sameHash(hash, adminHash)) {
      request.viewer = { ...operator, ...originOf(request) };
      app.limits.keys.set(hash, operator.name);
      return;
    }
    const id = readKeyId(secret);
    if (id === null) {
      noteFailure(request, hash);
      throw unauthorized('The key is mistyped: its checksum does not fit.');
    }
    request.claimedKey = { id, hash };
  }

  async function look(request: FastifyRequest, claimed: ClaimedKey): Promise<void> {
    const viewer = await findViewer(app.db, claimed, originOf(request));
    if (!viewer) {
      noteFailure(request, claimed.hash);
      throw unauthorized('The key is unknown, expired or revoked.');
    }
    request.viewer = viewer;
    app.limits.keys.set(claimed.hash, claimed.id);
  }

  function admit({ routeOptions, viewer, method }: FastifyRequest): undefined {
    const { access = 'open', alsoScopes = [] } = routeOptions.config;
    const scope = scopeOf(access);
    if (scope === null) return;
    for (const one of [scope, ...alsoScopes]) requireScope(viewer, one, `${method} here`);
  }

  app.addHook('onRequest', (request, _reply, done) => {
    claim(request);
    done();
  });
  app.addHook(
    'preHandler',
    step((request) =>
      request.claimedKey ? look(request, request.claimedKey).then(() => admit(request)) : admit(request),
    ),
  );
});

const originOf = ({ server, raw, id }: FastifyRequest) => ({
  address: server.forwarded.readClient(raw),
  requestId: id,
});

/** The secret that a request is sent with; null without one. */
export function readBearer(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header === undefined) return null;
  const [, secret] = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(header) ?? [];
  if (!secret) throw unauthorized('The Authorization header must be `Bearer` and a key.');
  return secret;
}
