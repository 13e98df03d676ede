import { readFileSync } from 'node:fs';
import { Socket, type SocketConstructorOpts } from 'node:net';
import { type ConnectionOptions, checkServerIdentity, type PeerCertificate } from 'node:tls';
import { AddressFault, type Server, type Tls } from './address.ts';
import { connectionFault } from './faults.ts';

/** A high-water mark of 1 MiB: backpressure at the default one would break up a pipeline. */
const makeSocket = () => new Socket({ writableHighWaterMark: 2 ** 20 } as SocketConstructorOpts);

/**
 * A socket factory for one connection to a path. postgres.js reconnects for ever when a socket is closed before the server
 * has sent anything, as by a proxy without its server; here its second call is refused.
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
 * A socket factory for multiple hosts, as in libpq: each server once, in order. postgres.js calls it for the next one, and
 * with several does not report that none is left.
 * @param timeout for each of several, in milliseconds
 * @param onNone called with the last fault when no server is left
 * @returns the factory, and the check of a certificate against the host of its last socket
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
  // Node checks against "localhost" for an IP address on an existing socket.
  const checkHost = (_name: string, certificate: PeerCertificate) =>
    checkServerIdentity(servers[tried - 1]?.host ?? '', certificate);
  return { open, checkHost };
}

function connect({ host, port }: Server): Socket {
  const socket = makeSocket();
  if (host.startsWith('/')) return socket.connect(`${host}/.s.PGSQL.${port}`);
  // postgres.js takes TLS's server name from here.
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
      // A later 'error' without a listener would end the process.
      socket.on('error', () => undefined);
    });
  });
}

/**
 * The TLS options of postgres.js, with the files read.
 * @param checkHost the check of `verify-full`
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
    // As in libpq, `require` verifies the certificate where a root certificate is given.
    rejectUnauthorized: mode !== 'require' || rootCertificate !== undefined,
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
