import { onCopy } from '../data.ts';
import { type Contender, compare } from '../measuring.ts';
import { key, startBaseline, startPostil } from '../servers/start.ts';
import { type Bench, figuresOf, ratio } from './group.ts';

const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
/** The request of a post, but for its body. */
export const postRequests = [{ method: 'POST' as const, path: '/v1/reviews', headers }];
/** More would only wait: writes have three quarters of a pool of ten. */
const connections = 16;
/** More than any of them takes in a turn of some seconds. */
const postsASecond = 1500;
const knownRenderings = new URL('../servers/known-renderings.mjs', import.meta.url);

/**
 * Posts of reviews of 6 KB, whose paper and tags are connected. Rendering is left aside by giving the service what it
 * would have made, and measured alone besides, in the threads that the service renders in.
 */
export async function benchPost(bench: Bench): Promise<void> {
  const { postgresUrl, data } = bench;
  await onCopy(postgresUrl, data, (own) =>
    onCopy(postgresUrl, data, (other) => postTo(bench, own.url, other.url)),
  );
}

async function postTo({ tools, data, isDurable, measured, found }: Bench, own: string, other: string) {
  const rows = data.corpus.rows;
  const shot = {
    ...{ requests: postRequests, expect: 201, connections: Math.min(connections, tools.connections) },
    posts: { rows, most: Math.ceil(postsASecond * Math.max(1, tools.seconds)) },
  };
  const servers = [
    await startPostil({ DATABASE_URL: own }),
    await startPostil({ DATABASE_URL: own, BENCH_ROWS: `${rows}` }, knownRenderings),
    await startBaseline('insert', other, `${rows}`),
    await startBaseline('rendering'),
  ];
  const names = ['Postil', 'Postil, rendering aside', 'by hand', 'rendering alone'];
  try {
    const contenders: Contender[] = servers.map((server, at) => ({ name: names[at] ?? '', server, shot }));
    const figures = await compare(tools, contenders);
    measured('post', figures);
    const rate = (name: string) => figuresOf(figures, name).rate;
    const note = isDurable ? {} : { note: 'Postgres does not force writes to disk here' };
    found({
      what: 'post, rendering aside, against the hand-written insert',
      value: ratio(rate('Postil, rendering aside'), rate('by hand')),
      ...{ unit: '×', least: 0.5, ...note },
    });
    found({
      what: 'post against what rendering alone allows',
      value: ratio(rate('Postil'), rate('rendering alone')),
      ...{ unit: '×', least: 0.8, ...note },
    });
  } finally {
    for (const server of servers) await server.stop();
  }
}
