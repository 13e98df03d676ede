import type { ChildProcess } from 'node:child_process';
import { Problem } from '../problems.ts';
import { startProcess } from '../runtime/thread.ts';
import { explainFullDisk } from '../storage/storage.ts';
import type { CleanedImage } from './clean.ts';
import type { ImageAnswer, ImageOrder } from './image-worker.ts';
import { invalidImage } from './refusal.ts';
import type { WrittenVariant } from './variant.ts';

/** The limit of wall-clock time as a multiple of processor time, for a busy machine. */
const longestWait = 4;
/** The wall-clock time for the start of the process besides, in milliseconds. */
const startTime = 30_000;
/** The signals by which a process ends for a fault of its own: what the picture made of the decoder. */
const crashes = ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP', 'SIGSYS'];

/**
 * Starts an image process. It gets no environment, hence no secret; by itself it does not keep this process alive. Few
 * arenas, and large blocks mapped, keep glibc from holding what was freed.
 */
export function startImageProcess(): ChildProcess {
  const child = startProcess('image-worker', import.meta.url, {
    env: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '1048576' },
    execArgv: ['--max-old-space-size=128'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => undefined);
  keepAlive(child, false);
  return child;
}

/**
 * Sends an order to an idle image process, and waits for the answer; the process is killed after several times the
 * order's processor time.
 * @throws Problem `image-invalid` when the process crashed on the picture, `unavailable` when it was ended from outside or was too
 * slow; other errors are not the picture's
 */
export async function askImageProcess(child: ChildProcess, order: ImageOrder): Promise<ImageAnswer> {
  keepAlive(child, true);
  try {
    const answer = await receiveAnswer(child, order);
    if ('exceeded' in answer) child.kill('SIGKILL');
    return answer;
  } finally {
    keepAlive(child, false);
  }
}

/**
 * Reads the result of an answer.
 * @throws Problem `image-invalid` for the picture, also when it exceeded a limit; `storage-unavailable` when a disk is full; other
 * errors are not the picture's
 */
export function readResult(answer: ImageAnswer): CleanedImage | WrittenVariant {
  if ('exceeded' in answer)
    throw invalidImage(`The picture takes more than ${answer.exceeded}. Scale it down, or simplify it.`);
  if ('refused' in answer) throw invalidImage(answer.refused);
  if ('fault' in answer) throw explainFullDisk(new Error(answer.fault));
  return answer.result;
}

function receiveAnswer(child: ChildProcess, order: ImageOrder): Promise<ImageAnswer> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      settle();
    };
    const onMessage = (message: unknown) => end(() => resolve(message as ImageAnswer));
    const onExit = (code: number | null, signal: string | null) =>
      end(() => reject(explainExit(code, signal)));
    const onError = (error: Error) => {
      child.kill('SIGKILL');
      end(() => reject(unavailable(`The image process cannot be asked: ${error.message}`)));
    };
    const onLate = () => {
      child.kill('SIGKILL');
      end(() =>
        reject(unavailable('The picture could not be processed in time, for want of processor time')),
      );
    };
    const timer = setTimeout(onLate, startTime + order.milliseconds * longestWait);
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    child.send(order);
  });
}

function explainExit(code: number | null, signal: string | null): Error {
  if (signal !== null && crashes.includes(signal))
    return invalidImage(
      `The decoder broke off on the picture (${signal}). Save it again in another program.`,
    );
  return signal === null
    ? new Error(`The image process ended with code ${code}; is sharp installed for this platform?`)
    : unavailable(`The image process was ended from outside (${signal})`);
}

/** @param detail without the remedy */
export function unavailable(detail: string): Problem {
  return new Problem('unavailable', `${detail}. Send it again after the seconds in \`Retry-After\`.`, {
    headers: { 'Retry-After': '5' },
  });
}

function keepAlive(child: ChildProcess, isAlive: boolean): void {
  const method = isAlive ? 'ref' : 'unref';
  child[method]();
  child.channel?.[method]();
}
