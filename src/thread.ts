import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread on the module of that name beside the caller's: it is JavaScript in dist and TypeScript in
 * src, as this module is, and tsx looks after the main thread only.
 * @param beside the `import.meta.url` of the caller
 */
export function startThread(name: string, beside: string, options: WorkerOptions): Worker {
  const extension = extname(import.meta.url);
  return new Worker(new URL(`./${name}${extension}`, beside), {
    ...options,
    execArgv: extension === '.ts' ? ['--import', loadTypeScript()] : [],
  });
}

function loadTypeScript(): string {
  return `data:text/javascript,import { register } from '${import.meta.resolve('tsx/esm/api')}'; register();`;
}
