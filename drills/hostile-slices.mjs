// Loaded into the service before its own code (`node --import`): the longest slice of its event loop.
import { openSync, readSync } from 'node:fs';
import { createServer } from 'node:net';
import { isMainThread } from 'node:worker_threads';

/** How often it looks, in milliseconds. */
const interval = 2;

// Render threads take the same options.
if (isMainThread && process.env.SLICES_SOCKET) {
  // Run time of the main thread, in nanoseconds (schedstat, proc(5)): other processes lengthen no slice of it.
  const stat = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  const bytes = Buffer.alloc(100);
  const readRunTime = () =>
    Number.parseInt(bytes.toString('latin1', 0, readSync(stat, bytes, 0, bytes.length, 0)), 10) / 1e6;
  let last = readRunTime();
  let longest = 0;
  const look = () => {
    const now = readRunTime();
    longest = Math.max(longest, now - last);
    last = now;
  };
  setInterval(look, interval).unref();
  // Tells the longest slice since it told one last, and the run time in all, in milliseconds.
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    look();
    socket.end(JSON.stringify({ longest, runTime: last }));
    longest = 0;
  });
  server.listen(process.env.SLICES_SOCKET).unref();
}
