import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Answer, type Ready } from '../cache/answer.ts';
import { Answers, type Flight } from '../cache/answers.ts';
import { summarizeFault } from '../db/faults.ts';
import { PublicClock } from '../db/public-clock.ts';
import { isPublicRead, isRead, nameTag } from './caching.ts';
import { canonicalUrl } from './canonical.ts';
import { chooseEncoding, encode } from './compression.ts';
import { definePlugin } from './define.ts';
import { answerAtTheDoor, type Memory, writeReady } from './door.ts';
import { admitReady } from './limits.ts';
import { spellRequest } from './spelling.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** What is remembered of answers; null when nothing is. */
    memory: Memory | null;
  }
  interface FastifyRequest {
    /** A read whose answer may come out of the memory, or go into it; null for all other requests. */
    remembered: Remembered | null;
  }
}

interface Remembered {
  spelling: string;
  /** The public version that was known when the request began: its answer may not be older. */
  version: number;
  course: number;
  name: string;
  /** The computation that this request has to settle. */
  flight: Flight | null;
}

const megabyte = 2 ** 20;

/**
 * Answers public reads out of the memory, before anything else is done for them, as long as no public version is known,
 * or may be there, that changed them. Those that are not there are computed once, however many wait.
 */
export const delivery = definePlugin('response-cache', ['urls', 'limits'], (app: FastifyInstance) => {
  const memory = openMemory(app);
  app.decorate('memory', memory);
  app.decorateRequest('remembered', null);
  answerAtTheDoor(app, memory);
  if (!memory) return;
  const { answers, clock } = memory;

  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.access !== 'read') return;
    const spelling = spellRequest(request.raw, app.urls);
    if (spelling === undefined) return;
    if (clock.now === undefined && !clock.isApart && app.overload.isFor(request)) return;
    const version = clock.now ?? (await clock.confirm());
    if (version === undefined) return;
    request.remembered = { spelling, version, course: clock.course, name: '', flight: null };
    const ready = answers.recall(spelling, version);
    if (!ready) return;
    request.quota = admitReady(app, request.raw);
    if (request.quota !== null) send(request, reply, ready, version);
  });

  app.addHook('preHandler', async (request, reply) => {
    const { remembered } = request;
    if (!remembered || !isPublicRead(request)) return;
    remembered.name = nameRequest(request);
    const { name, version } = remembered;
    const found = answers.find(name, version);
    if (found) return deliver(request, reply, remembered, found);
    const flight = answers.join(name, version);
    // Without a pause, in which others would find none either.
    const shared = flight && (await flight.answer);
    if (shared && answers.stands(shared, version)) return deliver(request, reply, remembered, shared);
    remembered.flight = answers.lead(name, version);
  });

  async function deliver(
    request: FastifyRequest,
    reply: FastifyReply,
    { spelling, name, version }: Remembered,
    answer: Answer,
  ): Promise<void> {
    const encoding = chooseEncoding(request.headers['accept-encoding'], answer.length);
    const ready = answer.find(encoding) ?? (await answer.make(encoding));
    answers.learn(spelling, name, ready);
    send(request, reply, ready, version);
  }

  /** @param version the public version that the answer is right at */
  function send(request: FastifyRequest, reply: FastifyReply, ready: Ready, version: number): void {
    reply.hijack();
    const own = ['x-request-id', request.id, ...(request.quota ?? [])];
    writeReady(request.raw, reply.raw, { ready, own, modified: clock.dateOf(version) });
  }

  app.addHook('onResponse', async ({ remembered }) => {
    remembered?.flight?.settle();
  });
});

/** Keeps what is answered to public reads, and says where answers came from. */
export const keeping = definePlugin(
  'response-cache-store',
  ['overload-of-reads', 'slicing', 'openapi'],
  (app: FastifyInstance) => {
    app.addHook('onSend', (request, reply, payload, done) => {
      if (request.routeOptions.config.access === 'read' && isRead(request))
        reply.header('X-Cache', keep(request, reply, payload) ? 'miss' : 'bypass');
      done();
    });

    function keep(request: FastifyRequest, reply: FastifyReply, payload: unknown): boolean {
      const { remembered } = request;
      if (!remembered?.flight || !app.memory) return false;
      const { answers, clock } = app.memory;
      const answer = describeAnswer(reply);
      if (answer) clock.advance(answer.version, reply.subject?.state?.modified);
      const stands = answer && remembered.course === clock.course && answers.stands(answer, clock.version);
      if (stands) answers.keep(remembered.name, answer);
      if (answer && reply.statusCode === 200 && Buffer.isBuffer(payload)) {
        const ready = answer.add(`${reply.getHeader('content-encoding') ?? 'identity'}`, payload);
        answers.learn(remembered.spelling, remembered.name, ready);
      }
      remembered.flight.settle(answer);
      return stands === true;
    }
  },
);

function openMemory(app: FastifyInstance): Memory | null {
  const { RESPONSE_CACHE_MB, PUBLIC_READ } = app.config;
  if (RESPONSE_CACHE_MB === 0 || !PUBLIC_READ) return null;
  const answers = new Answers(RESPONSE_CACHE_MB * megabyte);
  const clock = new PublicClock(app.db, app.config, {
    onNotice: ({ version, changed }) => changed && answers.note(version, changed),
    onRestart: () => answers.clear(),
    onLost: (error) =>
      app.log.warn(
        { cause: summarizeFault(error) },
        'the public version cannot be followed, no answer comes out of memory',
      ),
  });
  app.addHook('onClose', () => clock.stop());
  return { answers, clock };
}

/** What all requests have in common that have the same answer at a public version. */
function nameRequest(request: FastifyRequest): string {
  const { routeOptions, format, server, raw } = request;
  return `${routeOptions.url} ${canonicalUrl(request)} ${format.type} ${server.urls.readKey(raw)}`;
}

/** Headers that come with each answer anew, or with its encoding. */
const ownNames = new Set([
  ...['etag', 'last-modified', 'content-type', 'content-length', 'content-encoding', 'transfer-encoding'],
  ...['date', 'connection', 'keep-alive', 'x-request-id', 'x-cache', 'ratelimit', 'ratelimit-policy'],
]);

/** The answer that is being sent, if it can be kept: it says at which public version it was read. */
function describeAnswer(reply: FastifyReply): Answer | undefined {
  const { subject, plain } = reply;
  if (!plain || !subject?.state || (reply.statusCode !== 200 && reply.statusCode !== 304)) return undefined;
  const headers = Object.entries(reply.getHeaders())
    .filter(([name]) => !ownNames.has(name))
    .flatMap(([name, value]) => [value].flat().flatMap((one) => [name, `${one}`]));
  return new Answer({
    version: subject.state.version,
    changesBy: subject.changesBy,
    headers: ['x-cache', 'hit', ...headers],
    ...plain,
    nameEncoding: (encoding) => nameTag(plain.tag, encoding),
    encode,
  });
}
