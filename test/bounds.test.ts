import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** These are no part of the service: a command reads them, and ends. */
const commands = /^(cli|sync|archive)\//;

/** A collection of a module or a class, or within a plugin, that begins empty: it lives as long as those do. */
function listCollections(file: string): string[] {
  const text = readFileSync(`src/${file}`, 'utf8');
  const within = file.startsWith('http/plugins/') ? '(?:  )?' : '';
  const kinds = '(?:LRUCache|WeakMap|WeakSet|Map(?:<[^(\\n]*)?\\(\\)|Set(?:<[^(\\n]*)?\\(\\))';
  const patterns = [
    `^${within}(?:export )?(?:const|let) (\\w+)(?:: [^=\\n]+)? = new ${kinds}`,
    `^  (?:private |readonly |static )*(#?\\w+)(?:: [^=\\n]+)? = new ${kinds}`,
    `^\\s+this\\.(#?\\w+) (?:\\?\\?)?= new ${kinds}`,
    '^(?:const|let) (\\w+): [^=\\n]+\\[\\] = \\[\\];',
    '^  (?:readonly )?(#\\w+): [^=\\n]+\\[\\] = \\[\\];',
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, 'gm'))].map(([, name = '']) => name),
  );
}

test('everything that is kept between requests stands in docs/limits.md, with its bound', () => {
  const lines = readFileSync('docs/limits.md', 'utf8')
    .split('\n\n')
    .flatMap((part) => (part.startsWith('|') ? part.split('\n') : [part.replaceAll('\n', ' ')]));
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !commands.test(file),
  );
  const found = files.flatMap((file) => listCollections(file).map((name) => ({ file, name })));
  assert.ok(found.length > 20);
  const isListed = ({ file, name }: { file: string; name: string }) =>
    lines.some((line) => {
      const [, after = ''] = line.split(`\`${file}\``);
      // A file alone stands for all in it.
      return line.includes(`\`${file}\``) && (/^[,.]/.test(after) || after.includes(`\`${name}\``));
    });
  assert.deepEqual(
    found.filter((one) => !isListed(one)).map(({ file, name }) => `${file} ${name}`),
    [],
  );
});

test('docs/limits.md names nothing that is not there', () => {
  const text = readFileSync('docs/limits.md', 'utf8');
  for (const [, file = ''] of text.matchAll(/`([\w/-]+\.ts)`/g)) readFileSync(`src/${file}`, 'utf8');
});
