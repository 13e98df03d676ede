import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { yieldProcess } from '../src/runtime/thread.ts';

/** What is to be uploaded: PNG files, all at once. */
export interface Uploads {
  url: string;
  key: string;
  files: string[];
}

/** What came of it. */
export interface Uploaded {
  /** Statuses but 201, and 503 that was sent again. */
  unexpected: string[];
  seconds: number;
}

/** Real clients have processors of their own: this one takes what the service and its readers leave, as the image process does. */
const niceness = 10;

async function uploadAll({ url, key, files }: Uploads): Promise<Uploaded> {
  const begun = performance.now();
  const ends = await Promise.all(files.map((file) => upload(url, key, file)));
  return { unexpected: ends.filter((end) => end !== '201'), seconds: (performance.now() - begun) / 1000 };
}

/** Streams a file until it is taken: after a 503 again, when its `Retry-After` says. @returns the status, with the body of an error */
async function upload(url: string, key: string, file: string): Promise<string> {
  const { size } = await stat(file);
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'image/png', 'content-length': size };
  for (;;) {
    const asked = request(`${url}/v1/images`, { method: 'POST', headers });
    const sent = pipeline(createReadStream(file), asked);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const said = await text(answer);
    await sent;
    if (answer.statusCode === 201) return '201';
    if (answer.statusCode !== 503) return `${answer.statusCode} ${said}`;
    await sleep(1000 * Number(answer.headers['retry-after']));
  }
}

yieldProcess(niceness);
process.on('message', (asked: Uploads) => {
  uploadAll(asked).then(
    (uploaded) => process.send?.(uploaded),
    (error: unknown) => {
      process.stderr.write(`${error}\n`);
      process.exit(1);
    },
  );
});
