import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { LastModified, type Modified, writeLastModified } from '../../cache/last-modified.ts';
import { encodeInSlices, type Placeholders, TextChunks } from '../../content/text/chunks.ts';
import { findPublicState, type PublicState } from '../../db/unit-of-work/site.ts';
import type { Problem } from '../../problems.ts';
import type { ListQuery } from '../../query/query.ts';
import type { Reservation } from '../../runtime/memory-budget.ts';
import { chooseEncoding, encode, toBytes } from '../compression.ts';
import { findRefusal, isNotModified, opaque } from '../conditional-reads.ts';
import { mostElements } from '../list-headers.ts';
import { maybeAsync } from '../maybe-async.ts';
import { type Answered, describeEntities, type Subject } from '../subject.ts';
import { addVary } from '../vary.ts';
import { definePlugin } from './define.ts';
import { describeProblem, pathOf } from './problems.ts';
import { problemUrlsOf } from './urls.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The kind of a list, for its `Surrogate-Key`, where the path does not begin with it. */
    lists?: string;
    /**
     * The surrogate keys that invalidate a public answer, beside those of the entities in it; null or absent for any change.
     */
    scope?: (query: ListQuery) => string[] | null;
  }
  interface FastifyReply {
    /** The entity of the answer, for its ETag, Last-Modified and Surrogate-Key. */
    subject: Subject | null;
    /** The answer before compression. */
    plain: PlainAnswer | null;
    /** Its long texts, which are serialised apart (slicing.ts). */
    placeholders: Placeholders | null;
    /** The memory of a long page. */
    reservation: Reservation | null;
  }
  interface FastifyRequest {
    /** The public state that a conditional request read first. */
    foundState: PublicState | null;
  }
}

/** A public answer that was sent. */
interface ValidatedAnswer {
  etag: string;
  /** The public version at which it was current. */
  version: number;
  isForSharedCaches: boolean;
}

interface PlainAnswer {
  bytes: Buffer;
  type: string;
  /** The part of its ETag that all encodings share. */
  tag: string;
  /** Of an answer to the public. */
  modified: Modified | undefined;
}

/**
 * The most sent answers that are known by a digest of their address and their ETag, with the public version at which they
 * were current: about 200 bytes each, however long the address is.
 */
const mostAnswers = 20_000;

/** The longest text that is encoded at once, in UTF-16 units. */
const longestAtOnce = 2 ** 18;

