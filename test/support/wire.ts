import { once } from 'node:events';
import { connect } from 'node:net';

export interface WireAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** Writes a request as it is, its head being the request line and the headers. */
export function writeRequest(head: string[], body: string | Buffer = ''): Buffer {
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body)]);
}

/** Everything that comes back until the server closes the connection. */
export async function exchange(port: number, ...parts: Buffer[]): Promise<WireAnswer[]> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => socket.destroy());
  for (const part of parts) socket.write(part);
  await once(socket, 'close');
  return readAnswers(Buffer.concat(chunks).toString());
}

/** Splits what came over a connection into its answers; none here is chunked. */
export function readAnswers(text: string): WireAnswer[] {
  const answers: WireAnswer[] = [];
  for (let rest = text; rest !== ''; ) {
    const end = rest.indexOf('\r\n\r\n');
    const [line = '', ...lines] = rest.slice(0, end).split('\r\n');
    const pairs = lines.map((header) => header.split(/: (.*)/s));
    const headers = Object.fromEntries(pairs.map(([name = '', value = '']) => [name.toLowerCase(), value]));
    const bytes = Buffer.from(rest.slice(end + 4));
    const length = Number(headers['content-length'] ?? 0);
    answers.push({
      status: Number(line.split(' ')[1]),
      headers,
      text: bytes.subarray(0, length).toString(),
    });
    rest = bytes.subarray(length).toString();
  }
  return answers;
}
