import { cpus, totalmem } from 'node:os';
import type { Sql } from 'postgres';

/** What the figures of a run depend on. */
export async function describeMachine(sql: Sql): Promise<Record<string, unknown>> {
  const [server] = await sql`
    select version(), current_setting('shared_buffers') as shared_buffers, current_setting('fsync') as fsync`;
  return {
    processors: cpus().length,
    processor: cpus()[0]?.model,
    gibibytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    ...server,
  };
}
