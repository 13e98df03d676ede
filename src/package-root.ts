/** The folder of the package, of `package.json`: the one above `src/` and `dist/`. */
const root = new URL('../', import.meta.url);

/** The URL of a file or folder of the package, by its path from the root: `docs/`, `migrations`. */
export const packageUrl = (path: string): URL => new URL(path, root);
