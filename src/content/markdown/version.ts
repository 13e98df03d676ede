/** Incremented with every change of the output; renderings of earlier versions are rendered again. */
export const rendererVersion = 9;
