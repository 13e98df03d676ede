import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { splitLines } from '../src/http/json/lines.ts';
import { createEmptyDatabase } from '../test/support/database.ts';
import { makeFolder, startServer } from '../test/support/process.ts';
import { onPostgres } from './on-postgres.ts';
import { readNumber } from './options.ts';

const key = 'k'.repeat(32);
const mostNotes = 5000;
/** Of the rate at which the batch takes the same bodies from a file, this much. */
const leastShare = 0.9;
const mostSeconds = 5;
const mostMegabytes = 150;

/**
 * Pushes a folder of notes of 10 KB, pushes it again, and sends the same bodies to `/v1/batch` from a file: the first takes
 * little longer than the last, the second some seconds, and the memory of the command is bounded.
 */
export async function drillPush(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { notes: { type: 'string', default: '3752' } } });
  const count = readNumber(values.notes, mostNotes);
  // Compiled, as it is installed.
  execFileSync(process.execPath, ['postil.mjs', 'help'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const { folder, file } = await writeNotes(count);
  await onPostgres(async (postgres) => {
    const settings = { ADMIN_KEY: key, SAMPLE_CONTENT: 'false' };
    const [first, second] = [
      await createEmptyDatabase(postgres.url),
      await createEmptyDatabase(postgres.url),
    ];
    const alone = await startServer({ ...settings, DATABASE_URL: first.url });
    const sent = await time(() => sendFile(alone.url, file, count));
    await alone.stop();
    const server = await startServer({ ...settings, DATABASE_URL: second.url });
    const pushed = await time(() => push(server.url, folder));
    const again = await time(() => push(server.url, folder));
    await server.stop();
    assert.match(pushed.result.stdout, new RegExp(`^notes: ${count} created`, 'm'));
    assert.match(again.result.stdout, new RegExp(`${count} left alone`));
    const share = sent.seconds / pushed.seconds;
    const megabytes = Math.max(pushed.result.megabytes, again.result.megabytes);
    process.stdout.write(
      `${count} notes: by /v1/batch from a file ${sent.seconds.toFixed(1)} s, pushed ${pushed.seconds.toFixed(1)} s (${share.toFixed(2)} of the rate), again ${again.seconds.toFixed(1)} s; at most ${megabytes} MB of the command\n`,
    );
    assert.ok(share >= leastShare, `a push has ${share.toFixed(2)} of the rate of a file`);
    assert.ok(again.seconds <= (mostSeconds * count) / 3752, 'a push that changes nothing is slow');
    assert.ok(megabytes < mostMegabytes, 'the command takes too much memory');
  });
}

async function time<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const begun = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - begun) / 1000 };
}

const sentence = 'The method reads every line twice, and keeps what both readings say of $x_i + y_i$. ';

/** A folder of notes of 10 KB, and the same as items of a batch in a file. */
async function writeNotes(count: number): Promise<{ folder: string; file: string }> {
  const place = await makeFolder();
  const folder = join(place, 'notes');
  const lines: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const within = `topic-${number % 40}`;
    const arxiv = `24${String(1 + (number % 12)).padStart(2, '0')}.${String(10_000 + number)}`;
    const sections = ['Problem', 'Method', 'Experiments', 'Limits'].map(
      (title) => `## ${title}\n\n${sentence.repeat(29)}\n\n- one\n- two of ${number}\n`,
    );
    const body = `${sections.join('\n')}\n`;
    const head = `# Reading ${number}\n\n> **arXiv**: [${arxiv}](https://arxiv.org/abs/${arxiv})\n\n`;
    await mkdir(join(folder, within), { recursive: true });
    await writeFile(join(folder, within, `note-${number}.md`), `${head}${body}`);
    const paper = { title: `Reading ${number}`, identifiers: { arxiv } };
    const data = { paper, source: `${number}`, body: `${head}${body}`, language: 'en', category: [within] };
    lines.push(`${JSON.stringify({ type: 'review', data })}\n`);
  }
  const file = join(place, 'notes.ndjson');
  await writeFile(file, lines);
  return { folder, file };
}

/** Sends a file to the batch, and reads all that is answered. */
async function sendFile(url: string, file: string, count: number): Promise<void> {
  const sending = request(`${url}/v1/batch?createMissing=true&updatePapers=true&distinct=true`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
  });
  createReadStream(file).pipe(sending);
  const [response] = await once(sending, 'response');
  let created = 0;
  for await (const line of splitLines(response)) created += JSON.parse(line).outcome === 'created' ? 1 : 0;
  assert.equal(created, count);
}

/** Runs the command. @returns what it printed, and the most that was resident of it (Linux only, else 0) */
async function push(url: string, folder: string): Promise<{ stdout: string; megabytes: number }> {
  const command = spawn(process.execPath, ['postil.mjs', 'push', folder, '--url', url, '--key', key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [stdout, megabytes] = ['', 0];
  command.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const watching = setInterval(async () => {
    const status = await readFile(`/proc/${command.pid}/status`, 'utf8').catch(() => '');
    const resident = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
    megabytes = Math.max(megabytes, Math.round(resident / 1024));
  }, 100);
  await once(command, 'close');
  clearInterval(watching);
  return { stdout, megabytes };
}
