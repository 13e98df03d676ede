import { isRefused } from './faults.ts';
import { LazyQuery, planOf, type Send, type Sender } from './query-types.ts';

/** What a transaction wrote, and where: by this it is found out whether it was committed when nothing answers (outcome.ts). */
export interface Witness {
  /** The id of a row of the audit log. */
  auditId: string;
  pid: number;
  xid: string;
  /** When the server was started, and where it stood (site.ts). */
  startedAt: string;
  origin: string | null;
}

/** A transaction, or a part of one that can be undone by itself, as Drizzle gets it. */
export interface Transaction extends Sender {
  witness?: Witness;
  /** Does a part of the work: when it fails what it did is undone, and the transaction can go on. */
  savepoint<T>(work: (part: Transaction) => Promise<T>): Promise<T>;
  /** Calls back, once, when another statement has been sent. */
  onceSent(told: () => void): void;
  /** Commits right behind what was sent before, without waiting for its answers: nothing may follow. */
  commit(): PromiseLike<unknown>;
}

/**
 * Runs work in a transaction on a connection that is its own meanwhile, to which `send` sends. `begin` leaves with the
 * first statement, so that it takes no time of its own: it is refused by nothing but the loss of the connection. Work that
 * sends nothing has no transaction.
 * @param onCommit called when a commit has been sent: from there on the loss of the connection says nothing of it
 * @throws what the work throws, or the first error of a statement in it: then nothing of it is kept
 */
export function runTransaction<T>(
  send: Send,
  work: (transaction: Transaction) => Promise<T>,
  onCommit: () => void = () => undefined,
  begin = 'begin',
): Promise<T> {
  let savepoints = 0;
  return runPart(send, { open: begin, undo: 'rollback', keep: 'commit' }, work);

  async function runPart<Result>(
    sendOutside: Send,
    { open, undo, keep }: { open: string; undo: string; keep?: string },
    workInside: (part: Transaction) => Promise<Result>,
  ): Promise<Result> {
    let isOpen = false;
    let failed: unknown;
    let kept: PromiseLike<unknown> | undefined;
    const listeners: (() => void)[] = [];
    const note = (error: unknown) => {
      failed ??= error;
    };
    const command = (text: string) => sendOutside((sender) => sender.unsafe(text));
    const sendInside: Send = (start) => {
      if (kept) throw new Error('Nothing can follow a commit');
      if (!isOpen) {
        isOpen = true;
        command(open).then(undefined, note);
      }
      return sendOutside(start);
    };
    const sendNoted: Send = (start) => {
      const answer = sendInside(start);
      answer.then(undefined, note);
      for (const tell of listeners.splice(0)) tell();
      return answer;
    };
    const commit = async () => {
      // A statement that cannot be sent says so before anything else happens, and then this may not go without it.
      await new Promise(process.nextTick);
      if (failed !== undefined) throw failed;
      if (isOpen && keep && !kept) {
        kept = command(keep);
        onCommit();
      }
      await kept;
    };
    try {
      const result = await workInside({
        unsafe: (text, parameters) => new LazyQuery(sendNoted, [text, parameters, planOf(text)]),
        savepoint: (inner) => {
          const name = `part_${savepoints++}`;
          return runPart(sendInside, { open: `savepoint ${name}`, undo: `rollback to ${name}` }, inner);
        },
        onceSent: (tell) => {
          listeners.push(tell);
        },
        commit,
      });
      await commit();
      // Postgres answers a commit that is behind an error with a rollback, as if all were well.
      if (failed !== undefined) throw failed;
      return result;
    } catch (error) {
      if (isOpen && !kept) await Promise.resolve(command(undo)).catch(note);
      throw isRefused(error) ? (failed ?? error) : error;
    }
  }
}
