import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Sender, Statement } from './query-types.ts';

/** The largest number of prepared statements of a connection. */
export const mostPrepared = 100;
/**
 * The total length of their texts, in characters. Postgres holds the parse tree and plan of each, some 100 bytes for each
 * character of a list's statement: about 10 MB a connection.
 */
const mostCharacters = 96_000;
/** The bounds of the texts that were sent once, shared by the connections of a pool: number and characters. */
const seenOnce = { max: 500, maxSize: 1_000_000 };

/** A statement as postgres.js (3.4.9) describes one: it fills in the types and columns that Postgres answers. */
interface Described {
  string: string;
  types: number[];
  /** Empty for the unnamed statement, which the next one replaces. */
  name: string;
  columns?: unknown[];
}

/** The internals of a postgres.js query that are used here. */
interface Query extends Statement {
  handler: unknown;
  canceller: unknown;
  parameters: unknown[];
  retried?: unknown;
}
type QueryClass = new (
  strings: string[],
  args: [],
  handler: unknown,
  canceller: unknown,
  options: object,
) => Query;

/** A named prepared statement of one connection. */
class NamedStatement {
  readonly described: Described;
  /** Whether its Parse was sent: later executions only Bind. */
  isSent = false;
  /** Whether its Parse failed. */
  isBad = false;

  constructor(string: string, name: string) {
    this.described = { string, types: [], name };
  }

  /** Whether Postgres has confirmed it. */
  get isConfirmed(): boolean {
    return this.described.columns !== undefined;
  }
}

/**
 * A postgres.js query with a prepared statement of our choice. postgres.js retains every prepared statement by its text for
 * the life of the connection, and never closes one. It reads `prepared` and `statement` when it writes the query, and caches
 * under `signature`: accessors on the prototype replace these properties.
 */
function extendQuery(Base: QueryClass) {
  return class PreparedQuery extends Base {
    readonly #named: NamedStatement | undefined;
    readonly #forget: (named: NamedStatement) => void;
    #statement: Described;
    #isPrepared = false;

    constructor(
      text: string,
      named: NamedStatement | undefined,
      { handler, canceller }: Query,
      forget: (named: NamedStatement) => void,
    ) {
      super([text], [], handler, canceller, options);
      this.#named = named;
      this.#forget = forget;
      this.#statement = named?.described ?? unnamed(text);
    }

    get statement(): Described {
      return this.#statement;
    }
    set statement(_theirs) {}

    get signature(): string {
      return 'prepared';
    }
    set signature(_theirs) {}

    get prepared(): boolean {
      return this.#isPrepared;
    }
    /** postgres.js assigns it each time that it writes the query, in the order of the wire. */
    set prepared(_theirs) {
      const named = this.#named;
      if (this.retried) {
        // It was deallocated, or its result type has changed.
        this.#statement = unnamed(this.#statement.string);
        this.#isPrepared = false;
        if (named) this.#forget(named);
      } else if (named) {
        this.#isPrepared = named.isSent;
        named.isSent = true;
      }
    }

    /** Called when the query has failed: a statement whose Parse failed does not exist. */
    failed(): void {
      if (!this.#named || this.#named.isConfirmed) return;
      this.#named.isBad = true;
      this.#forget(this.#named);
    }
  };
}

const options = Object.freeze({ prepare: true, simple: false });
const unnamed = (string: string): Described => ({ string, types: [], name: '' });

/** One class for all connections, for V8's hidden classes. */
let PreparedQuery: ReturnType<typeof extendQuery> | undefined;

/** Texts that were sent once, shared by the connections of a pool: a statement is prepared at its second execution. */
export type SeenTexts = LRUCache<string, true>;
export const openSeenTexts = (): SeenTexts =>
  new LRUCache({ ...seenOnce, sizeCalculation: (_, text) => text.length });

/**
 * Prepared statements of one connection: an LRU cache by text, bounded in number and characters, deallocated by DEALLOCATE.
 * The first execution of a text uses the unnamed statement, so that texts that are sent once evict nothing.
 */
export class PreparedStatements {
  readonly #unsafe: Sender['unsafe'];
  readonly #seen: SeenTexts;
  readonly #sample: Query;
  readonly #named: LRUCache<string, NamedStatement>;
  #evicted: NamedStatement[] = [];
  /** Connections to the embedded engine share a session, and so its names. */
  readonly #prefix = `postil_${randomUUID().slice(0, 8)}`;
  #count = 0;

  readonly #mayPrepare: boolean;

  /**
   * @param unsafe postgres.js's own
   * @param mayPrepare false behind a pooler in transaction mode
   */
  constructor(unsafe: Sender['unsafe'], seen: SeenTexts, mayPrepare = true) {
    this.#unsafe = unsafe;
    this.#mayPrepare = mayPrepare;
    this.#seen = seen;
    this.#sample = unsafe('') as unknown as Query;
    this.#named = new LRUCache({
      max: mostPrepared,
      maxSize: mostCharacters,
      sizeCalculation: (_, text) => text.length,
      dispose: (named) => this.#evicted.push(named),
    });
  }

  /** Makes a query of one round trip, the first time too. @param parameters are retained, and may be changed */
  query(text: string, parameters: unknown[]) {
    PreparedQuery ??= extendQuery(this.#sample.constructor as QueryClass);
    const query = new PreparedQuery(text, this.#find(text), this.#sample, this.#forget);
    query.parameters = parameters;
    return query;
  }

  /** Deallocates evicted statements; not within a transaction, which a failure would abort. */
  closeEvicted(): void {
    if (this.#evicted.length === 0) return;
    const closing = this.#evicted.filter(({ isConfirmed }) => isConfirmed);
    // The others are not confirmed yet.
    this.#evicted = this.#evicted.filter(({ isConfirmed, isBad }) => !isConfirmed && !isBad);
    for (const named of closing)
      this.#unsafe(`deallocate "${named.described.name}"`).then(undefined, () => undefined);
  }

  #find(text: string): NamedStatement | undefined {
    if (!this.#mayPrepare) return undefined;
    const known = this.#named.get(text);
    if (known) return known;
    if (!this.#seen.get(text)) {
      this.#seen.set(text, true);
      return undefined;
    }
    this.#count += 1;
    const named = new NamedStatement(text, `${this.#prefix}_${this.#count}`);
    this.#named.set(text, named);
    return named;
  }

  readonly #forget = (named: NamedStatement): void => {
    const text = named.described.string;
    if (this.#named.peek(text) === named) this.#named.delete(text);
  };
}
