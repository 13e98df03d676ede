import {
  type Connection,
  type Db,
  goDirect,
  isTransactionPooled,
  openClient,
  type PoolSettings,
} from '../driver/client.ts';
import type { Client } from '../driver/slot.ts';
import { type ChangeEvent, publicChannel, readChangeEvent } from './change-event.ts';
import { findPublicState, type PublicState, readState, stateText } from './site.ts';

export type WatcherSettings = Omit<PoolSettings, 'POOL_SIZE'> & { RESPONSE_CACHE_LEASE_MS: number };

interface WatcherEvents {
  /** A change event: unordered, and none or two of some versions. */
  onChange: (event: ChangeEvent) => void;
  /** The cache is to be cleared: a new epoch. */
  onRestart: () => void;
  /** The LISTEN connection was lost, or could not be opened. */
  onLost: (error: unknown) => void;
}

/** The timeout of a poll, in milliseconds. */
const pollTimeout = 1000;

/** Exponential backoff between connections, in milliseconds. */
const [firstPause, longestPause] = [100, 5000];

type Look = () => Promise<(PublicState & { epoch?: string }) | undefined>;

const lookAtRow = `select ${stateText} as state, epoch || ' ' || dropped_through as epoch from site_state`;

/** The watchers of this process by database: its own writes invalidate without a notification. */
const watchers = new Map<string, Set<VersionWatcher>>();

/** Publishes the change event of a committed write to the watchers of this process, before the write is answered. */
export function publishChange(db: Db, event: string): void {
  for (const watcher of watchers.get(nameOf(db.$connection)) ?? []) watcher.receive(event);
}

/** Invalidates the known version after a write whose outcome only the database knows. */
export function invalidateVersions(db: Db): void {
  for (const watcher of watchers.get(nameOf(db.$connection)) ?? []) watcher.invalidate();
}

const nameOf = (connection: Connection) => JSON.stringify(connection);

/**
 * Follows the public version of a database by LISTEN on a connection of its own, and a poll at every lease, so that a lost
 * notification is harmless (behind a pooler in transaction mode none arrives without DATABASE_DIRECT_URL). The embedded
 * engine needs neither: all writes are this process's. Connects at the first use.
 */
export class VersionWatcher {
  readonly #db: Db;
  readonly #settings: WatcherSettings;
  readonly #events: WatcherEvents;
  readonly #lease: number;
  #client: Client | null = null;
  #version = -1;
  #generation = 0;
  /** The epoch of the versions, as the row has it. */
  #epoch: string | undefined;
  /** When the last answered poll was sent. */
  #confirmedAt = Number.NEGATIVE_INFINITY;
  #invalidatedAt = Number.NEGATIVE_INFINITY;
  #failures = 0;
  #failedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<number | undefined> | null = null;
  #next: Promise<number | undefined> | null = null;

  constructor(db: Db, settings: WatcherSettings, events: WatcherEvents) {
    this.#db = db;
    this.#settings = settings;
    this.#events = events;
    this.#lease = 'url' in db.$connection ? settings.RESPONSE_CACHE_LEASE_MS : Number.POSITIVE_INFINITY;
    const name = nameOf(db.$connection);
    watchers.set(name, (watchers.get(name) ?? new Set()).add(this));
  }

  /** Whether it polls on a connection of its own, and not of the pool. */
  get isApart(): boolean {
    return 'url' in this.#db.$connection;
  }

