import { readFileSync } from 'node:fs';
import { Socket, type SocketConstructorOpts } from 'node:net';
import { type ConnectionOptions, checkServerIdentity, type PeerCertificate } from 'node:tls';
import { AddressFault, type Server, type Tls } from './address.ts';
import { connectionFault } from './faults.ts';

/** One that takes no more for now would hold back what is sent together. */
const makeSocket = () => new Socket({ writableHighWaterMark: 2 ** 20 } as SocketConstructorOpts);

/**
 * Makes the socket of a client on a path. postgres.js asks for another one when the first is closed before the server
 * said anything (as a proxy does whose server is away), and would do so for ever.
 */
export function openPathOnce(path: string) {
  let isOpened = false;
  return async () => {
    if (isOpened) throw connectionFault('The connection was closed');
    isOpened = true;
    return makeSocket().connect(path);
  };
}

/**
 * Makes the sockets of a client: to each server once, in their order, until one of them is what is wanted (multiple
 * hosts of libpq). postgres.js asks for the next one itself; with several it says nothing when there is none left.
 * @param timeout for each of several, in milliseconds
 * @param onNone told the last fault when no server is left
 * @returns what makes the next socket, and what compares a certificate with the host that it leads to
 */
export function openServersOnce(servers: Server[], timeout: number, onNone: (error: Error) => void) {
  let tried = 0;
  let fault: Error | undefined;
  const open = async () => {
    for (;;) {
      const server = servers[tried++];
      if (!server) {
        const error = fault ?? connectionFault('The connection was closed');
        onNone(error);
        throw error;
      }
      const socket = connect(server);
      if (servers.length === 1) return socket;
      try {
        await untilConnected(socket, timeout);
        fault = connectionFault('None of the servers takes writes');
        return socket;
      } catch (error) {
        socket.destroy();
        fault = error as Error;
      }
    }
  };
  // Node compares with "localhost" where the host is an IP address and the socket was made before.
  const checkHost = (_name: string, certificate: PeerCertificate) =>
    checkServerIdentity(servers[tried - 1]?.host ?? '', certificate);
  return { open, checkHost };
}

function connect({ host, port }: Server): Socket {
  const socket = makeSocket();
  if (host.startsWith('/')) return socket.connect(`${host}/.s.PGSQL.${port}`);
  // postgres.js takes the name that TLS is to prove from here.
  return Object.assign(socket.connect(port, host), { host, port });
}

function untilConnected(socket: Socket, timeout: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(connectionFault('The server does not answer')), timeout);
    const settle = (finish: () => void) => () => {
      clearTimeout(timer);
      socket.removeAllListeners();
      finish();
    };
    socket.once('connect', settle(resolve));
    socket.once('error', (error) => {
      settle(() => reject(error))();
      // What it may still say is of no concern.
      socket.on('error', () => undefined);
    });
  });
}

/**
 * TLS as postgres.js takes it, with the files read.
 * @param checkHost what `verify-full` compares with the certificate
 * @throws AddressFault when a file cannot be read
 */
export function readTls(
  { mode, rootCertificate, certificate, key, passphrase }: Tls,
  checkHost: NonNullable<ConnectionOptions['checkServerIdentity']>,
): false | 'prefer' | ConnectionOptions {
  if (mode === 'disable') return false;
  if (mode === 'prefer') return 'prefer';
  return {
    ...(rootCertificate === undefined ? {} : { ca: readFile('sslrootcert', rootCertificate) }),
    ...(certificate === undefined ? {} : { cert: readFile('sslcert', certificate) }),
    ...(key === undefined ? {} : { key: readFile('sslkey', key) }),
    ...(passphrase === undefined ? {} : { passphrase }),
    // As in libpq, an authority that is named is asked even where none has to be.
    rejectUnauthorized: mode !== 'require' || rootCertificate !== undefined,
    // Only verify-full looks at the name.
    checkServerIdentity: mode === 'verify-full' ? checkHost : () => undefined,
  };
}

function readFile(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new AddressFault(`names a file as ${name} that cannot be read (${code})`);
  }
}
