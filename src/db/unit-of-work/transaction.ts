import { isRefused } from '../driver/faults.ts';
import { LazyQuery, planOf, type Send, type Sender } from '../driver/query-types.ts';

/** A row that a transaction wrote, and where: evidence of its commit when the answer is lost (outcome.ts). */
export interface Witness {
  /** The id of a row of the audit log. */
  auditId: string;
  pid: number;
  xid: string;
  /** The server's start time, and the identity of the database (site.ts). */
  startedAt: string;
  origin: string | null;
}

/** A transaction or a savepoint, with the interface that Drizzle uses. */
export interface Transaction extends Sender {
  witness?: Witness;
  /** Runs work in a savepoint: a failure rolls back to it, and the transaction can go on. */
  savepoint<T>(work: (part: Transaction) => Promise<T>): Promise<T>;
  /** Calls the listener once, when the next statement is sent. */
  onceSent(listener: () => void): void;
  /** Pipelines a COMMIT behind the statements sent before; nothing may follow. */
  commit(): PromiseLike<unknown>;
}

/**
 * Runs work in a transaction on a connection of its own, with BEGIN pipelined before the first statement: it takes no round
 * trip, and fails only when the connection is lost. Work without statements has no transaction.
 * @param onCommit called when COMMIT was sent: from there on, losing the connection leaves the outcome unknown
 * @throws what the work throws, or the first error of a statement in it, after the ROLLBACK
 */
export function runTransaction<T>(
  send: Send,
  work: (transaction: Transaction) => Promise<T>,
  onCommit: () => void = () => undefined,
  begin = 'begin',
): Promise<T> {
  let savepoints = 0;
  return runPart(send, { open: begin, undo: 'rollback', close: 'commit' }, work);

  async function runPart<Result>(
    sendOutside: Send,
    { open, undo, close }: { open: string; undo: string; close?: string },
    workInside: (part: Transaction) => Promise<Result>,
  ): Promise<Result> {
    let isOpen = false;
    let failed: unknown;
    let committed: PromiseLike<unknown> | undefined;
    const listeners: (() => void)[] = [];
    const note = (error: unknown) => {
      failed ??= error;
    };
    const command = (text: string) => sendOutside((sender) => sender.unsafe(text));
    const sendInside: Send = (start) => {
      if (committed) throw new Error('Nothing can follow a commit');
      if (!isOpen) {
        isOpen = true;
        command(open).then(undefined, note);
      }
      return sendOutside(start);
    };
    const sendNoted: Send = (start) => {
      const answer = sendInside(start);
      answer.then(undefined, note);
      for (const listener of listeners.splice(0)) listener();
      return answer;
    };
    const commit = async () => {
      // A statement that cannot be sent rejects within this tick, and then COMMIT must not be sent.
      await new Promise(process.nextTick);
      if (failed !== undefined) throw failed;
      if (isOpen && close && !committed) {
        committed = command(close);
        onCommit();
      }
      await committed;
    };
    try {
      const result = await workInside({
        unsafe: (text, parameters) => new LazyQuery(sendNoted, [text, parameters, planOf(text)]),
        savepoint: (inner) => {
          const name = `part_${savepoints++}`;
          return runPart(sendInside, { open: `savepoint ${name}`, undo: `rollback to ${name}` }, inner);
        },
        onceSent: (listener) => {
          listeners.push(listener);
        },
        commit,
      });
      await commit();
      // Postgres answers COMMIT in a failed transaction with ROLLBACK, and not with an error.
      if (failed !== undefined) throw failed;
      return result;
    } catch (error) {
      if (isOpen && !committed) await Promise.resolve(command(undo)).catch(note);
      throw isRefused(error) ? (failed ?? error) : error;
    }
  }
}
