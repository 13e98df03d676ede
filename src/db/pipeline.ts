import type { Tx } from './client.ts';
import { isRefused } from './faults.ts';
import { transactionOf } from './prepare.ts';

/** Sends one statement of a transaction as soon as it is called. */
type Sending<T> = () => PromiseLike<T>;

/**
 * Pipelines statements of a transaction: they are sent in this order without waiting for answers in between, and run in
 * this order, each seeing what those before it did, for one round trip to the database. Once one has failed, Postgres refuses those behind it, and those that have not left yet stay.
 * What is sent together within that keeps its own order, and what follows goes on beside it.
 * @returns what each gives
 * @throws the error of the first that fails by itself, when all have been answered
 */
export async function pipeline<T extends unknown[]>(
  tx: Tx,
  ...sendings: { [Index in keyof T]: Sending<T[Index]> }
): Promise<T> {
  const transaction = transactionOf(tx);
  const answers: Promise<unknown>[] = [];
  let hasFailed = false;
  for (const send of sendings) {
    // Drizzle takes some turns until it sends, and not always as many: the next one starts when this one has left.
    const left = new Promise<void>((resolve) => transaction.onceSent(resolve));
    const answer = start(send);
    answers.push(answer);
    const settled = answer.then(nothing, () => {
      hasFailed = true;
    });
    await Promise.race([left, settled]);
    if (hasFailed) break;
  }
  const failed = (await Promise.allSettled(answers)).flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason] : [],
  );
  if (failed.length > 0) throw failed.find((error) => !isRefused(error)) ?? failed[0];
  return Promise.all(answers) as Promise<T>;
}

async function start<T>(send: Sending<T>): Promise<T> {
  return send();
}

const nothing = () => undefined;
