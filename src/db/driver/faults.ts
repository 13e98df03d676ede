import { type Fault, faultOfConnection, faultOfState, unknownFault } from './sqlstates.ts';

/** The SQLSTATE of a database error, through its causes; undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  return answerOf(error)?.code as string | undefined;
}

const answerOf = (error: unknown) =>
  // A pooler's own errors have the field S only, a server's also V (PostgreSQL manual, 55.8).
  findCause(
    error,
    ({ code, severity, severity_local }) =>
      typeof code === 'string' && typeof (severity ?? severity_local) === 'string',
  );

/** The name of the violated constraint. */
export function constraintOf(error: unknown): string | undefined {
  const found = findCause(error, (cause) => typeof cause.constraint_name === 'string');
  return found?.constraint_name as string | undefined;
}

/** Classifies an error of the database, or of the connection to it (sqlstates.ts). */
export function faultOf(error: unknown): Fault {
  const lost = findCause(error, ({ code }) => code === 'COMMIT_LOST');
  if (lost) return faultOfConnection(lost) ?? unknownFault;
  const answer = answerOf(error);
  if (answer) return faultOfState(answer.code as string, answer.routine);
  const cause = findCause(error, (one) => faultOfConnection(one) !== undefined);
  return (cause && faultOfConnection(cause)) ?? unknownFault;
}

/** in_failed_sql_transaction: refused only because an earlier statement of the transaction failed. */
export const isRefused = (error: unknown) => sqlStateOf(error) === '25P02';

/** Whether nothing was committed and a retry may succeed: 503. */
export function isUnavailable(error: unknown): boolean {
  const { kind } = faultOf(error);
  return kind === 'busy' || kind === 'away' || kind === 'read-only';
}

/** Whether a connection could not be opened, or was lost. */
export function isConnectionFault(error: unknown): boolean {
  if (sqlStateOf(error)) return false;
  return findCause(error, (cause) => faultOfConnection(cause) !== undefined) !== undefined;
}

/** Whether the connection ends with the error: FATAL, PANIC, or a lost connection. */
export function endsConnection(error: unknown): boolean {
  const answer = answerOf(error);
  return answer ? answer.severity !== 'ERROR' : isConnectionFault(error);
}

/** A CONNECTION_CLOSED error as postgres.js has it. */
export function connectionFault(message: string): Error {
  return Object.assign(new Error(message), { code: 'CONNECTION_CLOSED' });
}

/** The error of a wait for a connection that timed out. */
export const allBusy = () =>
  Object.assign(new Error('All connections to the database are busy'), { code: 'POOL_TIMEOUT' });

/** A COMMIT was sent, and the connection lost before its answer came. */
export class CommitLost extends Error {
  override name = 'CommitLost';
  readonly code = 'COMMIT_LOST';

  constructor(cause: unknown) {
    super('The connection was lost before the answer to a commit', { cause });
  }
}

/** A database error in one line, without statement and parameters, for the log and the terminal. */
export function summarizeFault(error: unknown): string {
  let last = error;
  while (last instanceof Error && last.cause) last = last.cause;
  if (last instanceof AggregateError && last.errors[0] instanceof Error) last = last.errors[0];
  if (!(last instanceof Error)) return String(last);
  const state = sqlStateOf(error);
  return state ? `${last.message} (SQLSTATE ${state})` : last.message || last.name;
}

/** Whether the message of an error holds SQL and parameters. */
export function isQueryError(error: unknown): boolean {
  return (
    (error instanceof Error && error.name === 'DrizzleQueryError') ||
    (error instanceof Error && 'query' in error)
  );
}

type Cause = Record<string, unknown>;

function findCause(error: unknown, test: (cause: Cause) => boolean): Cause | undefined {
  for (let cause = error, depth = 0; cause && depth < 8; depth += 1) {
    if (typeof cause !== 'object') return undefined;
    if (test(cause as Cause)) return cause as Cause;
    cause = (cause as Cause).cause;
  }
  return undefined;
}
