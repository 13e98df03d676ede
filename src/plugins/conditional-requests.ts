import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { LastModified, type Modified, writeLastModified } from '../cache/last-modified.ts';
import { findPublicState, type PublicState, readAt } from '../db/site.ts';
import { ofBytes, Written } from '../list/prepared.ts';
import type { ListQuery } from '../list/query.ts';
import type { Hold } from '../memory-budget.ts';
import type { Problem } from '../problems.ts';
import { type Asides, encodeInSlices, Pieces } from '../text/pieces.ts';
import { chooseEncoding, encode, toBytes } from './compression.ts';
import { findRefusal, isNotModified, opaque } from './conditional-reads.ts';
import { definePlugin } from './define.ts';
import { mostElements } from './list-headers.ts';
import { describeProblem, pathOf } from './problems.ts';
import { step } from './step.ts';
import { prefixOf } from './urls.ts';
import { addVary } from './vary.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the answer lists, for its `Surrogate-Key`, where the address does not say it. */
    lists?: string;
    /**
     * The names of the changes that can change an answer to the public, beside those of the things in it; null, or
     * nothing here, when any change can.
     */
    scope?: (query: ListQuery) => string[] | null;
  }
  interface FastifyReply {
    /** What the answer is about: for its ETag, Last-Modified and Surrogate-Key. */
    subject: Subject | null;
    /** What is answered, before it is compressed. */
    plain: PlainAnswer | null;
    /** Its long texts, written already, for which marks stand in the answer (slicing.ts). */
    aside: Asides | null;
    /** What a long page holds of the memory for such. */
    hold: Hold | null;
  }
  interface FastifyRequest {
    /** The public state that a conditional request found, before anything was read. */
    foundState: PublicState | null;
  }
}

interface Subject {
  revision: number | null;
  names: string[];
  state: PublicState | undefined;
  /** The names of the changes that can change it; null when any can. */
  changesBy: string[] | null;
  /** Whether its texts are bytes already. */
  isOfBytes: boolean;
}

/** An answer that the public may have already. */
interface RightAnswer {
  etag: string;
  /** The public version that it was right at. */
  version: number;
  isForSharedCaches: boolean;
}

interface PlainAnswer {
  bytes: Buffer;
  type: string;
  /** The parts of its ETag that every encoding has. */
  tag: string;
  /** Of an answer to the public. */
  modified: Modified | undefined;
}

interface Thing {
  id?: unknown;
  revision?: unknown;
  data?: unknown;
  [readAt]?: PublicState;
  [ofBytes]?: boolean;
}

/** More would not fit the headers that proxies take; a list can always be dropped by the name of its kind. */
const mostNames = 100;
/**
 * So many answers are remembered by a digest of their address, and their ETag, with the public version that they were right at:
 * about 200 bytes each, however long the address is.
 */
const mostAnswers = 20_000;

/** Longer texts, in UTF-16 units, are encoded in slices. */
const longestAtOnce = 2 ** 18;

