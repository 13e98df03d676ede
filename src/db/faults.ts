/** The SQLSTATE of an error that came from the database, however deep it is wrapped; undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  const found = findCause(
    error,
    (cause) => typeof cause.code === 'string' && typeof cause.severity === 'string',
  );
  return found?.code as string | undefined;
}

/** The constraint that the error says was violated. */
export function constraintOf(error: unknown): string | undefined {
  const found = findCause(error, (cause) => typeof cause.constraint_name === 'string');
  return found?.constraint_name as string | undefined;
}

const connectionCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What OpenSSL and Node call a server that cannot prove who it is, or speaks no TLS. */
const tlsCodes = /^(ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** SQLSTATEs of a server that cannot work now: shutdown, starting, out of connections or of room, statement timeout, deadlock. */
const busyStates = /^(08|57P|53|57014|25P03|40001|40P01|55P03)/;

/** Whether a statement was refused only because one before it in its transaction has failed. */
export const isRefused = (error: unknown) => sqlStateOf(error) === '25P02';

/** Whether the error means "the database is away or busy", so that the same request may pass later. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state ? busyStates.test(state) : isConnectionFault(error);
}

/** Whether the error is about the connection: one that could not be made, or is no more. */
export function isConnectionFault(error: unknown): boolean {
  if (sqlStateOf(error)) return false;
  const isOne = ({ code }: Cause) =>
    typeof code === 'string' && (connectionCodes.has(code) || tlsCodes.test(code));
  return findCause(error, isOne) !== undefined;
}

/** An error about the connection, as postgres.js makes them. */
export function connectionFault(message: string): Error {
  return Object.assign(new Error(message), { code: 'CONNECTION_CLOSED' });
}

/** Whoever waited for a connection learns this when the time for it is over. */
export const allBusy = () => connectionFault('All connections to the database are busy');

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
