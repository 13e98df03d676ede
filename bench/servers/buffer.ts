// A bare Fastify that has nothing to do: it sends ready bytes, whatever is asked for. Which ones comes by message.
import fastify from 'fastify';

/** What is sent: the headers that say what the body is, and the body in Base64. */
export interface Ready {
  headers: Record<string, string>;
  body: string;
}

let [headers, body]: [[string, string][], Buffer] = [[], Buffer.alloc(0)];

const app = fastify({ logger: false });
app.get('/', (_request, reply) => {
  for (const [name, value] of headers) reply.header(name, value);
  reply.send(body);
});

process.on('message', (ready: Ready) => {
  headers = Object.entries(ready.headers);
  body = Buffer.from(ready.body, 'base64');
  process.send?.('ready');
});
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
