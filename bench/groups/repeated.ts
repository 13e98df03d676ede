import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../asking.ts';
import { type Contender, compare } from '../measuring.ts';
import { repeatedReads } from '../reads.ts';
import { asItComes, loadBuffer, type Running, startBaseline, startPostil } from '../servers/start.ts';
import { type Bench, figuresOf, ratio } from './group.ts';

const least = 0.85;
const mostTries = 50;
/** What says what a body is; Postil sends others besides, which are not held against it. */
const contentHeaders = ['content-type', 'content-encoding'];

/** Reads that repeat, out of memory, against a server that has nothing to do but to send those bytes. */
export async function benchRepeated(bench: Bench): Promise<void> {
  const servers = await startServers({ DATABASE_URL: bench.data.url });
  try {
    for (const read of repeatedReads(bench.data.corpus)) {
      if (!bench.wants(read.name)) continue;
      for (const encoding of ['identity', 'gzip'])
        await benchRead(bench, servers, { ...read, encoding, least });
    }
  } finally {
    for (const server of servers) await server.stop();
  }
}

type Servers = readonly [postil: Running, logging: Running, buffer: Running];

/** Postil, quiet and as it comes, and a server of ready bytes. */
export async function startServers(variables: Record<string, string>): Promise<Servers> {
  return [
    await startPostil(variables),
    await startPostil({ ...variables, ...asItComes }),
    await startBaseline('buffer'),
  ];
}

interface RepeatedRead {
  name: string;
  path: string;
  encoding: string;
  /** As much of the rate of ready bytes is wanted. */
  least: number;
}

/** Asks for one answer again and again. @param servers those of `startServers` */
export async function benchRead(
  { tools, measured, found }: Bench,
  [postil, logging, buffer]: Servers,
  { name, path, encoding, least }: RepeatedRead,
): Promise<void> {
  const what = encoding === 'identity' ? name : `${name}, ${encoding}`;
  const headers = { 'accept-encoding': encoding };
  const answer = await ask(postil.url, { path, headers });
  assert.equal(answer.status, 200, `${path}: ${answer.body}`);
  assert.equal(answer.headers['content-encoding'] ?? 'identity', encoding);
  const kept = contentHeaders.flatMap((header) => {
    const value = answer.headers[header];
    return typeof value === 'string' ? [[header, value] as const] : [];
  });
  await loadBuffer(buffer, { headers: Object.fromEntries(kept), body: answer.body.toString('base64') });
  assert.deepEqual((await ask(buffer.url, { path: '/', headers })).body, answer.body);
  await requireHit(postil, path, headers);
  const known = { ...headers, 'if-none-match': `${answer.headers.etag}` };
  assert.equal((await ask(postil.url, { path, headers: known })).status, 304);

  const contenders: Contender[] = [
    { name: 'Postil', server: postil, shot: { requests: [{ path, headers }], expect: 200 } },
    { name: 'buffer', server: buffer, shot: { requests: [{ path: '/', headers }], expect: 200 } },
  ];
  if (encoding === 'identity') {
    contenders.push(
      { name: 'Postil, 304', server: postil, shot: { requests: [{ path, headers: known }], expect: 304 } },
      { name: 'Postil as it comes', server: logging, shot: { requests: [{ path, headers }], expect: 200 } },
    );
  }
  const figures = await compare(tools, contenders);
  measured(what, figures);
  const bare = figuresOf(figures, 'buffer').rate;
  const own = figuresOf(figures, 'Postil').rate;
  found({ what: `${what} against ready bytes`, value: ratio(own, bare), unit: '×', least });
  if (encoding !== 'identity') return;
  const unmodified = figuresOf(figures, 'Postil, 304').rate;
  found({
    what: `${what}, 304 against the whole answer`,
    value: ratio(unmodified, own),
    unit: '×',
    least: 1,
  });
  found({
    what: `${what} against ready bytes, log and limits on`,
    value: ratio(figuresOf(figures, 'Postil as it comes').rate, bare),
    unit: '×',
  });
}

/** Asks until the answer comes out of memory: on a busy machine a server may doubt for a moment that it still stands. */
async function requireHit({ url }: Running, path: string, headers: Record<string, string>): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if ((await ask(url, { path, headers })).headers['x-cache'] === 'hit') return;
    await sleep(100);
  }
  throw new Error(`${path} is not answered out of memory`);
}
