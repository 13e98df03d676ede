import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { parseAddress } from './address.ts';
import type { Probe } from './deadline.ts';
import { sqlStateOf } from './faults.ts';
import { arrayTypes, writeParameter } from './parameters.ts';
import { openPool } from './pool.ts';
import { openSeenTexts, PreparedStatements, type SeenTexts } from './prepared-statements.ts';
import { LazyQuery, type Sender } from './query-types.ts';
import { startupSettings, writeBegin, writeSettings } from './session.ts';
import { type Query, settleOutside } from './settling.ts';
import type { Client } from './slot.ts';
import { openPathOnce, openServersOnce, readTls } from './socket.ts';

/** The URI of a server, or the path of the embedded engine's socket. */
export type Connection = ServerConnection | { path: string };

export interface ServerConnection {
  url: string;
  /** PgBouncer's `pool_mode`; `session` without a pooler. */
  pooler?: Pooler;
  /** A URI that bypasses the pooler: for migrations and LISTEN. */
  directUrl?: string;
}

/** In `transaction` mode each transaction may run in another session: no session state lasts. */
export type Pooler = 'session' | 'transaction';

export const isTransactionPooled = (connection: Connection): boolean =>
  'url' in connection && connection.pooler === 'transaction';

/** The connection that bypasses the pooler, where one is configured. */
export function goDirect(connection: Connection): Connection {
  return 'url' in connection && connection.directUrl !== undefined
    ? { url: connection.directUrl }
    : connection;
}

export interface PoolSettings {
  POOL_SIZE: number;
  /** The timeout of waiting for a free connection; without it there is none. */
  POOL_TIMEOUT_MS?: number;
  CONNECT_TIMEOUT_MS: number;
  STATEMENT_TIMEOUT_MS: number;
}

/** The pool. Queries take it or a transaction on it. */
export type Db = PostgresJsDatabase & { $client: Client; $connection: Connection };
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
export type Queryable = Db | Tx;

const lifetimeMilliseconds = 30 * 60_000;

/**
 * Opens a pool; connections are made as they are needed.
 * @param onStatement called with every statement that is sent, and its parameters
 */
export function openDatabase(
  connection: Connection,
  settings: PoolSettings,
  onStatement?: (statement: string, parameters: unknown[]) => void,
): Db {
  const isServer = 'url' in connection;
  const { POOL_SIZE, POOL_TIMEOUT_MS = 0, STATEMENT_TIMEOUT_MS, CONNECT_TIMEOUT_MS } = settings;
  const seen = openSeenTexts();
  const pool = openPool({
    size: POOL_SIZE,
    wait: POOL_TIMEOUT_MS,
    // statement_timeout ends it on the server; a server that is frozen or cut off does not answer even then.
    answerTimeout: isServer && STATEMENT_TIMEOUT_MS > 0 ? STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS : 0,
    probe: isServer && POOL_TIMEOUT_MS > 0 ? makeProbe(connection, settings, POOL_TIMEOUT_MS) : undefined,
    lifetime: isServer ? lifetimeMilliseconds : null,
    ...(isTransactionPooled(connection) ? { begin: writeBegin(settings) } : {}),
    connect: (onClose) => openClient(connection, settings, { onClose, onStatement, seen }),
  });
  const db = drizzle(pool as unknown as postgres.Sql) as unknown as Db;
  return Object.assign(db, { $connection: connection });
}

/** Callbacks of a client. */
interface ClientEvents {
  onClose: (error?: Error) => void;
  onStatement?: ((statement: string, parameters: unknown[]) => void) | undefined;
  /** The texts that the pool's other connections have sent. */
  seen?: SeenTexts;
  /** Called with the channel and payload of every NOTIFY. */
  onNotify?: (channel: string, payload: string) => void;
}

/**
 * A liveness probe, which distinguishes a frozen server from a long statement: after half of a request's wait, a new
 * connection has the other half to answer.
 */
function makeProbe(connection: Connection, settings: PoolSettings, wait: number): Probe {
  const after = Math.max(shortestProbe, wait / 2);
  const isAlive = async () => {
    const client = openClient(connection, settings, { onClose: () => undefined }, 'postil probe');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, after, false);
    });
    // A refusal is a sign of life too.
    const asked = client.unsafe('select 1').then(
      () => true,
      (error: unknown) => sqlStateOf(error) !== undefined,
    ) as Promise<boolean>;
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
      void client.end({ timeout: 0 });
    }
  };
  return { after, isAlive };
}

/** A busy machine may take this long to connect, in milliseconds. */
const shortestProbe = 1000;

/** Opens a client of one connection, to be discarded with it. @param name its `application_name` */
export function openClient(
  connection: Connection,
  settings: ClientSettings,
  { onClose, onStatement, onNotify, seen = openSeenTexts() }: ClientEvents,
  name = 'postil',
): Client {
  const options = {
    ...('url' in connection
      ? serverOptions(connection, settings, onClose)
      : embeddedOptions(connection, settings)),
    max: 1,
    max_lifetime: null,
    // postgres.js leaves a failure of fetching types unhandled, which ends the process.
    fetch_types: false,
    types: arrayTypes,
    prepare: !isTransactionPooled(connection),
    onnotice: () => undefined,
    ...(onNotify ? { onnotify: onNotify } : {}),
    onclose: () => onClose(),
  };
  options.connection.application_name ??= name;
  const client = postgres(options as unknown as postgres.Options<never>) as unknown as Client;
  const opening =
    'url' in connection && !isTransactionPooled(connection)
      ? writeSettings(settings, parseAddress(connection.url))
      : undefined;
  const prepared = new PreparedStatements(client.unsafe, seen, !isTransactionPooled(connection));
  return Object.assign(client, {
    unsafe: makeSend(
      client,
      prepared,
      opening,
      onStatement,
      'url' in connection ? settings.STATEMENT_TIMEOUT_MS : null,
    ),
    closeEvicted: () => prepared.closeEvicted(),
  });
}

