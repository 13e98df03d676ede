import { type ChangeEvent, publicChannel, readChangeEvent } from './change-event.ts';
import {
  type Connection,
  type Db,
  goDirect,
  isTransactionPooled,
  openClient,
  type PoolSettings,
} from './client.ts';
import { findPublicState, type PublicState, readState, stateText } from './site.ts';
import type { Client } from './slot.ts';

export type WatcherSettings = Omit<PoolSettings, 'POOL_SIZE'> & { RESPONSE_CACHE_LEASE_MS: number };

interface WatcherEvents {
  /** A change event: in no certain order, of some versions none, of some two. */
  onChange: (event: ChangeEvent) => void;
  /** The cache is to be cleared: versions may be counted anew. */
  onRestart: () => void;
  /** The connection that is listened on was lost, or none could be made. */
  onLost: (error: unknown) => void;
}

/** How long the answer to a look is waited for, in milliseconds. */
const patience = 1000;
/** How long after a failure no new connection is tried, in milliseconds: doubled with each, up to the longest. */
const [firstPause, longestPause] = [100, 5000];

type Look = () => Promise<(PublicState & { epoch?: string }) | undefined>;

const lookAtRow = `select ${stateText} as state, epoch || ' ' || dropped_through as epoch from site_state`;

/** The watchers of this process by their database: writes of this process invalidate without a notification. */
const watchers = new Map<string, Set<VersionWatcher>>();

/** Publishes the change event of a committed write to the watchers of this process, before the write is answered. */
export function publishChange(db: Db, event: string): void {
  for (const watcher of watchers.get(nameOf(db.$connection)) ?? []) watcher.receive(event);
}

/** Invalidates the known version: a write may have been committed, and only the database can say. */
export function invalidateVersions(db: Db): void {
  for (const watcher of watchers.get(nameOf(db.$connection)) ?? []) watcher.invalidate();
}

const nameOf = (connection: Connection) => JSON.stringify(connection);

/**
 * Follows the public version of a database: LISTEN on a connection of its own, and a poll of the row as often as the
 * lease says, so that a notification that is lost does no harm (behind a pooler in transaction mode none arrives, unless
 * there is a direct address). The embedded engine has no other process: the writes of this one are all there are.
 * Connects at the first use.
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
  /** When the look was sent that was answered last. */
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

  /** Whether it asks on a connection of its own, and needs none of the pool. */
  get isApart(): boolean {
    return 'url' in this.#db.$connection;
  }

  /** The newest version that is known; undefined when that has to be confirmed first. */
  get current(): number | undefined {
    const age = performance.now() - this.#confirmedAt;
    if (age > this.#lease || this.#confirmedAt <= this.#invalidatedAt) return undefined;
    // Before it is over, so that nobody has to wait.
    if (age > this.#lease / 2 && !this.#looking) void this.confirm();
    return this.#version;
  }

  /** The newest version that was heard of, whether or not there is a newer one. */
  get version(): number {
    return this.#version;
  }

  /** Another one means that versions may have been counted anew: what was read before belongs to nothing now. */
  get generation(): number {
    return this.#generation;
  }

  /**
   * Looks at the row, after this was called: whatever was committed before that is known then. Those who wait at the
   * same time share a look.
   * @returns the version; undefined when the database, or the connection that is listened on, is away
   */
  confirm(): Promise<number | undefined> {
    if (this.#looking) {
      // One that is under way may have read before this was called.
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

  /** Tells that the version is known to be at least this. */
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
    // First, so that nothing is taken for changed by a version of which it is known that it did not change it.
    this.#events.onChange(event);
    this.advance(event.version);
  }

  /** Makes the version unknown until the row has been read again. */
  invalidate(): void {
    this.#invalidatedAt = performance.now();
  }

  /** Ends the listening, for good. */
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
      // It only ever grows, unless another database stands there now.
      const isOther = epoch !== this.#epoch && this.#epoch !== undefined;
      if (isOther || (version < known && known === this.#version)) this.#restart();
      this.#epoch = epoch;
      this.advance(version);
      this.#confirmedAt = sentAt;
      this.#failures = 0;
      return this.#version;
    } catch (error) {
      // Else it is known already.
      if (begunIn === this.#generation) this.#lose(error);
      return undefined;
    }
  }

  /** @returns what looks at the row, on the connection that is listened on, which is made if there is none */
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
    // What is left of it fails by itself.
    void client?.end({ timeout: 0 });
    this.#events.onLost(error);
  }

  /** Of a connection that stood, the first loss is made up for at once. */
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
    timer = setTimeout(() => reject(new Error('The database does not answer')), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
