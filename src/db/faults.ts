import { type Fault, faultOfConnection, faultOfState, unknownFault } from './sqlstates.ts';

/** The SQLSTATE of an error that came from the database, however deep it is wrapped; undefined for any other error. */
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

/** The constraint that the error says was violated. */
export function constraintOf(error: unknown): string | undefined {
  const found = findCause(error, (cause) => typeof cause.constraint_name === 'string');
  return found?.constraint_name as string | undefined;
}

/** What an error of the database, or of the connection to it, means (sqlstates.ts). */
export function faultOf(error: unknown): Fault {
  const lost = findCause(error, ({ code }) => code === 'COMMIT_LOST');
  if (lost) return faultOfConnection(lost) ?? unknownFault;
  const answer = answerOf(error);
  if (answer) return faultOfState(answer.code as string, answer.routine);
  const cause = findCause(error, (one) => faultOfConnection(one) !== undefined);
  return (cause && faultOfConnection(cause)) ?? unknownFault;
}

/** Whether a statement was refused only because one before it in its transaction has failed. */
export const isRefused = (error: unknown) => sqlStateOf(error) === '25P02';

/** Whether the error means that nothing was carried out, and that the same request may pass later. */
export function isUnavailable(error: unknown): boolean {
  const { kind } = faultOf(error);
  return kind === 'busy' || kind === 'away' || kind === 'read-only';
}

/** Whether the error is about the connection: one that could not be made, or is no more. */
export function isConnectionFault(error: unknown): boolean {
  if (sqlStateOf(error)) return false;
  return findCause(error, (cause) => faultOfConnection(cause) !== undefined) !== undefined;
}

/** Whether the connection ends with the error: the server says so (FATAL, PANIC), or says nothing any more. */
export function endsConnection(error: unknown): boolean {
  const answer = answerOf(error);
  return answer ? answer.severity !== 'ERROR' : isConnectionFault(error);
}

/** An error about the connection, as postgres.js makes them. */
export function connectionFault(message: string): Error {
  return Object.assign(new Error(message), { code: 'CONNECTION_CLOSED' });
}

/** Whoever waited for a connection learns this when the time for it is over. */
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

/** One line about a database error without a statement or its parameters, for the log and the terminal. */
export function summarizeFault(error: unknown): string {
  let last = error;
  while (last instanceof Error && last.cause) last = last.cause;
  if (last instanceof AggregateError && last.errors[0] instanceof Error) last = last.errors[0];
  if (!(last instanceof Error)) return String(last);
  const state = sqlStateOf(error);
  return state ? `${last.message} (SQLSTATE ${state})` : last.message || last.name;
}

/** Whether the error came out of a statement: its message then holds the SQL and every parameter. */
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