type ClientSettings = Omit<PoolSettings, 'POOL_SIZE'>;

function serverOptions(
  { url }: ServerConnection,
  { CONNECT_TIMEOUT_MS }: ClientSettings,
  onNone: (error: Error) => void,
) {
  const address = parseAddress(url);
  const { servers, user, password, database, applicationName, routing } = address;
  const timeout = address.connectTimeoutMs ?? CONNECT_TIMEOUT_MS;
  const { open, checkHost } = openServersOnce(servers, timeout, onNone);
  // As in libpq: Postgres speaks no TLS on a Unix socket.
  const isLocal = servers.every(({ host }) => host.startsWith('/'));
  return {
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    ...(database === undefined ? {} : { database }),
    host: servers.map(({ host }) => host),
    port: servers.map(({ port }) => port),
    // postgres.js takes a standby for `read-write`, too.
    ...(address.isPrimaryOnly && servers.length > 1 ? { target_session_attrs: 'primary' } : {}),
    ssl: !isLocal && readTls(address.tls, checkHost),
    sslnegotiation: address.tls.isDirect ? 'direct' : null,
    keep_alive: address.keepAliveSeconds,
    connect_timeout: Math.ceil(timeout / 1000),
    connection: {
      application_name: applicationName,
      ...startupSettings,
      ...(routing === undefined ? {} : { options: routing }),
    } as Record<string, string | undefined>,
    socket: open,
  };
}

/** The embedded engine is one session shared by all connections, so that no connection sets session parameters. */
const embeddedOptions = ({ path }: { path: string }, { CONNECT_TIMEOUT_MS }: ClientSettings) => ({
  ...{ path, user: 'postgres', database: 'postgres', password: 'postgres' },
  connect_timeout: Math.ceil(CONNECT_TIMEOUT_MS / 1000),
  connection: { TimeZone: 'UTC' } as Record<string, string | undefined>,
  socket: openPathOnce(path),
});

/**
 * Sends statements, as prepared ones where that is requested and every parameter has a text form.
 * @param opening the first statement of the connection
 * @param longest statement_timeout, in milliseconds; 0 for none, null on the embedded engine
 */
function makeSend(
  client: Client,
  prepared: PreparedStatements,
  opening: string | undefined,
  onStatement: ClientEvents['onStatement'],
  longest: number | null,
): Client['unsafe'] {
  const { unsafe } = client;
  const sender: Sender = {
    unsafe: (text, parameters = [], options) => {
      onStatement?.(text, [...parameters]);
      const isExtended = parameters.length > 0 || options?.simple === false;
      if (!options?.prepare || !isExtended) return unsafe(text, parameters, options);
      const written = parameters.map(writeParameter);
      return written.includes(undefined)
        ? unsafe(text, parameters, { ...options, prepare: false })
        : prepared.query(text, written);
    },
  };
  const open = opening === undefined ? undefined : openFirst(client, () => unsafe(opening));
  const settle = <T>(query: PromiseLike<T>) => settleOutside(query as Query<T>);
  // SET LOCAL ends with the transaction, as a pooler needs; the three statements are pipelined.
  const command = (text: string) => settle(unsafe(text)).then(ignore, ignore);
  return (...text) =>
    new LazyQuery((start) => {
      const limit = text[2]?.limit;
      const send = () => {
        if (limit === undefined || longest === null || (longest > 0 && longest <= limit))
          return settle(start(sender));
        command(`begin; set local statement_timeout = ${limit}`);
        const answer = settle(start(sender));
        command('commit');
        return answer;
      };
      return open?.(send) ?? send();
    }, text);
}

/**
 * Queues statements in order until a connection's first statement has been answered; when that fails, so do they, and the
 * connection is closed.
 * @returns the queue; it gives undefined once the connection is open
 */
function openFirst(client: Client, first: () => PromiseLike<unknown>) {
  let opened: Promise<unknown> | undefined;
  let isOpen = false;
  let waiting = 0;
  return <T>(send: () => Promise<T>): Promise<T> | undefined => {
    if (isOpen && waiting === 0) return undefined;
    opened ??= settleOutside(first() as Query<unknown>).then(
      () => {
        isOpen = true;
      },
      (error: unknown) => {
        // Queued statements fail with the reason, and not with the closed connection.
        setImmediate(() => client.end({ timeout: 0 }));
        throw error;
      },
    );
    waiting += 1;
    return opened.then(() => {
      waiting -= 1;
      return send();
    });
  };
}

const ignore = () => undefined;

export async function closeDatabase(db: Db, seconds = 5): Promise<void> {
  await db.$client.end({ timeout: seconds });
}
