import { Socket, type SocketConstructorOpts } from 'node:net';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Probe } from './deadline.ts';
import { sqlStateOf } from './faults.ts';
import { openPool } from './pool.ts';
import { openSeenTexts, PreparedStatements, type SeenTexts } from './prepared-statements.ts';
import { Later, type Sender } from './sending.ts';
import type { Client } from './slot.ts';

/** Where a database is: the address of a server, or the socket of the embedded engine. */
export type Connection = { url: string } | { path: string } | { host: string; port: number };

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
    connect: (onClose) => openClient(connection, settings, { onClose, onStatement, seen }),
  });
  const db = drizzle(pool as unknown as postgres.Sql) as unknown as Db;
  return Object.assign(db, { $connection: connection });
}

/** What a client tells of. */
interface ClientEvents {
  onClose: () => void;
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
  settings: Omit<PoolSettings, 'POOL_SIZE'>,
  { onClose, onStatement, onNotify, seen = openSeenTexts() }: ClientEvents,
  name = 'postil',
): Client {
  const isServer = 'url' in connection;
  const options = {
    ...(isServer ? {} : { ...connection, user: 'postgres', database: 'postgres', password: 'postgres' }),
    max: 1,
    max_lifetime: null,
    connect_timeout: Math.ceil(settings.CONNECT_TIMEOUT_MS / 1000),
    // Asking for them could end the process: postgres.js leaves a failure of that unhandled.
    fetch_types: false,
    types: arrayTypes,
    onnotice: () => undefined,
    ...(onNotify ? { onnotify: onNotify } : {}),
    connection: { application_name: name, TimeZone: 'UTC', ...limits(connection, settings) },
    onclose: onClose,
    socket: openSocketOnce(isServer ? new URL(connection.url) : null),
  };
  const client = (isServer ? postgres(connection.url, options) : postgres(options)) as unknown as Client;
  const prepared = new PreparedStatements(client.unsafe, seen);
  return Object.assign(client, {
    unsafe: makeSend(client.unsafe, prepared, onStatement, isServer ? settings.STATEMENT_TIMEOUT_MS : null),
    closeEvicted: () => prepared.closeEvicted(),
  });
}

/**
 * Makes what sends a statement by its text, prepared where that is asked for and its parameters can be written as texts.
 * @param longest how long any statement may take, in milliseconds; 0 for ever, null where Postgres ends none
 */
function makeSend(
  unsafe: Client['unsafe'],
  prepared: PreparedStatements,
  onStatement: ClientEvents['onStatement'],
  longest: number | null,
): Client['unsafe'] {
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
  const settle = <T>(query: PromiseLike<T>) => settleOutside(query as Query<T>);
  // SET LOCAL leaves nothing on the session, which a pooler may give to others; all three leave together.
  const command = (text: string) => settle(unsafe(text)).then(ignore, ignore);
  return (...text) =>
    new Later((start) => {
      const limit = text[2]?.limit;
      if (limit === undefined || longest === null || (longest > 0 && longest <= limit))
        return settle(start(sender));
      command(`begin; set local statement_timeout = ${limit}`);
      const answer = settle(start(sender));
      command('commit');
      return answer;
    }, text);
}

/** A query of postgres.js, which it settles by calling one of the two. */
interface Query<T> extends PromiseLike<T> {
  resolve(answer: T): void;
  reject(error: unknown): void;
  execute(): void;
  failed?(): void;
}

/**
 * Has a query of postgres.js (3.4.9) answered to a promise of our own, which it forgets then. V8 makes functions among the
 * old things that are assigned to a property as they are written, as both of a query are. What they lead to would count
 * as living until the next collection of those, and be copied until then: its answer, and through that the next ones.
 */
function settleOutside<T>(query: Query<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const forget = () => Object.assign(query, { resolve: ignore, reject: ignore });
    const answered = (answer: T) => {
      forget();
      resolve(answer);
    };
    const failed = (error: unknown) => {
      forget();
      query.failed?.();
      reject(error);
    };
    Object.assign(query, { resolve: answered, reject: failed });
    query.execute();
  });
}

const ignore = () => undefined;

/**
 * Writes a parameter so that its type need not be known, which Postgres would have to be asked first.
 * @returns undefined for one that has to be written by its type
 */
function writeParameter(parameter: unknown): unknown {
  if (parameter === null || plainTypes.has(typeof parameter)) return parameter;
  const isList = Array.isArray(parameter) && parameter.every((item) => plainTypes.has(typeof item));
  return isList ? writeArray(parameter) : undefined;
}

const plainTypes = new Set(['string', 'number', 'boolean', 'bigint']);

/**
 * Makes the socket of a client, which asks for another one when the first is closed before the server said anything (as
 * a proxy does whose server is away), and would do so for ever.
 */
function openSocketOnce(address: URL | null) {
  let isOpened = false;
  return async ({ path }: { path: string | false }) => {
    if (isOpened) throw Object.assign(new Error('The connection was closed'), { code: 'CONNECTION_CLOSED' });
    isOpened = true;
    // One that takes no more for now would hold back what is sent together.
    const socket = new Socket({ writableHighWaterMark: 2 ** 20 } as SocketConstructorOpts);
    if (path) return socket.connect(path);
    const host = address?.hostname.replace(/^\[|\]$/g, '') || 'localhost';
    const port = Number(address?.port || 5432);
    // postgres.js takes the name that TLS is to prove from here.
    return Object.assign(socket.connect(port, host), { host, port });
  };
}

/** Lists of texts, ids and numbers as parameters and in answers, by their OIDs in every Postgres (pg_type.dat). */
const arrayTypes = {
  texts: arrayType(1009, String),
  ids: arrayType(2951, String),
  integers: arrayType(1007, Number),
};

function arrayType<T extends string | number>(oid: number, read: (text: string) => T) {
  return {
    to: oid,
    from: [oid],
    // Drizzle writes the lists of its own columns itself.
    serialize: (list: T[] | string) => (typeof list === 'string' ? list : writeArray(list)),
    parse: (text: string) =>
      [...text.matchAll(/"((?:[^"\\]|\\.)*)"|[^{},]+/gs)].map(([plain, quoted]) =>
        read(quoted?.replace(/\\(.)/gs, '$1') ?? plain),
      ),
  };
}

/** Writes the text of an array as Postgres reads it, whatever the type of its elements (manual, 8.15.2). */
function writeArray(items: unknown[]): string {
  return `{${items.map((item) => `"${`${item}`.replace(/["\\]/g, '\\$&')}"`).join()}}`;
}

/** The embedded engine is one session shared by all connections: settings of a session would be everybody's. */
function limits(
  connection: Connection,
  settings: Omit<PoolSettings, 'POOL_SIZE'>,
): Record<string, number | string> {
  if (!('url' in connection)) return {};
  return {
    // To the planner search is dear, so that it would compile such a statement and start processes for it: both take
    // longer than the search. (As text: postgres.js leaves out what is false or zero.)
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    statement_timeout: settings.STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: settings.STATEMENT_TIMEOUT_MS * 2,
    // A lock is waited for no longer than a connection.
    ...(settings.POOL_TIMEOUT_MS ? { lock_timeout: settings.POOL_TIMEOUT_MS } : {}),
  };
}

export async function closeDatabase(db: Db, seconds = 5): Promise<void> {
  await db.$client.end({ timeout: seconds });
}
