/** A query of postgres.js, which settles it by calling `resolve` or `reject`. */
export interface Query<T> extends PromiseLike<T> {
  resolve(answer: T): void;
  reject(error: unknown): void;
  execute(): void;
  failed?(): void;
}

/**
 * Settles a postgres.js (3.4.9) query through a promise of our own, and cuts its references then. V8 allocates functions that
 * are assigned to a property in the old generation, as `resolve` and `reject` of a query are. What they refer to, the answer
 * and through that the next ones, would live, and be copied by scavenges, until the next full collection.
 */
export function settleOutside<T>(query: Query<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const unlink = () => Object.assign(query, { resolve: ignore, reject: ignore });
    const answered = (answer: T) => {
      unlink();
      resolve(answer);
    };
    const failed = (error: unknown) => {
      unlink();
      query.failed?.();
      reject(error);
    };
    Object.assign(query, { resolve: answered, reject: failed });
    query.execute();
  });
}

const ignore = () => undefined;
