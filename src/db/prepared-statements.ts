import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Sender, Statement } from './query-types.ts';

/** How many statements a connection has prepared at most. */
export const mostPrepared = 100;
/**
 * How long their texts may be together, in characters. Postgres keeps the parse tree and the plan of each, some 100 bytes for
 * each character of a list's text: a connection takes about 10 MB for them at most.
 */
const mostCharacters = 96_000;
/** How many texts are remembered that were sent once, by all connections of a pool together, and how long they are. */
const seenOnce = { max: 500, maxSize: 1_000_000 };

/** A statement as postgres.js (3.4.9) describes one: it fills in the types and columns that Postgres answers. */
interface Described {
  string: string;
  types: number[];
  /** Empty for the unnamed statement, which the next one replaces. */
  name: string;
  columns?: unknown[];
}

/** What of a query of postgres.js is used here. */
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

/** A statement under a name on one connection. */
class NamedStatement {
  readonly described: Described;
  /** Whether its Parse has been sent: those behind it only bind. */
  isSent = false;
  /** Whether it could not be parsed. */
  isBad = false;

  constructor(string: string, name: string) {
    this.described = { string, types: [], name };
  }

  /** Whether Postgres has it, as far as it has answered. */
  get isThere(): boolean {
    return this.described.columns !== undefined;
  }
}

/**
 * A query of postgres.js that is told which statement it executes. By itself postgres.js keeps every prepared statement by
 * its text, for the life of the connection, and never closes one. It asks `prepared` and `statement` when it writes the
 * query, and stores what it prepared under `signature`: accessors on the prototype stand in for its own properties.
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
    /** Called once each time the query is written, in the order in which Postgres gets them. */
    set prepared(_theirs) {
      const named = this.#named;
      if (this.retried) {
        // Postgres has it no longer, or it would answer with other columns now.
        this.#statement = unnamed(this.#statement.string);
        this.#isPrepared = false;
        if (named) this.#forget(named);
      } else if (named) {
        this.#isPrepared = named.isSent;
        named.isSent = true;
      }
    }

    /** To be called when the query has failed: a statement that could not be parsed is not there for the next one. */
    failed(): void {
      if (!this.#named || this.#named.isThere) return;
      this.#named.isBad = true;
      this.#forget(this.#named);
    }
  };
}

const options = Object.freeze({ prepare: true, simple: false });
const unnamed = (string: string): Described => ({ string, types: [], name: '' });

/** One class for all connections: V8 optimises what is always of the same shape. */
let PreparedQuery: ReturnType<typeof extendQuery> | undefined;

/** The texts that were sent once, shared by the connections of a pool: what is sent a second time is worth preparing. */
export type SeenTexts = LRUCache<string, true>;
export const openSeenTexts = (): SeenTexts =>
  new LRUCache({ ...seenOnce, sizeCalculation: (_, text) => text.length });

/**
 * The prepared statements of one connection, bounded: a least recently used cache by their texts. What is sent for the first
 * time goes as the unnamed statement, so that texts that nobody sends again push nothing out.
 */
export class PreparedStatements {
  readonly #unsafe: Sender['unsafe'];
  readonly #seen: SeenTexts;
  readonly #sample: Query;
  readonly #named: LRUCache<string, NamedStatement>;
  #evicted: NamedStatement[] = [];
  /** The connections to the embedded engine share a session, and so its names. */
  readonly #prefix = `postil_${randomUUID().slice(0, 8)}`;
  #count = 0;

  readonly #mayPrepare: boolean;

  /**
   * @param unsafe postgres.js's own
   * @param mayPrepare false behind a pooler that gives each transaction another session, which has none of them
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

  /** A query for a text; in one way to the database and back, the first time too. @param parameters it may change the list */
  query(text: string, parameters: unknown[]) {
    PreparedQuery ??= extendQuery(this.#sample.constructor as QueryClass);
    const query = new PreparedQuery(text, this.#find(text), this.#sample, this.#forget);
    query.parameters = parameters;
    return query;
  }

  /** Closes those that were pushed out. Not within a transaction, which would end should that fail. */
  closeEvicted(): void {
    if (this.#evicted.length === 0) return;
    const closing = this.#evicted.filter(({ isThere }) => isThere);
    // Whether Postgres has the others is not known yet.
    this.#evicted = this.#evicted.filter(({ isThere, isBad }) => !isThere && !isBad);
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