/** ETag, conditional requests (RFC 9110, 13), compression and Cache-Control of every entity and list. */
export const conditionalRequests = definePlugin(
  'conditional-requests',
  ['idempotency'],
  (app: FastifyInstance) => {
    const lastModified = new LastModified();
    const validated = new LRUCache<string, ValidatedAnswer>({ max: mostAnswers });
    app.decorateReply('subject', null);
    app.decorateReply('plain', null);
    app.decorateReply('hold', null);
    app.decorateRequest('foundState', null);

    // A public answer depends only on its address and the public version: with the same version it is unmodified.
    async function answerUnchanged(
      request: FastifyRequest,
      reply: FastifyReply,
      tags: string,
    ): Promise<FastifyReply | undefined> {
      const known = request.cacheLookup?.version;
      if (known === undefined) request.foundState = (await findPublicState(app.db)) ?? null;
      const version = known ?? request.foundState?.version;
      // Further ETags are compared with the answer.
      const address = digestAddress(request);
      const answers = tags.split(',', mostElements).map((tag) => validated.get(`${address} ${opaque(tag)}`));
      const answer = answers.find((one) => one?.version === version);
      if (!answer || version === undefined) return undefined;
      request.isForSharedCaches = answer.isForSharedCaches;
      return reply.header('ETag', answer.etag).code(304).send();
    }

    app.addHook(
      'preHandler',
      maybeAsync((request, reply) => {
        const { 'if-none-match': tags, 'if-match': match, 'if-unmodified-since': since } = request.headers;
        if (!tags || match !== undefined || since !== undefined || !isPublicRead(request)) return undefined;
        return answerUnchanged(request, reply, tags);
      }),
    );

    app.addHook('preSerialization', (request, reply, payload, done) => {
      const { access } = request.routeOptions.config;
      if (payload !== null && reply.statusCode < 300 && access !== 'open' && access !== 'link')
        reply.subject = describe(request, payload as Answered);
      done(null, payload);
    });

    app.addHook('onSend', (request, reply, payload, done) => {
      const sent = write(request, reply, payload);
      if (sent instanceof Promise) return sent;
      done(null, sent);
      return undefined;
    });

    // A reply in the old generation (admission-queue.ts) would retain what it sent until the next full collection.
    app.addHook('onResponse', (_request, reply, done) => {
      reply.subject = null;
      reply.plain = null;
      reply.placeholders = null;
      reply.reservation = null;
      done();
    });

    /** Replaces the answer by a problem: an error thrown in onSend would be sent a second time. */
    function refuse(request: FastifyRequest, reply: FastifyReply, problem: Problem): string {
      reply.subject = null;
      reply
        .code(problem.status)
        .header('Cache-Control', 'private, no-store')
        .type('application/problem+json');
      return JSON.stringify(describeProblem(problem, pathOf(request), problemUrlsOf(request)));
    }

    /** @returns the payload */
    function write(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
      if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', cacheability(request, reply));
      addVary(reply, 'Authorization, Accept-Encoding');
      const text =
        typeof payload === 'string' && reply.placeholders ? reply.placeholders.restore(payload) : payload;
      const charset = reply.subject?.isLatin1 ? 'latin1' : 'utf8';
      if (text instanceof TextChunks || (typeof text === 'string' && text.length > longestAtOnce)) {
        const pieces = text instanceof TextChunks ? text : new TextChunks([text]);
        return encodeInSlices(pieces, charset).then(({ bytes, digest }) =>
          finish(request, reply, bytes, digest),
        );
      }
      if (Buffer.isBuffer(text) && reply.subject) return finish(request, reply, text);
      return typeof text === 'string' ? finish(request, reply, toBytes(text, charset)) : text;
    }

    /** @param digest of the bytes, if known */
    function finish(request: FastifyRequest, reply: FastifyReply, bytes: Buffer, digest = '') {
      reply.reservation?.resize(bytes.length);
      const type = `${reply.getHeader('Content-Type')}`;
      const encoding = chooseEncoding(request.headers['accept-encoding'], bytes.length, type);
      if (reply.subject) {
        const tag =
          reply.subject.tag ?? writeTag(reply.subject, digest || hash('sha256', bytes, 'base64url'));
        const state = reply.subject.state ?? request.foundState;
        const modified =
          isPublicRead(request) && state
            ? lastModified.record(request.cacheLookup?.key || digestAddress(request), tag, state.changedAt)
            : undefined;
        const etag = nameTag(tag, encoding);
        const refusal = isRead(request) ? findRefusal(request.headers, etag, modified) : undefined;
        if (refusal) return refuse(request, reply.header('ETag', etag), refusal);
        reply.plain = { bytes, type, tag, modified };
        describeAnswer(request, reply, reply.subject, etag);
        const [name, date] = writeLastModified(modified);
        if (name) reply.header(name, date);
        const version = state?.version;
        if (isPublicRead(request) && version !== undefined) {
          const { isForSharedCaches } = request;
          validated.set(`${digestAddress(request)} ${etag}`, { etag, version, isForSharedCaches });
        }
        if (isRead(request) && isNotModified(request.headers, etag, modified)) {
          reply.code(304).removeHeader('Content-Length').removeHeader('Content-Type');
          return '';
        }
      }
      if (encoding === 'identity') return bytes;
      reply.header('Content-Encoding', encoding).removeHeader('Content-Length');
      return encode(bytes, encoding);
    }
  },
);

/** The part of an ETag that all encodings share. */
function writeTag({ revision }: Subject, digest: string): string {
  const short = digest.slice(0, 22);
  return revision === null ? short : `${revision}-${short}`;
}

/** The ETag of an encoding: strong, so that each has its own. */
export function nameTag(tag: string, encoding: string): string {
  return encoding === 'identity' ? `"${tag}"` : `"${tag}-${encoding}"`;
}

function describeAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { names }: Subject,
  etag: string,
): void {
  reply.header('ETag', etag);
  if (!request.viewer.authenticated && request.isForSharedCaches)
    reply.header('Surrogate-Key', names.join(' '));
}

export const isRead = (request: { method?: string }) => request.method === 'GET' || request.method === 'HEAD';
export const isPublicRead = (request: FastifyRequest) =>
  isRead(request) && request.routeOptions.config.access === 'read' && !request.viewer.authenticated;

/** A digest of what a public answer depends on beside the public version. */
const digestAddress = ({ url, format, server, raw }: FastifyRequest) =>
  hash('sha256', `${url} ${format.type} ${server.urls.readKey(raw)}`, 'base64url');

/** `Cache-Control`: public reads may be stored and are revalidated; answers to a key or a link are not stored. */
function cacheability(request: FastifyRequest, reply: FastifyReply): string {
  const shared =
    isRead(request) &&
    request.routeOptions.config.access !== 'link' &&
    (reply.statusCode < 300 || reply.statusCode === 304) &&
    !request.viewer?.authenticated &&
    !request.headers.authorization;
  if (!shared) return 'private, no-store';
  return `${request.isForSharedCaches ? 'public' : 'private'}, max-age=0, must-revalidate`;
}

function describe(request: FastifyRequest, payload: Answered): Subject {
  const { url = '', config } = request.routeOptions;
  const kind = config.lists ?? url.split(/[/.]/)[2] ?? '';
  return describeEntities(payload, kind, config.scope?.(request.query as ListQuery) ?? null);
}

/** The scope of a single entity's answer: its own id invalidates it. */
export const itself = () => [];
