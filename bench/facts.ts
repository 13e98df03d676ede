import type { Sql } from 'postgres';

/** Does something once for a database, and knows afterwards what came out. */
export async function once<T>(sql: Sql, name: string, work: () => Promise<T>): Promise<T> {
  await sql`create table if not exists bench_facts (name text primary key, fact json)`;
  const [known] = await sql`select fact from bench_facts where name = ${name}`;
  if (known) return known.fact as T;
  report(`${name} …`);
  const fact = await work();
  await sql`insert into bench_facts values (${name}, ${JSON.stringify(fact ?? null)}::text::json)`;
  return fact;
}

/** Tells how far it is, with the time of day. */
export function report(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}
