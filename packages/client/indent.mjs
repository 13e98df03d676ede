// Indents the declarations by tabs: tsc writes four spaces, which would be a third of their size.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('dist/', import.meta.url);
for (const name of readdirSync(folder).filter((file) => file.endsWith('.d.ts'))) {
  const text = readFileSync(new URL(name, folder), 'utf8');
  writeFileSync(
    new URL(name, folder),
    text.replace(/^( {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4)),
  );
}
