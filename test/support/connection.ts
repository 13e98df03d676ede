import { once } from 'node:events';
import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
} from 'node:http';
import { text } from 'node:stream/consumers';

export interface ConnectionAnswer {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: the body is what the test is about
  body: any;
}

interface Asked {
  key?: string;
  method?: string;
  body?: unknown;
}

/** One connection to a server, kept alive: whatever is asked goes to the same process, until that closes it. */
export class KeptConnection {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(url: string) {
    this.#url = url;
  }

  /** @throws what Node says of a connection that ended without an answer */
  ask(path: string, { key, method, body }: Asked = {}): Promise<ConnectionAnswer> {
    const asking = this.#open(path, method ?? (body === undefined ? 'GET' : 'POST'), {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}`, 'if-match': '*' }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    });
    asking.end(body === undefined ? undefined : JSON.stringify(body));
    return readAnswer(asking);
  }

  /** Posts the first half of a body. @returns when the server has begun to read it, what posts the other one */
  async beginPost(path: string, { key, body }: Asked): Promise<() => Promise<ConnectionAnswer>> {
    const bytes = Buffer.from(JSON.stringify(body));
    const post = this.#open(path, 'POST', {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': bytes.length,
      // The server says when it has the headers: from there on the request is in flight.
      expect: '100-continue',
    });
    post.flushHeaders();
    await once(post, 'continue');
    post.write(bytes.subarray(0, 20));
    return () => {
      post.end(bytes.subarray(20));
      return readAnswer(post);
    };
  }

  #open(path: string, method: string, headers: OutgoingHttpHeaders) {
    return request(this.#url + path, { agent: this.#agent, method, headers });
  }

  close(): void {
    this.#agent.destroy();
  }
}

async function readAnswer(asking: ClientRequest): Promise<ConnectionAnswer> {
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const answer = await text(response);
  return { status: response.statusCode, headers: response.headers, body: JSON.parse(answer) };
}
