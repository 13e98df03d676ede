import { parentPort } from 'node:worker_threads';
import { yieldToOthers } from '../../runtime/thread.ts';
import { lexemesOf, writeLexemes } from '../../search/lexemes.ts';
import type { ShownImages } from './images.ts';
import { UnstableHtml } from './read-html.ts';
import { type Rendering, RenderingTooLarge, renderMarkdown, renderSource } from './render.ts';

/** A text to render; with a fault, to show as its source. */
export interface RenderJob {
  body: string;
  /** The images that it refers to. */
  images: ShownImages;
  fault: string | null;
}

/** A rendering, with the lexemes of its plain text: of a long text they take as long as the rest. */
export type Rendered = Rendering & {
  /** As of `writeLexemes`. */
  lexemes: string;
};

/** The worker's messages: ready, with its thread id, and the result of each job. */
export type RenderMessage = { ready: true; thread: number | null } | { rendered: Rendered };

/**
 * The niceness of rendering: half the share of each thread that serves reads on a busy processor, by the weights of
 * Linux's scheduler (526 to 1024). Lower still a post would starve; and a process may not raise it again. It is set
 * when the modules are loaded, which a first post waits for.
 */
const niceness = 3;
const thread = yieldToOthers(niceness);

parentPort?.on('message', (job: RenderJob) => {
  const rendering = render(job);
  say({ rendered: { ...rendering, lexemes: writeLexemes(lexemesOf(rendering.text)) } });
});
say({ ready: true, thread });

function render({ body, images, fault }: RenderJob): Rendering {
  if (fault !== null) return renderSource(body, fault);
  try {
    return renderMarkdown(body, images);
  } catch (error) {
    return renderSource(body, describe(error));
  }
}

/** The fault for any error of the libraries. */
function describe(error: unknown): string {
  if (error instanceof RenderingTooLarge || error instanceof UnstableHtml) return error.message;
  return error instanceof RangeError ? 'The text is nested too deeply' : 'The text could not be rendered';
}

function say(message: RenderMessage): void {
  parentPort?.postMessage(message);
}
