import assert from 'node:assert/strict';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPostgres, findPostgres, noPostgres, type PostgresServer } from '../test/support/postgres.ts';
import { listPosted, postUntilKilled } from '../test/support/posting.ts';
import { cleanUp, makeFolder, startServer } from '../test/support/process.ts';
import { readNumber } from './options.ts';

const own = { key: 'k'.repeat(32), tag: 'drilled' };
const mostRounds = 50;
const mostPosts = 2000;

/**
 * Kills the service with -9 while six clients post, and on Postgres the server too (as a crash ends it), round after
 * round on the same data: every post that was ever answered 201 has to be there after each.
 */
export async function drillKill(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: { rounds: { type: 'string', default: '5' }, posts: { type: 'string', default: '100' } },
  });
  const rounds = readNumber(values.rounds, mostRounds);
  const posts = readNumber(values.posts, mostPosts);
  const binaries = await findPostgres();
  let postgres: PostgresServer | undefined;
  try {
    await killInRounds('embedded', { DATA_DIR: join(await makeFolder(), 'data') }, rounds, posts);
    if (binaries === undefined) process.stdout.write(`postgres: skipped, ${noPostgres}\n`);
    else {
      postgres = await createPostgres(binaries);
      const server = postgres;
      await killInRounds('postgres', { DATABASE_URL: server.url }, rounds, posts, async () => {
        await server.stop('immediate');
        await server.start();
      });
    }
  } finally {
    await cleanUp();
    await postgres?.remove();
  }
}

async function killInRounds(
  name: string,
  variables: Record<string, string>,
  rounds: number,
  posts: number,
  afterKill = async () => {},
): Promise<void> {
  const acknowledged: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const server = await startServer({ ...variables, ADMIN_KEY: own.key });
    // Not always at the same moment of the write.
    const count = Math.ceil(posts * (0.5 + Math.random() / 2));
    acknowledged.push(...(await postUntilKilled(server, { ...own, count })));
    await afterKill();
    const again = await startServer({ ...variables, ADMIN_KEY: own.key });
    const stored = await listPosted(again.url, own);
    const lost = acknowledged.filter((id) => !stored.has(id));
    assert.deepEqual(lost, [], `${name}, round ${round}: posts were lost that had been answered 201`);
    await again.stop();
    process.stdout.write(
      `${name}: round ${round} of ${rounds}, ${acknowledged.length} answered, none lost\n`,
    );
  }
}
