#!/usr/bin/env node
// Builds dist/ when it is missing or older than src/, then runs the command of dist/main.js.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const main = join(root, 'dist', 'main.js');

function newestIn(folder) {
  return Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
  );
}

if (
  existsSync(join(root, 'src')) &&
  (!existsSync(main) || statSync(main).mtimeMs < newestIn(join(root, 'src')))
) {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const begun = Date.now();
  const say = (rest) => {
    const msg = `Compiling, once after each change of the source${rest}`;
    const line = process.stderr.isTTY ? msg : JSON.stringify({ level: 30, time: Date.now(), msg });
    process.stderr.write(`${line}\n`);
  };
  say(' …');
  const timer = setInterval(() => say(` (${Math.round((Date.now() - begun) / 1000)} s)`), 1500);
  const compiling = spawn(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--noCheck'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  const [code] = await once(compiling, 'exit');
  clearInterval(timer);
  if (code !== 0) process.exit(code ?? 1);
}
await import('./dist/main.js');
