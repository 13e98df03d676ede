import cluster from 'node:cluster';
import { constants, openSync, writeSync } from 'node:fs';

/** So much waits in memory for a log that cannot be written, in bytes, before lines are dropped. */
const capacity = 1024 * 1024;
/** POSIX writes so much to a pipe as a whole or not at all (PIPE_BUF): lines of several processes stay apart. */
const atomicWrite = 4096;
/** After how long it is tried again, in milliseconds: when a reader is slow, and when the disk is full, say. */
const [shortPause, longPause] = [10, 1000];
/** How long the end of the process waits for a reader, in milliseconds. */
const longestFlush = 500;

/**
 * A bounded, non-blocking writer of lines. A log that cannot be written, because its disk is full or nobody reads it,
 * loses lines, not requests: what does not fit into memory is dropped and counted, and the count is logged when writing
 * is possible again. Lines of one turn of the event loop are written together, which is cheaper than each by itself.
 */
export class LogDestination {
  readonly #fd: number;
  /** Whole lines, in pieces that are written at once. */
  #pieces: string[] = [];
  /** Bytes of the last of these, and of all. */
  #lastBytes = 0;
  #bytes = 0;
  /** What is left of a piece of which only the beginning could be written. */
  #rest = Buffer.alloc(0);
  #lost = 0;
  #isScheduled = false;
  /** What a line of the log becomes before it is written. */
  format = (line: string): string => line;

  constructor(fd: number) {
    this.#fd = fd;
  }

  /** @param line of the log, with its line break */
  write(line: string): void {
    this.print(this.format(line));
  }

  /** Writes what is no line of the log. @param line with its line break */
  print(line: string): void {
    const bytes = Buffer.byteLength(line);
    if (this.#bytes + bytes > capacity) {
      this.#lost += 1;
      return;
    }
    this.#append(line, bytes);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.#flush());
  }

  /** Writes what waits, without the event loop, for a bounded time. */
  flushSync(): void {
    const end = performance.now() + longestFlush;
    while (this.#drain() === shortPause && performance.now() < end) sleepSync(shortPause);
  }

  #append(line: string, bytes: number): void {
    const last = this.#pieces.length - 1;
    const isNew = last < 0 || this.#lastBytes + bytes > atomicWrite;
    if (isNew) this.#pieces.push(line);
    else this.#pieces[last] += line;
    this.#lastBytes = isNew ? bytes : this.#lastBytes + bytes;
    this.#bytes += bytes;
  }

  #flush(): void {
    const pause = this.#drain();
    this.#isScheduled = pause > 0;
    if (pause > 0) setTimeout(() => this.#flush(), pause).unref();
  }

  /** Writes until nothing waits (0), or the log takes no more: then in how many milliseconds it is to be tried again. */
  #drain(): number {
    for (;;) {
      if (this.#rest.length === 0) {
        if (this.#pieces.length === 0 && this.#lost > 0) this.#appendLost();
        const piece = this.#pieces.shift();
        if (piece === undefined) return 0;
        this.#rest = Buffer.from(piece);
      }
      try {
        const written = writeSync(this.#fd, this.#rest);
        this.#rest = this.#rest.subarray(written);
        this.#bytes -= written;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EAGAIN' ? shortPause : longPause;
      }
    }
  }

  #appendLost(): void {
    const entry = JSON.stringify({
      level: 40,
      time: Date.now(),
      ...(cluster.isWorker ? { pid: process.pid } : {}),
      lost: this.#lost,
      msg: 'lines of the log were lost: it could not be written',
    });
    this.#lost = 0;
    const line = this.format(`${entry}\n`);
    this.#append(line, Buffer.byteLength(line));
  }
}

let standardOutput: LogDestination | undefined;

/** Where this process writes its log: its standard output, of which there is one. It is flushed at the exit. */
export function openLogDestination(): LogDestination {
  if (standardOutput) return standardOutput;
  standardOutput = new LogDestination(openStandardOutput());
  const { flushSync } = standardOutput;
  process.on('exit', flushSync.bind(standardOutput));
  return standardOutput;
}

/** A descriptor that does not block. Node makes pipes and sockets so when it is asked for its stream, terminals not. */
function openStandardOutput(): number {
  if (!process.stdout.isTTY) return 1;
  try {
    return openSync('/dev/fd/1', constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return 1;
  }
}

function sleepSync(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
