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

/** Where a database is: the address of a server, or the socket of the embedded engine. */
export type Connection = ServerConnection | { path: string };

export interface ServerConnection {
  url: string;
  /** The mode of a pooler such as PgBouncer in between, as its setting `pool_mode` says; `session` where there is none. */
  pooler?: Pooler;
  /** Around the pooler: for migrations, and for notifications. */
  directUrl?: string;
}

/** In `transaction` mode the next transaction may be another session's: nothing of a session lasts. */
export type Pooler = 'session' | 'transaction';

export const isTransactionPooled = (connection: Connection): boolean =>
  'url' in connection && connection.pooler === 'transaction';

/** The same database for what needs a session of its own, if there is a way to it. */
export function goDirect(connection: Connection): Connection {
  return 'url' in connection && connection.directUrl !== undefined
    ? { url: connection.directUrl }
    : connection;
}

export interface PoolSettings {
  POOL_SIZE: number;
  /** Without it a connection is waited for as long as it takes. */
  POOL_TIMEOUT_MS?: number;
  CONNECT_TIMEOUT_MS: number;
  STATEMENT_TIMEOUT_MS: number;
}

/** The pool, and a transaction on it: every query of ours takes either. */
export type Db = PostgresJsDatabase & { $client: Client; $connection: Connection };
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
export type Queryable = Db | Tx;

const lifetimeMilliseconds = 30 * 60_000;

/**
 * Opens a pool; connections are made as they are needed.
 * @param onStatement told every statement as it is sent, with its parameters
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
    // The server ends a statement by itself. It is not waited for when it does not: it is frozen, or cut off.
    patience: isServer && STATEMENT_TIMEOUT_MS > 0 ? STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS : 0,
    probe: isServer && POOL_TIMEOUT_MS > 0 ? makeProbe(connection, settings, POOL_TIMEOUT_MS) : undefined,
    lifetime: isServer ? lifetimeMilliseconds : null,
    ...(isTransactionPooled(connection) ? { begin: writeBegin(settings) } : {}),
    connect: (onClose) => openClient(connection, settings, { onClose, onStatement, seen }),
  });
  const db = drizzle(pool as unknown as postgres.Sql) as unknown as Db;
  return Object.assign(db, { $connection: connection });
}

/** What a client tells of. */
interface ClientEvents {
  onClose: (error?: Error) => void;
  onStatement?: ((statement: string, parameters: unknown[]) => void) | undefined;
  /** The texts that other connections of the same pool have sent. */
  seen?: SeenTexts;
  /** Told the channel and the payload of what the server notifies of. */
  onNotify?: (channel: string, payload: string) => void;
}

/**
 * Tells a frozen server from a long statement within the time that a request waits: after half of it a connection of its
 * own has the other half to answer.
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

/** Makes a client of one connection, which is to be thrown away when that is closed. @param name what the server calls it */
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
    // Asking for them could end the process: postgres.js leaves a failure of that unhandled.
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
    // By its `read-write`, postgres.js takes a standby, too.
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

/** The embedded engine is one session shared by all connections: settings of a session would be everybody's. */
const embeddedOptions = ({ path }: { path: string }, { CONNECT_TIMEOUT_MS }: ClientSettings) => ({
  ...{ path, user: 'postgres', database: 'postgres', password: 'postgres' },
  connect_timeout: Math.ceil(CONNECT_TIMEOUT_MS / 1000),
  connection: { TimeZone: 'UTC' } as Record<string, string | undefined>,
  socket: openPathOnce(path),
});

/**
 * Makes what sends a statement by its text, prepared where that is asked for and its parameters can be written as texts.
 * @param opening what has to have been carried out on a connection before anything else
 * @param longest how long any statement may take, in milliseconds; 0 for ever, null where Postgres ends none
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
  // SET LOCAL leaves nothing on the session, which a pooler may give to others; all three leave together.
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
 * Holds back what is sent, in its order, until a first statement has been answered: a connection that it fails on is
 * given up, and all else with it.
 * @returns what holds back; it gives undefined when there is no need to, any more
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
        // Those who wait learn the reason before they learn of the loss.
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
