/** Grows with every change of what comes out; what a smaller one made is rendered again. */
export const rendererVersion = 3;
