/** A query of postgres.js, which it settles by calling one of the two. */
export interface Query<T> extends PromiseLike<T> {
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
export function settleOutside<T>(query: Query<T>): Promise<T> {
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
