import assert from 'node:assert/strict';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { splitLines } from '../../src/http/json/lines.ts';
import { createCorpus } from '../corpus.ts';
import { onCopy } from '../data.ts';
import { type Figures, medianOf, round, takeTurn } from '../measuring.ts';
import { createPosts } from '../posts.ts';
import { cpuOf, cpuOfTree, memoryOf } from '../proc.ts';
import { key, type Running, startBaseline, startPostil } from '../servers/start.ts';
import { type Bench, ratio } from './group.ts';
import { postRequests } from './post.ts';

const most = 10_000;

/** Ten thousand reviews of 6 KB in one batch, against what rendering alone allows before and after it. */
export async function benchImport(bench: Bench): Promise<void> {
  const { postgresUrl, data } = bench;
  await onCopy(postgresUrl, data, ({ url }) => importTo(bench, url));
}

async function importTo({ tools, data, measured, found }: Bench, url: string): Promise<void> {
  const { rows } = data.corpus;
  const count = Math.min(rows, most);
  const rendering = await startBaseline('rendering');
  const postil = await startPostil({ DATABASE_URL: url });
  try {
    const shot = { requests: postRequests, expect: 201, posts: { rows, most: 3000 }, connections: 4 };
    const render = () => takeTurn(tools, { name: 'rendering alone', server: rendering, shot }, 1);
    const before = await render();
    const imported = await importInto(postil, tools.postmaster, rows, count);
    const alone = medianOf([before, await render()]);
    measured(`import of ${count}`, [imported, alone]);
    found({
      what: `import of ${count} against what rendering alone allows`,
      value: ratio(imported.rate, alone.rate),
      ...{ unit: '×', least: 0.8 },
    });
    found({ what: `import of ${count}, memory at its peak`, value: imported.peak, unit: 'MB' });
  } finally {
    await postil.stop();
    await rendering.stop();
  }
}

async function importInto(
  server: Running,
  postmaster: number,
  rows: number,
  count: number,
): Promise<Figures> {
  const [own, database, begun] = [cpuOf(server.pid), cpuOfTree(postmaster), performance.now()];
  const sending = request(`${server.url}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
  });
  const answered = new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    sending.once('response', resolve);
    sending.once('error', reject);
  });
  Readable.from(writeItems(rows, count)).pipe(sending);
  let done = 0;
  for await (const line of splitLines(await answered)) {
    assert.equal(JSON.parse(line).status, 201, line);
    done += 1;
  }
  assert.equal(done, count);
  const seconds = (performance.now() - begun) / 1000;
  const { now, peak } = memoryOf(server.pid);
  return {
    server: 'Postil',
    rate: round(count / seconds),
    ...{ p50: 0, p95: 0, p99: 0 },
    cpu: round((1000 * (cpuOf(server.pid) - own)) / count),
    postgres: postmaster === 0 ? 0 : round((1000 * (cpuOfTree(postmaster) - database)) / count),
    ...{ memory: now, peak, errors: 0 },
  };
}

function* writeItems(rows: number, count: number): Generator<string> {
  const post = createPosts(createCorpus({ rows }));
  for (let number = 0; number < count; number += 1) {
    yield `${JSON.stringify({ type: 'review', data: post(number) })}\n`;
  }
}
