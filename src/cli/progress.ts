import { SingleBar } from 'cli-progress';

/**
 * A bar on a terminal; nothing where the output is read by a program.
 * @param what the things that are counted, in the plural
 * @returns told how many are done; the bar goes when all are
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
