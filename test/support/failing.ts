import type { Db } from '../../src/db/driver/client.ts';

/** What is sent in place of a statement, so that the server itself refuses it. */
export const faults = {
  /** As an error of the server: the transaction is aborted. */
  error: "do $$ begin raise exception 'planted' using errcode = 'XX000'; end $$",
  /** The connection is lost with it. */
  lost: 'select pg_terminate_backend(pg_backend_pid())',
};

/** Makes statements fail that the application sends; those of the test itself count too. */
export interface Saboteur {
  /** The n-th statement from now on is another one, once. */
  plant(n: number, fault: keyof typeof faults): void;
  /** Takes back what was planted. @returns whether it had been sent */
  lift(): boolean;
}

type Sender = Pick<Db['$client'], 'unsafe'>;

/** Comes between Drizzle and the pool, inside of transactions and outside. */
export function sabotage(db: Db): Saboteur {
  const pool = db.$client;
  const { unsafe, begin } = pool;
  let left = 0;
  let text = '';
  const replace = (send: Sender['unsafe']): Sender['unsafe'] => {
    return (...statement) => {
      left -= 1;
      return left === 0 ? send(text) : send(...statement);
    };
  };
  pool.unsafe = replace(unsafe);
  pool.begin = (work) =>
    begin((transaction) => work({ ...transaction, unsafe: replace(transaction.unsafe) }));
  return {
    plant(n, fault) {
      left = n;
      text = faults[fault];
    },
    lift() {
      const wasSent = left <= 0;
      left = 0;
      return wasSent;
    },
  };
}