/** ETag, conditional requests, compression and what caches may do: the same for every thing and list. */
export const conditionalRequests = definePlugin(
  'conditional-requests',
  ['idempotency'],
  (app: FastifyInstance) => {
    const lastModified = new LastModified();
    const rightAt = new LRUCache<string, RightAnswer>({ max: mostAnswers });
    app.decorateReply('subject', null);
    app.decorateReply('plain', null);
    app.decorateReply('hold', null);
    app.decorateRequest('foundState', null);

    // A public answer depends on its address and the public version only: when that has not grown, nothing has changed.
    async function answerUnchanged(
      request: FastifyRequest,
      reply: FastifyReply,
      tags: string,
    ): Promise<FastifyReply | undefined> {
      const known = request.cacheLookup?.version;
      if (known === undefined) request.foundState = (await findPublicState(app.db)) ?? null;
      const version = known ?? request.foundState?.version;
      // An ETag behind those is compared when the answer is there.
      const address = digestAddress(request);
      const answers = tags.split(',', mostElements).map((tag) => rightAt.get(`${address} ${opaque(tag)}`));
      const answer = answers.find((one) => one?.version === version);
      if (!answer || version === undefined) return undefined;
      request.isForSharedCaches = answer.isForSharedCaches;
      return reply.header('ETag', answer.etag).code(304).send();
    }

    app.addHook(
      'preHandler',
      step((request, reply) => {
        const { 'if-none-match': tags, 'if-match': match, 'if-unmodified-since': since } = request.headers;
        if (!tags || match !== undefined || since !== undefined || !isPublicRead(request)) return undefined;
        return answerUnchanged(request, reply, tags);
      }),
    );

    app.addHook('preSerialization', (request, reply, payload, done) => {
      const { access } = request.routeOptions.config;
      if (payload !== null && reply.statusCode < 300 && access !== 'open' && access !== 'link')
        reply.subject = describe(request, payload as Thing);
      done(null, payload);
    });

    app.addHook('onSend', (request, reply, payload, done) => {
      const sent = write(request, reply, payload);
      if (sent instanceof Promise) return sent;
      done(null, sent);
      return undefined;
    });

    // A reply may be among the old things (admission-queue.ts), and would keep what it sent until those are collected.
    app.addHook('onResponse', (_request, reply, done) => {
      reply.subject = null;
      reply.plain = null;
      reply.aside = null;
      reply.hold = null;
      done();
    });

    /** The problem in place of an answer that is not what the caller expects: an error of this hook would be answered twice. */
    function refuse(request: FastifyRequest, reply: FastifyReply, problem: Problem): string {
      reply.subject = null;
      reply
        .code(problem.status)
        .header('Cache-Control', 'private, no-store')
        .type('application/problem+json');
      return JSON.stringify(describeProblem(problem, pathOf(request), prefixOf(request)));
    }

    /** @returns what is sent */
    function write(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
      if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', cacheability(request, reply));
      addVary(reply, 'Authorization, Accept-Encoding');
      const text = typeof payload === 'string' && reply.aside ? reply.aside.restore(payload) : payload;
      const charset = reply.subject?.isOfBytes ? 'latin1' : 'utf8';
      if (text instanceof Pieces || (typeof text === 'string' && text.length > longestAtOnce)) {
        const pieces = text instanceof Pieces ? text : new Pieces([text]);
        return encodeInSlices(pieces, charset).then(({ bytes, digest }) =>
          finish(request, reply, bytes, digest),
        );
      }
      return typeof text === 'string' ? finish(request, reply, toBytes(text, charset)) : text;
    }

    /** @param digest of the bytes, where it is known */
    function finish(request: FastifyRequest, reply: FastifyReply, bytes: Buffer, digest = '') {
      reply.hold?.resize(bytes.length);
      const encoding = chooseEncoding(request.headers['accept-encoding'], bytes.length);
      if (reply.subject) {
        const tag = writeTag(reply.subject, digest || hash('sha256', bytes, 'base64url'));
        const state = reply.subject.state ?? request.foundState;
        const modified =
          isPublicRead(request) && state
            ? lastModified.note(request.cacheLookup?.key || digestAddress(request), tag, state.changedAt)
            : undefined;
        const etag = nameTag(tag, encoding);
        const refusal = isRead(request) ? findRefusal(request.headers, etag, modified) : undefined;
        if (refusal) return refuse(request, reply, refusal);
        reply.plain = { bytes, type: `${reply.getHeader('Content-Type')}`, tag, modified };
        describeAnswer(request, reply, reply.subject, etag);
        const [name, date] = writeLastModified(modified);
        if (name) reply.header(name, date);
        const version = state?.version;
        if (isPublicRead(request) && version !== undefined) {
          const { isForSharedCaches } = request;
          rightAt.set(`${digestAddress(request)} ${etag}`, { etag, version, isForSharedCaches });
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

/** What the ETags of an answer have in common. */
function writeTag({ revision }: Subject, digest: string): string {
  const short = digest.slice(0, 22);
  return revision === null ? short : `${revision}-${short}`;
}

/** The ETag of an answer in an encoding: strong, so that each has its own. */
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

/** What an answer to the public depends on beside the public version. */
const digestAddress = ({ url, format, server, raw }: FastifyRequest) =>
  hash('sha256', `${url} ${format.type} ${server.urls.readKey(raw)}`, 'base64url');

/** Public reads may be kept by everybody and are asked for again; what a key or a link showed is kept by nobody. */
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

function describe(request: FastifyRequest, payload: Thing): Subject {
  const things = Array.isArray(payload.data) ? (payload.data as Thing[]) : [payload];
  const { url = '', config } = request.routeOptions;
  const kind = config.lists ?? url.split(/[/.]/)[2] ?? '';
  const ids = new Set<string>();
  for (const thing of things) addIds(thing, ids);
  return {
    revision: typeof payload.revision === 'number' ? payload.revision : null,
    names: payload.data === undefined ? [...ids] : [kind, ...(ids.size <= mostNames ? ids : [])],
    state: payload[readAt],
    changesBy: namesOfChanges(config.scope?.(request.query as ListQuery) ?? null, things),
    isOfBytes: payload[ofBytes] ?? false,
  };
}

/** Of a page without a thing on it, or with one whose id is not told, nobody knows whom it belongs to. */
function namesOfChanges(scope: string[] | null, things: Thing[]): string[] | null {
  const ids = things.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  return scope && ids.length > 0 && ids.length === things.length ? [...scope, ...ids] : null;
}

/** For the reads of one thing: what changes its answer is noted under its own id. */
export const itself = () => [];

/** Adds the ids of a thing and of all those shown within it. */
function addIds(thing: unknown, ids: Set<string>): void {
  if (thing === null || typeof thing !== 'object') return;
  if (thing instanceof Written) {
    thing.addIds(ids);
    return;
  }
  if ('id' in thing && typeof thing.id === 'string') ids.add(thing.id);
  for (const name in thing) addIds(thing[name as keyof typeof thing], ids);
}
