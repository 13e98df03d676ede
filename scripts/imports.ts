import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';

/** The layers of the source, from the top: what a file imports is in its own layer or below. */
export const layers = [
  ['main.ts'],
  ['cli'],
  ['import', 'notes', 'sample'],
  ['caller.ts'],
  ['app.ts'],
  ['resources'],
  ['plugins'],
  [
    'access',
    'archive',
    'bounded-keywords.ts',
    'cache',
    'citations',
    'config.ts',
    'feeds',
    'history',
    'identifiers',
    'json',
    'jsonld',
    'limits',
    'list',
    'logger.ts',
    'proxies',
    'render',
    'rules.ts',
    'search',
    'site',
    'slugs',
    'text',
    'validation.ts',
  ],
  ['db', 'entities.ts'],
  [
    'heap.ts',
    'log-destination.ts',
    'memory-budget.ts',
    'problems.ts',
    'slices.ts',
    'thread.ts',
    'event-loop.ts',
    'version.ts',
    'wire.ts',
    'workers',
  ],
];

export interface Import {
  from: string;
  /** The file of ours, from src, or the name of a package. */
  to: string;
  ours: boolean;
  typeOnly: boolean;
}

/** The source files, from src. */
export const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

export const texts = new Map(files.map((file) => [file, readFileSync(join('src', file), 'utf8')]));

/** Every import of the source files, static and dynamic. */
export const imports = files.flatMap((from) =>
  [...(texts.get(from) ?? '').matchAll(/^import\s+(type\s)?[^;]*?'([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, typeOnly, named, called]): Import => {
      const to = named ?? called ?? '';
      const ours = to.startsWith('.');
      return { from, to: ours ? normalize(join(dirname(from), to)) : to, ours, typeOnly: Boolean(typeOnly) };
    },
  ),
);
export const ownImports = imports.filter(({ ours }) => ours);

/** The folder of a file in src, or the file when it lies in src itself. */
export const folderOf = (file: string) => file.split('/')[0] ?? file;

/** The layer of a file, counted from the top; -1 when it has none. */
export const layerOf = (file: string) => layers.findIndex((folders) => folders.includes(folderOf(file)));
