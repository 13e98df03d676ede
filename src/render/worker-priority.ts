import { yieldToOthers } from '../thread.ts';

/** Readers wait for nobody's rendering, even where all processors are busy. */
const niceness = 10;

/** The thread that renders, by the id that `readThreadTime` takes. */
export const thread = yieldToOthers(niceness);
