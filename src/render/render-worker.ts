import { parentPort } from 'node:worker_threads';
import { lexemesOf, writeLexemes } from '../search/lexemes.ts';
import { yieldToOthers } from '../thread.ts';
import { UnstableHtml } from './read-html.ts';
import { type Rendering, RenderingTooLarge, renderMarkdown, renderSource } from './render.ts';

/** A text to be rendered; with a fault, to be shown as its source. */
export interface RenderJob {
  body: string;
  fault: string | null;
}

/** A rendering, and what search finds its plain text by: long texts take as long for it as for the rest. */
export type Rendered = Rendering & {
  /** Written by `writeLexemes`. */
  lexemes: string;
};

/** What the worker says: that it can begin, as which thread, and what became of each job. */
export type RenderMessage = { ready: true; thread: number | null } | { rendered: Rendered };

/**
 * A lower priority of the operating system: half as much of a busy processor as each thread that reads, by the weights of
 * Linux's scheduler (526 to 1024). Lower still a post would starve; and no process may raise it again. It is set when the
 * modules are loaded, which a first post waits for.
 */
const niceness = 3;
const thread = yieldToOthers(niceness);

parentPort?.on('message', (job: RenderJob) => {
  const rendering = render(job);
  say({ rendered: { ...rendering, lexemes: writeLexemes(lexemesOf(rendering.text)) } });
});
say({ ready: true, thread });

function render({ body, fault }: RenderJob): Rendering {
  if (fault !== null) return renderSource(body, fault);
  try {
    return renderMarkdown(body);
  } catch (error) {
    return renderSource(body, describe(error));
  }
}

/** Whatever a text does to the libraries, it is answered by its source. */
function describe(error: unknown): string {
  if (error instanceof RenderingTooLarge || error instanceof UnstableHtml) return error.message;
  return error instanceof RangeError ? 'The text is nested too deeply' : 'The text could not be rendered';
}

function say(message: RenderMessage): void {
  parentPort?.postMessage(message);
}
