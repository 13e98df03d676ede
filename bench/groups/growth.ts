import { askJson } from '../asking.ts';
import { dropDatabase } from '../database.ts';
import type { AskedFor } from '../fire.ts';
import { compare } from '../measuring.ts';
import { constantTerms, createShort, nameShort, prepareShort, rowsOfBase } from '../multiply.ts';
import { type Running, startPostil } from '../servers/start.ts';
import { type Bench, figuresOf, ratio } from './group.ts';

/** Fewer than elsewhere: it is the processor that counts, and what is slow is to be answered in time. */
const connections = 4;
/** What is slow is measured all the same. */
const patience = { STATEMENT_TIMEOUT_MS: '120000' };
const steps = 10;
const most = 1.5;

interface GrowingRead {
  name: string;
  /** It has a count, facets, a numbered page, or more hits: those are told, and held against nothing. */
  counts?: boolean;
  requests: AskedFor[];
}

/**
 * The cost of reads, in processor time of the server and of Postgres together, over ten, a hundred and a thousand times
 * ten thousand reviews of 300 bytes, as far as `rows` reaches; nothing is remembered.
 */
export async function benchGrowth({ tools, postgresUrl, data, keep, measured, found }: Bench): Promise<void> {
  const sizes = [rowsOfBase];
  for (let size = rowsOfBase * steps; size <= Math.max(data.corpus.rows, rowsOfBase * steps); size *= steps)
    sizes.push(size);
  const servers: { name: string; server: Running }[] = [];
  try {
    for (const size of sizes) {
      const url = await prepareShort(postgresUrl, size);
      servers.push({
        name: `${size} reviews`,
        server: await startPostil({ DATABASE_URL: url, RESPONSE_CACHE_MB: '0', ...patience }),
      });
    }
    for (const { name, counts, requests } of listReads()) {
      const contenders = [];
      for (const { name: size, server } of servers) {
        for (const { path } of requests.slice(0, 3)) await askJson(server.url, path);
        contenders.push({
          name: size,
          server,
          shot: { requests, expect: 200, connections: counts ? 1 : connections },
        });
      }
      const figures = await compare(tools, contenders);
      measured(name, figures);
      const costs = servers.map(({ name: size }) => {
        const { cpu, postgres } = figuresOf(figures, size);
        return cpu + postgres;
      });
      found({
        what: `${name}, its cost at ${sizes.at(-1)} reviews against ${sizes[0]}`,
        ...{ value: ratio(costs.at(-1) ?? 0, costs[0] ?? 0), unit: '×' },
        ...(counts ? {} : { most }),
      });
    }
  } finally {
    for (const { server } of servers) await server.stop();
    for (const size of sizes) {
      if (!keep && nameShort(size) !== data.name) await dropDatabase(postgresUrl, nameShort(size));
    }
  }
}

function listReads(): GrowingRead[] {
  const corpus = createShort(rowsOfBase);
  const { tags, categories } = corpus;
  const list = (query: string) => [{ path: `/v1/reviews${query === '' ? '' : `?${query}`}` }];
  const numbers = Array.from({ length: 200 }, (_, at) => at * 50);
  return [
    { name: 'newest', requests: list('') },
    { name: 'by a common tag', requests: list(`tag=${tags[0]}`) },
    // So few that it has enough of them among ten thousand: the same page at each size.
    { name: 'by a rare tag', requests: list(`tag=${tags.at(-1)}&limit=10`) },
    { name: 'by category', requests: list(`category=${categories[0]}`) },
    { name: 'by language', requests: list('language=en') },
    { name: 'by year', requests: list('year=2016') },
    { name: 'by title', requests: list('sort=title') },
    {
      name: 'detail',
      requests: numbers
        .filter((number) => !corpus.review(number).isDraft)
        .map((number) => ({ path: `/v1/reviews/review-${number}` })),
    },
    {
      name: 'search, selective',
      requests: constantTerms.map((term) => ({ path: `/v1/reviews?q=${term}` })),
    },
    // All that is found is ranked: as much more as there is to be found.
    { name: 'search, as many more hits', counts: true, requests: list('q=wasserstein') },
    { name: 'newest with the total', counts: true, requests: list('total=true') },
    { name: 'newest with facets', counts: true, requests: list('facets=tag,category,year,language') },
    { name: 'page 50 by number', counts: true, requests: list('page=50') },
  ];
}
