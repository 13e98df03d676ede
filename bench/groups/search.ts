import { compare } from '../measuring.ts';
import { queryClasses } from '../queries.ts';
import { startPostil } from '../servers/start.ts';
import { type Bench, figuresOf } from './group.ts';

/** The size that is wanted of; of others it is only told. */
const rowsOfGoal = 100_000;
const goals = { least: 200, most: 30 };

/** Searches with nothing remembered: by many clients, and by one. */
export async function benchSearches({ tools, data, measured, found }: Bench): Promise<void> {
  const postil = await startPostil({ DATABASE_URL: data.url, RESPONSE_CACHE_MB: '0' });
  const hasGoals = data.corpus.rows === rowsOfGoal;
  try {
    const selective = queryClasses.filter(({ name }) =>
      /^(two|one) syllables?, selective|^Latin|^acronym/.test(name),
    );
    const kinds = [
      {
        name: 'selective',
        queries: selective.flatMap(({ queries }) => queries),
        goals: hasGoals ? goals : {},
      },
      {
        name: 'common',
        queries: queryClasses
          .filter(({ name }) => /^common (K|E)/.test(name))
          .flatMap(({ queries }) => queries),
        goals: {},
      },
    ];
    for (const { name, queries, goals: wanted } of kinds) {
      const requests = queries.map((query) => ({ path: `/v1/reviews?q=${encodeURIComponent(query)}` }));
      const shot = { requests, expect: 200 };
      const [many, one] = [`${tools.connections} clients`, 'one client'];
      const figures = await compare(tools, [
        { name: many, server: postil, shot },
        { name: one, server: postil, shot: { ...shot, connections: 1 } },
      ]);
      measured(`search, ${name}`, figures);
      const { least, most } = { least: undefined, most: undefined, ...wanted };
      found({
        ...{ what: `search, ${name} terms`, value: figuresOf(figures, many).rate, unit: 'a second' },
        ...(least === undefined ? {} : { least }),
      });
      found({
        ...{
          what: `search, ${name} terms, 95th percentile of one client`,
          value: figuresOf(figures, one).p95,
          unit: 'ms',
        },
        ...(most === undefined ? {} : { most }),
      });
    }
  } finally {
    await postil.stop();
  }
}
