/** Times in milliseconds. The least says most where the machine has other work. */
export interface Spread {
  least: number;
  p50: number;
  p95: number;
  most: number;
  samples: number;
}

const longestClass = 20_000;
const fewestSamples = 5;

export async function measure(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Asks the queries in turn, each once before it counts; slow ones less often than asked for. */
export async function listSamples(
  queries: string[],
  samples: number,
  ask: (query: string) => Promise<void>,
): Promise<Spread> {
  for (const query of queries) await ask(query);
  const times: number[] = [];
  const start = performance.now();
  while (
    times.length < samples &&
    (times.length < fewestSamples || performance.now() - start < longestClass)
  ) {
    const query = queries[times.length % queries.length] ?? '';
    times.push(await measure(() => ask(query)));
  }
  return spreadOf(times);
}

export function spreadOf(times: number[]): Spread {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) =>
    Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)) / 10;
  return { least: at(0), p50: at(0.5), p95: at(0.95), most: at(1), samples: times.length };
}
