// Runs a command on a Postgres that is started for it: TEST_DATABASE_URL is set. Ends as the command does, or with 69
// (EX_UNAVAILABLE of sysexits.h) when there is no Postgres on this machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createPostgres, findPostgres, noPostgres } from './postgres.ts';

const [command = 'npm', ...args] = process.argv.slice(2);
const binaries = await findPostgres();
if (binaries === undefined) {
  process.stderr.write(`${noPostgres}\n`);
  process.exit(69);
}
const postgres = await createPostgres(binaries);
try {
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: postgres.url },
  });
  // The command ends by the same signal, and Postgres after it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'close');
  process.exitCode = code ?? 1;
} finally {
  await postgres.remove();
}
