// The process that asks, so that nobody measured shares its thread: forked by fire.ts, one shot a message.
import autocannon from 'autocannon';
import type { Shot, Volley } from './fire.ts';
import { writePosts } from './posts.ts';

const mostSeconds = 20;
let posted = 0;

process.on('message', async (shot: Shot) => {
  let volley = await shoot(shot);
  // What is slow gets longer.
  for (let { seconds } = shot; volley.answers === 0 && seconds < mostSeconds; seconds *= 4)
    volley = await shoot({ ...shot, seconds: seconds * 4 });
  process.send?.(volley);
});

function shoot({ url, requests, posts, seconds, connections, expect, rate }: Shot): Promise<Volley> {
  const bodies = posts ? writePosts(posts.rows, posted, posts.most) : [];
  posted += bodies.length;
  let taken = 0;
  const asked = requests.map((request) =>
    posts
      ? {
          ...request,
          setupRequest: (made: object) => ({ ...made, body: bodies[taken++ % bodies.length] ?? '' }),
        }
      : request,
  );
  let clients = 0;
  // Each client begins somewhere else, so that they do not all ask for the same.
  const setupClient = (client: autocannon.Client) => {
    const first = Math.floor((clients++ * asked.length) / connections) % asked.length;
    client.setRequests([...asked.slice(first), ...asked.slice(0, first)] as autocannon.Request[]);
  };
  const times: number[] = [];
  let unexpected = 0;
  return new Promise((resolve, reject) => {
    const run = autocannon(
      {
        ...{
          url,
          connections,
          duration: seconds,
          sampleInt: 100,
          timeout: 120,
          requests: asked as autocannon.Request[],
        },
        ...(posts ? {} : { setupClient }),
        ...(rate ? { overallRate: rate } : {}),
      },
      (error: unknown, result: autocannon.Result) => {
        if (error) return reject(error);
        const used = posts ? Math.min(taken, bodies.length) : 0;
        posted -= bodies.length - used;
        times.sort((one, other) => one - other);
        const at = (share: number) =>
          times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
        resolve({
          answers: times.length,
          seconds: result.duration,
          ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99) },
          errors: result.errors + result.timeouts + (posts && taken > bodies.length ? 1 : 0),
          unexpected,
        });
      },
    );
    run.on('response', (_client, status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (status !== expect) unexpected += 1;
    });
  });
}
