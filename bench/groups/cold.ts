import { requireSame } from '../asking.ts';
import { compare } from '../measuring.ts';
import { coldReads } from '../reads.ts';
import { startBaseline, startPostil } from '../servers/start.ts';
import { type Bench, figuresOf, ratio } from './group.ts';

const least = 0.8;
/** Our own processor time for an answer, in milliseconds. */
const mostCpu: Record<string, number> = { list: 0.6, detail: 0.3 };
const verified = 20;

/** Reads of which nothing is remembered, against the hand-written statement behind a bare Fastify. */
export async function benchCold({ tools, data, wants, measured, found }: Bench): Promise<void> {
  const postil = await startPostil({ DATABASE_URL: data.url, RESPONSE_CACHE_MB: '0' });
  const byHand = await startBaseline('by-hand', data.url);
  try {
    for (const { name, requests } of coldReads(data.corpus)) {
      if (!wants(name)) continue;
      for (const { path } of requests.slice(0, verified)) await requireSame(postil.url, byHand.url, path);
      const shot = { requests, expect: 200 };
      const figures = await compare(tools, [
        { name: 'Postil', server: postil, shot },
        { name: 'by hand', server: byHand, shot },
      ]);
      measured(name, figures);
      const own = figuresOf(figures, 'Postil');
      const value = ratio(own.rate, figuresOf(figures, 'by hand').rate);
      found({ what: `${name} against the hand-written statement`, value, unit: '×', least });
      const most = mostCpu[name];
      found({
        ...{ what: `${name}, our own processor time`, value: own.cpu, unit: 'ms' },
        ...(most === undefined ? {} : { most }),
      });
    }
  } finally {
    await postil.stop();
    await byHand.stop();
  }
}
