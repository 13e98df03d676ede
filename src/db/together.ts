import type { Tx } from './client.ts';
import { sqlStateOf } from './faults.ts';
import { guardedOf } from './kept.ts';

/** What sends one statement of a transaction as soon as it is called, and makes something of its answer. */
type Sending<T> = () => PromiseLike<T>;

/**
 * Sends statements of a transaction one after the other without waiting for answers in between: they leave in this
 * order and are carried out in this order, each seeing what those before it did, for the price of one way to the
 * database and back. Once one has failed, Postgres refuses those behind it.
 * What is sent together within that keeps its own order, and what follows goes on beside it.
 * @returns what each gives
 * @throws the error of the first that fails by itself, when all have been answered
 */
export async function sendTogether<T extends unknown[]>(
  tx: Tx,
  ...sendings: { [Index in keyof T]: Sending<T[Index]> }
): Promise<T> {
  const guarded = guardedOf(tx);
  const answers: Promise<unknown>[] = [];
  for (const send of sendings) {
    // Drizzle takes some turns until it sends, and not always as many: the next one starts when this one has left.
    const left = new Promise<void>((resolve) => guarded.onceSent(resolve));
    const answer = start(send);
    answers.push(answer);
    const settled = answer.then(nothing, nothing);
    await Promise.race([left, settled]);
  }
  const failed = (await Promise.allSettled(answers)).flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason] : [],
  );
  if (failed.length > 0) throw failed.find((error) => sqlStateOf(error) !== refused) ?? failed[0];
  return Promise.all(answers) as Promise<T>;
}

/** The SQLSTATE of what is refused because something before it has failed. */
const refused = '25P02';

async function start<T>(send: Sending<T>): Promise<T> {
  return send();
}

const nothing = () => undefined;
