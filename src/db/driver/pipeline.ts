import type { Tx } from './client.ts';
import { isRefused } from './faults.ts';
import { transactionOf } from './prepare.ts';

/** Sends one statement of a transaction as soon as it is called. */
type Sending<T> = () => PromiseLike<T>;

/**
 * Pipelining: sends statements of a transaction without waiting for answers in between, for one round trip. They run in
 * this order, each seeing the effects of those before it. After a failure Postgres refuses the following ones
 * (SQLSTATE 25P02), and those not yet sent are not sent.
 * @returns the results
 * @throws the error of the statement that failed first, when all have been answered
 */
export async function pipeline<T extends unknown[]>(
  tx: Tx,
  ...sendings: { [Index in keyof T]: Sending<T[Index]> }
): Promise<T> {
  const transaction = transactionOf(tx);
  const answers: Promise<unknown>[] = [];
  let hasFailed = false;
  for (const send of sendings) {
    // Drizzle sends after a varying number of microtasks: the next one starts once this one was sent.
    const sent = new Promise<void>((resolve) => transaction.onceSent(resolve));
    const answer = start(send);
    answers.push(answer);
    const settled = answer.then(nothing, () => {
      hasFailed = true;
    });
    await Promise.race([sent, settled]);
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
