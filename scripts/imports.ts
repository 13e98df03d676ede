import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';

/** The layers of the source, from the top: what a file imports is in its own layer or below. */
export const layers = [
  ['main.ts'],
  ['cli'],
  ['sync'],
  ['app.ts'],
  ['pages', 'resources'],
  ['http', 'http/fast-path', 'http/plugins'],
  [
    'access',
    'archive',
    'cache',
    'config.ts',
    'settings.ts',
    'content',
    'http/document',
    'http/json',
    'http/proxies',
    'http/site',
    'images',
    'limits',
    'log',
    'outbound',
    'query',
    'search',
    'slugs',
    'storage',
    'validation',
  ],
  ['db', 'entities.ts'],
  [
    'cluster',
    'package-root.ts',
    'problem-schema.ts',
    'problem-types.ts',
    'problems.ts',
    'runtime',
    'version.ts',
    'wire.ts',
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
  [
    ...(texts.get(from) ?? '').matchAll(
      /^import\s+(type\s)?[^;]*?'([^']+)'|\bimport\('([^']+)'(?: as string)?\)/gm,
    ),
  ].map(([, typeOnly, named, called]): Import => {
    const to = named ?? called ?? '';
    const ours = to.startsWith('.');
    return { from, to: ours ? normalize(join(dirname(from), to)) : to, ours, typeOnly: Boolean(typeOnly) };
  }),
);
export const ownImports = imports.filter(({ ours }) => ours);

const folders = layers.flat();

/** The folder of a file that has a layer, the innermost one; the file when it lies in src itself. */
export const folderOf = (file: string) =>
  folders
    .filter((folder) => file === folder || file.startsWith(`${folder}/`))
    .sort((one, other) => other.length - one.length)[0] ?? (file.split('/')[0] as string);

/** The layer of a file, counted from the top; -1 when it has none. */
export const layerOf = (file: string) => layers.findIndex((layer) => layer.includes(folderOf(file)));
