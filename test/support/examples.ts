import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Block } from './documents.ts';
import { findPort } from './proxy.ts';

/** What is not part of a fresh clone, or is installed into it. */
const left = ['.git', 'node_modules', 'dist', 'data'];

export const noCurl =
  spawnSync('curl', ['--version']).status === 0 ? false : 'there is no curl on this machine';

/** Whether a block runs in the tests. What follows its language says why it does not. */
export const isRun = ({ language, note }: Block) => language === 'sh' && !note.startsWith('not run: ');

/** A fresh clone, in which the examples of the documents run against the server that README starts. */
export class Clone {
  readonly folder = mkdtempSync(join(tmpdir(), 'postil-clone-'));
  #port = 0;

  async prepare(): Promise<void> {
    for (const name of readdirSync('.').filter((name) => !left.includes(name)))
      cpSync(name, join(this.folder, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(this.folder, 'node_modules'));
    this.#port = await findPort();
  }

  /**
   * Runs blocks of a document one after the other in one shell, which ends at the first command that fails.
   * @returns what each printed
   */
  async run(blocks: Block[]): Promise<string[]> {
    const mark = '=== the next block ===';
    const script = blocks.map(({ note, text }) => {
      const command = note === 'refused' ? `if (\n${text}\n) 2>/dev/null; then exit 99; fi` : text;
      return `echo '${mark}'\n${command.replaceAll('127.0.0.1:3000', `127.0.0.1:${this.#port}`)}`;
    });
    const { PATH = '', HOME = '' } = process.env;
    const running = promisify(execFile)('bash', ['-c', [prelude, ...script].join('\n')], {
      cwd: this.folder,
      env: {
        PATH: `${resolve('node_modules/.bin')}:${PATH}`,
        HOME,
        PORT: `${this.#port}`,
        LC_ALL: 'C.UTF-8',
      },
      maxBuffer: 2 ** 26,
    });
    const { stdout, stderr, code = 0 } = await running.catch((failure) => failure);
    const printed: string[] = stdout.split(`${mark}\n`).slice(1);
    assert.equal(code, 0, `line ${blocks[printed.length - 1]?.line}: ${printed.at(-1)}${stderr}`);
    return printed;
  }

  remove(): void {
    const started = join(this.folder, 'start.pid');
    if (existsSync(started)) process.kill(Number(readFileSync(started, 'utf8')), 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Scripts of package.json are run without npm, which would start slowly and be one process more. `npm ci` is left to
 * those who run the tests. An answer that is an error fails, as the examples do not let curl do.
 */
const prelude = `set -e
script() { node -p "JSON.parse(require('fs').readFileSync('package.json')).scripts['$1']"; }
npm() {
  case "$1" in
    ci) test -d node_modules ;;
    start)
      bash -c "$(script start)" >start.log 2>&1 &
      echo $! >start.pid
      until grep -q 'Postil is ready' start.log; do kill -0 $!; sleep 0.2; done ;;
    run)
      local command; command=$(script "$2"); shift 2
      if [ "$1" = -- ]; then shift; fi
      $command "$@" ;;
    *) return 1 ;;
  esac
}
curl() {
  local status=0
  command curl --fail-with-body --show-error "$@" || status=$?
  echo
  return $status
}`;
