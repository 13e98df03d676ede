/**
 * The class of a database error, for the status of a request: invalid input (`caller`), transient (`busy`), a server that is
 * unavailable (`away`) or takes no writes (`read-only`), a COMMIT without an answer (`outcome-unknown`), or a bug of ours.
 */
export type FaultKind = 'caller' | 'busy' | 'away' | 'read-only' | 'outcome-unknown' | 'bug';

export interface Fault {
  kind: FaultKind;
  /** One sentence for the operator: the log and `/health/ready`. */
  reason: string;
  /** Failover: the server shuts down or is no longer the primary, and a new connection may lead to another. */
  reconnect?: boolean;
}

const noAnswer = 'The database does not answer.';
const noPrimary = 'The database takes no writes: it is read-only, or a standby.';
const otherSchema = 'The database has the tables of another version of Postil.';
const refused = 'The database refuses the role or its password: look at DATABASE_URL.';

/**
 * SQLSTATEs by code, else by class, which is the first two characters (PostgreSQL, Appendix A); any other is a bug of ours.
 */
const states: Record<string, Fault> = {
  '08': { kind: 'away', reason: noAnswer, reconnect: true },
  '08007': { kind: 'outcome-unknown', reason: 'A commit has no answer.', reconnect: true },
  // Data exceptions, which validation should have refused.
  '22001': { kind: 'caller', reason: 'A text is too long to be stored.' },
  '22003': { kind: 'caller', reason: 'A number is too large to be stored.' },
  '22007': { kind: 'caller', reason: 'A time cannot be read.' },
  '22008': { kind: 'caller', reason: 'A time is out of range.' },
  '22021': { kind: 'caller', reason: 'A text has characters that cannot be stored.' },
  '22P02': { kind: 'caller', reason: 'A value has the wrong form.' },
  '22P05': { kind: 'caller', reason: 'A text has characters that cannot be stored.' },
  // Those that concurrent requests can violate have problems of their own, by constraint name (http/plugins/problems.ts).
  '23': { kind: 'bug', reason: 'A constraint was violated.' },
  '25006': { kind: 'read-only', reason: noPrimary, reconnect: true },
  '25P03': { kind: 'busy', reason: 'A transaction was idle for too long.', reconnect: true },
  '25P04': { kind: 'busy', reason: 'A transaction took too long.', reconnect: true },
  '26': { kind: 'busy', reason: 'A prepared statement is no longer there.', reconnect: true },
  '28': { kind: 'away', reason: refused },
  '3D': { kind: 'away', reason: 'There is no such database: look at DATABASE_URL.' },
  '3F': { kind: 'away', reason: otherSchema },
  '40': { kind: 'busy', reason: 'A transaction was undone.' },
  '40001': { kind: 'busy', reason: 'A transaction could not be serialised.' },
  '40003': { kind: 'outcome-unknown', reason: 'A commit has no answer.', reconnect: true },
  '40P01': { kind: 'busy', reason: 'Transactions waited for one another.' },
  '42501': { kind: 'away', reason: 'The role of DATABASE_URL lacks a privilege.', reconnect: true },
  '42703': { kind: 'away', reason: otherSchema },
  '42704': { kind: 'away', reason: otherSchema },
  '42883': { kind: 'away', reason: otherSchema },
  '42P01': { kind: 'away', reason: otherSchema },
  '53': { kind: 'busy', reason: 'The database is short of memory or connections.' },
  '53100': { kind: 'read-only', reason: 'The disk of the database is full.' },
  '53300': { kind: 'busy', reason: 'The database has no connection left.' },
  '54000': { kind: 'caller', reason: 'A value is too large to be stored.' },
  '55000': { kind: 'away', reason: 'The database takes no connections or is in recovery.', reconnect: true },
  '55006': { kind: 'busy', reason: 'Something is in use.' },
  '55P03': { kind: 'busy', reason: 'A lock was held by others for too long.' },
  '57014': { kind: 'busy', reason: 'A statement took too long, or was cancelled.' },
  '57': { kind: 'away', reason: 'The database has ended the connection.', reconnect: true },
  '57P01': { kind: 'away', reason: 'The database is shutting down.', reconnect: true },
  '57P02': { kind: 'away', reason: 'The database has crashed, and starts again.', reconnect: true },
  '57P03': { kind: 'away', reason: 'The database is starting or in recovery.', reconnect: true },
  '57P04': { kind: 'away', reason: 'The database was dropped.', reconnect: true },
  '58': { kind: 'away', reason: 'The database has a fault of its disk or system.', reconnect: true },
  '72': { kind: 'busy', reason: 'A snapshot is too old.' },
  F0: { kind: 'away', reason: 'The configuration of the database is wrong.', reconnect: true },
  XX001: { kind: 'away', reason: 'The files of the database are damaged.' },
  XX002: { kind: 'away', reason: 'The files of the database are damaged.' },
};