  /** The known version; undefined when it has to be confirmed first. */
  get current(): number | undefined {
    const age = performance.now() - this.#confirmedAt;
    if (age > this.#lease || this.#confirmedAt <= this.#invalidatedAt) return undefined;
    // Refresh-ahead: before the lease ends, so that no request waits.
    if (age > this.#lease / 2 && !this.#looking) void this.confirm();
    return this.#version;
  }

  /** The newest version received, confirmed or not. */
  get version(): number {
    return this.#version;
  }

  /** Changes when versions may be counted anew: answers of an earlier generation cannot be compared. */
  get generation(): number {
    return this.#generation;
  }

  /**
   * Polls the row, and so knows of every commit before the call. Singleflight: concurrent callers share a poll that starts
   * after their call.
   * @returns the version; undefined when the database, or the LISTEN connection, is unavailable
   */
  confirm(): Promise<number | undefined> {
    if (this.#looking) {
      // The pending poll may have read before this call.
      this.#next ??= this.#looking.then(() => {
        this.#next = null;
        return this.confirm();
      });
      return this.#next;
    }
    this.#looking = this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** Raises the known version. */
  advance(version: number): void {
    if (version > this.#version) this.#version = version;
  }

  /** Applies a change event, or a reset. */
  receive(text: string): void {
    const event = readChangeEvent(text);
    if (!event) {
      this.#restart();
      return;
    }
    // Before advancing: entries are compared with the version that they are known to be current at.
    this.#events.onChange(event);
    this.advance(event.version);
  }

  /** Requires a poll before the version counts as known. */
  invalidate(): void {
    this.#invalidatedAt = performance.now();
  }

  /** Closes the connection, finally. */
  async stop(): Promise<void> {
    watchers.get(nameOf(this.#db.$connection))?.delete(this);
    const client = this.#client;
    this.#client = null;
    this.#restart();
    this.#failedAt = Number.POSITIVE_INFINITY;
    await client?.end({ timeout: 1 });
  }

  async #look(): Promise<number | undefined> {
    if (performance.now() < this.#failedAt + this.#pause) return undefined;
    const begunIn = this.#generation;
    try {
      const read: Look = this.isApart ? await this.#listen() : () => findPublicState(this.#db);
      const [sentAt, known, generation] = [performance.now(), this.#version, this.#generation];
      const { version, epoch } = (await read()) ?? {};
      if (version === undefined || generation !== this.#generation) return undefined;
      // It decreases only when the database was replaced.
      const isOther = epoch !== this.#epoch && this.#epoch !== undefined;
      if (isOther || (version < known && known === this.#version)) this.#restart();
      this.#epoch = epoch;
      this.advance(version);
      this.#confirmedAt = sentAt;
      this.#failures = 0;
      return this.#version;
    } catch (error) {
      if (begunIn === this.#generation) this.#lose(error);
      return undefined;
    }
  }

  /** @returns a poll on the LISTEN connection, which is opened if there is none */
  async #listen(): Promise<Look> {
    let client = this.#client;
    if (!client) {
      const events = {
        onClose: () => this.#client === client && this.#lose(new Error('The connection was closed')),
        onNotify: (_channel: string, payload: string) => this.receive(payload),
      };
      const connection = goDirect(this.#db.$connection);
      client = openClient(connection, this.#settings, events, 'postil listener');
      this.#client = client;
      if (!isTransactionPooled(connection)) await inTime(client.unsafe(`listen ${publicChannel}`));
    }
    const listening = client;
    return async () => {
      const [row] = await inTime(listening.unsafe(lookAtRow));
      const state = readState(row?.state);
      return state && { ...state, epoch: `${row?.epoch}` };
    };
  }

  #lose(error: unknown): void {
    const client = this.#client;
    this.#client = null;
    this.#failures += 1;
    this.#failedAt = performance.now();
    this.#restart();
    void client?.end({ timeout: 0 });
    this.#events.onLost(error);
  }

  /** After the first loss of a connection it reconnects at once. */
  get #pause(): number {
    return this.#failures < 2 ? 0 : Math.min(firstPause * 2 ** (this.#failures - 2), longestPause);
  }

  #restart(): void {
    this.#version = -1;
    this.#generation += 1;
    this.#confirmedAt = Number.NEGATIVE_INFINITY;
    this.#events.onRestart();
  }
}

async function inTime<T>(work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not answer')), pollTimeout);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
