import { askJson } from '../asking.ts';
import { compare } from '../measuring.ts';
import { startPostil } from '../servers/start.ts';
import { type Bench, figuresOf, ratio } from './group.ts';

const limit = 20;
const farPage = 1000;
const largestPage = 100;

interface Page {
  page: { next: string | null };
}

/** Page 1,000 by cursor against page 1, with nothing remembered; the last page there is where there are fewer. */
export async function benchPages({ tools, data, measured, found }: Bench): Promise<void> {
  const postil = await startPostil({ DATABASE_URL: data.url, RESPONSE_CACHE_MB: '0' });
  try {
    const { cursor, page } = await walk(postil.url, (farPage - 1) * limit);
    const first = { name: 'page 1', path: `/v1/reviews?limit=${limit}` };
    // Of the first the second page is asked for too: one that has a page before it.
    const far = { name: `page ${page}`, path: `${first.path}&after=${cursor}` };
    const figures = await compare(
      tools,
      [first, far].map(({ name, path }) => ({
        ...{ name, server: postil },
        shot: { requests: [{ path }], expect: 200 },
      })),
    );
    measured('pages by cursor', figures);
    const [one, other] = [figuresOf(figures, first.name), figuresOf(figures, far.name)];
    found({
      what: `page ${page} by cursor, its cost against that of page 1`,
      value: ratio(other.cpu + other.postgres || other.p50, one.cpu + one.postgres || one.p50),
      ...{ unit: '×', most: 1.2 },
      note: 'processor time of the server and of Postgres together',
    });
  } finally {
    await postil.stop();
  }
}

/** Reads so many rows, or as many as there are with a whole page behind them. */
async function walk(url: string, rows: number): Promise<{ cursor: string; page: number }> {
  let [cursor, read] = ['', 0];
  while (read < rows) {
    const step = Math.min(largestPage, rows - read);
    const after = cursor === '' ? '' : `&after=${cursor}`;
    const { page } = await askJson<Page>(url, `/v1/reviews?fields=id&limit=${step}${after}`);
    if (page.next === null) break;
    [cursor, read] = [page.next, read + step];
  }
  return { cursor, page: Math.floor(read / limit) + 1 };
}
