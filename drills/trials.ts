import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const mostTimes = 1000;
const mostMinutes = 120;

/**
 * Runs the tests that try many inputs with so many more of them, on the engine that `npm test` would take, and with
 * others every time, which `npm test` does not. A test that fails tells the seed of its trial.
 */
export async function drillTrials(options: string[]): Promise<void> {
  const { values } = parseArgs({
    args: options,
    options: { times: { type: 'string', default: '20' }, minutes: { type: 'string', default: '30' } },
  });
  const times = readNumber('times', values.times, mostTimes);
  const minutes = readNumber('minutes', values.minutes, mostMinutes);
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((file) => join('test', file))
    .filter((file) => file.endsWith('.test.ts') && /\b(trials|turnOf)\(/.test(readFileSync(file, 'utf8')));
  const tests = spawn(process.execPath, ['test/support/run.mjs', ...files], {
    stdio: 'inherit',
    env: { ...process.env, TRIALS: `${times}` },
    timeout: minutes * 60_000,
  });
  const [code] = await once(tests, 'close');
  assert.equal(code, 0, `the trials failed, or took more than ${minutes} minutes`);
}

function readNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  assert.ok(Number.isInteger(number) && number > 0 && number <= most, `--${name} is 1 to ${most}`);
  return number;
}
