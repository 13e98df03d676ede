import { onCopy } from '../data.ts';
import { type Contender, compare } from '../measuring.ts';
import { startPostil } from '../servers/start.ts';
import { type Bench, figuresOf, ratio } from './group.ts';
import { postRequests } from './post.ts';

/** Lists that a site shows, each of which is asked for all the time. */
const hotLists = 100;
/** More seconds no turn has. */
const mostInATurn = 100;

/** What writing costs those who read: one write a second beside lists that repeat, and posts one after the other. */
export async function benchWrites(bench: Bench): Promise<void> {
  await onCopy(bench.postgresUrl, bench.data, ({ url }) => readBesideWrites(bench, url));
}

async function readBesideWrites({ tools, data, measured, found }: Bench, url: string): Promise<void> {
  const { rows, tags, categories } = data.corpus;
  const slugs = categories.map((path) => path.split('/').at(-1) ?? '');
  const paths = [
    '/v1/reviews',
    ...slugs.map((slug) => `/v1/reviews?category=${slug}`),
    ...tags.map((tag) => `/v1/reviews?tag=${tag}`),
  ].slice(0, hotLists);
  const reading = { requests: paths.map((path) => ({ path })), expect: 200 };
  const posting = { requests: postRequests, expect: 201, connections: 1, posts: { rows, most: 3000 } };
  // No more than are sent: they are made while it is measured.
  const postingNow = { ...posting, rate: 1, posts: { rows, most: mostInATurn } };
  const postil = await startPostil({ DATABASE_URL: url });
  const cold = await startPostil({ DATABASE_URL: url, RESPONSE_CACHE_MB: '0' });
  try {
    const of = (name: string, server: typeof postil, beside?: Contender['beside']): Contender => ({
      ...{ name, server, shot: reading },
      ...(beside ? { beside } : {}),
    });
    const figures = await compare(tools, [
      of('alone', postil),
      of('beside one write a second', postil, postingNow),
      of('beside posts', postil, posting),
      of('nothing remembered, alone', cold),
      of('nothing remembered, beside posts', cold, posting),
    ]);
    measured(`${paths.length} lists that repeat`, figures);
    const rate = (name: string) => figuresOf(figures, name).rate;
    found({
      what: `${paths.length} lists that repeat, beside one write a second`,
      value: ratio(rate('beside one write a second'), rate('alone')),
      ...{ unit: '×', least: 0.9 },
    });
    found({
      what: 'readers beside posts, of what is remembered',
      value: ratio(rate('beside posts'), rate('alone')),
      unit: '×',
    });
    found({
      what: 'readers beside posts, nothing remembered',
      value: ratio(rate('nothing remembered, beside posts'), rate('nothing remembered, alone')),
      ...{ unit: '×', least: 0.8 },
    });
  } finally {
    await postil.stop();
    await cold.stop();
  }
}