/** The default: a wrong statement of ours. */
const bug: Fault = { kind: 'bug', reason: 'A statement failed: the log says which error it was.' };

const unresolved = 'The host of DATABASE_URL cannot be resolved.';
const unreachable = 'The database cannot be reached.';
const noSocket = 'The process can open no more connections.';

/** Errors of postgres.js and of Node's sockets by `code`; any other is a bug of ours. */
const driverCodes: Record<string, Fault> = {
  CONNECTION_CLOSED: { kind: 'away', reason: noAnswer },
  CONNECTION_ENDED: { kind: 'away', reason: noAnswer },
  CONNECTION_DESTROYED: { kind: 'away', reason: noAnswer },
  CONNECT_TIMEOUT: { kind: 'away', reason: noAnswer },
  POOL_TIMEOUT: { kind: 'busy', reason: 'All connections to the database are in use.' },
  COMMIT_LOST: { kind: 'outcome-unknown', reason: 'A commit has no answer.' },
  SASL_SIGNATURE_MISMATCH: { kind: 'away', reason: refused },
  MESSAGE_NOT_SUPPORTED: { kind: 'away', reason: 'What answers at DATABASE_URL is no Postgres.' },
  ENOTFOUND: { kind: 'away', reason: unresolved },
  EAI_AGAIN: { kind: 'away', reason: unresolved },
  EAI_FAIL: { kind: 'away', reason: unresolved },
  ECONNREFUSED: { kind: 'away', reason: 'The database takes no connections.' },
  ECONNRESET: { kind: 'away', reason: noAnswer },
  ECONNABORTED: { kind: 'away', reason: noAnswer },
  ENOTCONN: { kind: 'away', reason: noAnswer },
  EPIPE: { kind: 'away', reason: noAnswer },
  EPROTO: { kind: 'away', reason: 'The database cannot prove who it is, or speaks no TLS.' },
  ETIMEDOUT: { kind: 'away', reason: noAnswer },
  EHOSTUNREACH: { kind: 'away', reason: unreachable },
  EHOSTDOWN: { kind: 'away', reason: unreachable },
  ENETUNREACH: { kind: 'away', reason: unreachable },
  ENETDOWN: { kind: 'away', reason: unreachable },
  ENETRESET: { kind: 'away', reason: noAnswer },
  EADDRNOTAVAIL: { kind: 'busy', reason: noSocket },
  ENOBUFS: { kind: 'busy', reason: noSocket },
};

/** Codes that files have too: faults of a connection only with the syscall `connect`. */
const connectingCodes: Record<string, Fault> = {
  ENOENT: { kind: 'away', reason: 'There is no socket at DATABASE_URL.' },
  EACCES: { kind: 'away', reason: 'The socket at DATABASE_URL cannot be used.' },
  EMFILE: { kind: 'busy', reason: noSocket },
  ENFILE: { kind: 'busy', reason: noSocket },
};

/** Codes of OpenSSL and Node for a failed TLS handshake or verification. */
const tlsCodes =
  /^(?:ERR_SSL|ERR_TLS|ERR_OSSL|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/;
const tlsFault: Fault = { kind: 'away', reason: 'The database cannot prove who it is, or speaks no TLS.' };

/** Classifies an SQLSTATE. @param routine the error's field R, the routine of the server's code */
export function faultOfState(state: string, routine?: unknown): Fault {
  // "cached plan must not change result type": a migration changed a table under prepared statements.
  if (state === '0A000' && routine === 'RevalidateCachedQuery')
    return { kind: 'busy', reason: 'A table was changed under a prepared statement.', reconnect: true };
  return states[state] ?? states[state.slice(0, 2)] ?? bug;
}

/** Classifies a connection error; undefined for any other. */
export function faultOfConnection({
  code,
  syscall,
}: {
  code?: unknown;
  syscall?: unknown;
}): Fault | undefined {
  if (typeof code !== 'string') return undefined;
  if (tlsCodes.test(code)) return tlsFault;
  return driverCodes[code] ?? (syscall === 'connect' ? connectingCodes[code] : undefined);
}

/** The fault of an error that is in no table. */
export const unknownFault = bug;
