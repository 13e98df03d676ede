import { SingleBar } from 'cli-progress';

/**
 * A progress bar on a terminal, and nothing elsewhere.
 * @param what the counted items, in the plural
 * @returns to be called with the number done; the bar disappears at the total
 */
export function showProgress(what: string, total: number): (done: number) => void {
  if (!process.stderr.isTTY || total === 0) return () => undefined;
  const bar = new SingleBar({
    format: `${what} {bar} {value}/{total}`,
    clearOnComplete: true,
    stream: process.stderr,
  });
  bar.start(total, 0);
  return (done) => {
    bar.update(done);
    if (done === total) bar.stop();
  };
}
