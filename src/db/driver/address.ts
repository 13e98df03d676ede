/**
 * A parser of Postgres connection URIs (PostgreSQL manual, 34.1.1.2). postgres.js (3.4.9) sends each parameter that it does
 * not know to the server as a setting, which refuses it.
 */
export interface Address {
  /** Tried in this order. A host that begins with a slash is the folder of a Unix socket. */
  servers: Server[];
  user?: string;
  password?: string;
  database?: string;
  tls: Tls;
  applicationName?: string;
  connectTimeoutMs?: number;
  /** TCP keep-alive: the idle time before the first probe, in seconds; 0 for none. */
  keepAliveSeconds: number;
  /** `target_session_attrs=primary`: of several servers, the one that is no standby. */
  isPrimaryOnly: boolean;
  /** Prisma's `pgbouncer=true`: a pooler in transaction mode. */
  isTransactionPooled: boolean;
  /** The settings of `options=-c name=value`. */
  settings: Record<string, string>;
  /** The part of `options` that routes a proxy: Neon's `endpoint=…`. */
  routing?: string;
  /** The parameters that have no effect, by name. */
  leftOut: string[];
}

export interface Server {
  host: string;
  port: number;
}

export interface Tls {
  /** As in libpq; without a mode in the URI there is none. */
  mode: 'disable' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
  /** `sslnegotiation=direct`: TLS without an SSLRequest (Postgres 17). */
  isDirect: boolean;
  /** Files: the certificates of authorities, our own certificate, and its key. */
  rootCertificate?: string;
  certificate?: string;
  key?: string;
  passphrase?: string;
}

/** An invalid URI. The message is the rule that it breaks, without the value, which may hold a password. */
export class AddressFault extends Error {
  override name = 'AddressFault';
}

const shape =
  'must be postgres://user:password@host:port/name, with what is special in user, password and name percent-encoded';

/** @throws AddressFault */
export function parseAddress(uri: string): Address {
  const parts =
    /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?([^@/?#]*)(?:\/([^@/?#]*))?(?:\?([^#]*))?(?:#[^@]*)?$/.exec(uri);
  if (!parts) throw new AddressFault(shape);
  const [, credentials = '', hosts = '', database = '', query = ''] = parts;
  // A password with an unencoded question mark: its rest is in the query.
  if (credentials === '' && query.includes('@')) throw new AddressFault(shape);
  const [user = '', ...password] = credentials.split(':');
  const address: Address = {
    servers: [],
    tls: { mode: 'disable', isDirect: false },
    keepAliveSeconds: 60,
    isPrimaryOnly: false,
    isTransactionPooled: false,
    settings: {},
    leftOut: [],
  };
  if (user !== '') address.user = decode(user);
  if (password.length > 0) address.password = decode(password.join(':'));
  if (database !== '') address.database = decode(database);
  const given = readParameters(query);
  address.servers = readServers(hosts, given);
  address.isPrimaryOnly = address.servers.length > 1;
  for (const [name, value] of given) {
    const read = parameters[name];
    if (read) read(address, value);
    else address.leftOut.push(name);
  }
  return address;
}

/** Parses the query. What is no name is most likely a part of a password, so that no message repeats it. */
function readParameters(query: string): Map<string, string> {
  const given = new Map<string, string>();
  for (const parameter of query.split('&')) {
    if (parameter === '') continue;
    const [, name, value] = /^([A-Za-z_][\w.]{0,62})=(.*)$/s.exec(parameter) ?? [];
    if (name === undefined || value === undefined)
      throw new AddressFault(`${shape}, and parameters as name=value`);
    if (given.has(name)) throw new AddressFault(`has the parameter ${name} twice`);
    given.set(name, decode(value));
  }
  return given;
}

function readServers(authority: string, given: Map<string, string>): Server[] {
  const inUri = authority.split(',').map((one) => {
    const [, host, port = ''] = /^(\[[\w:.%]+\]|[^:[\]]*)(?::(\d{1,5}))?$/.exec(one) ?? [];
    if (host === undefined) throw new AddressFault(shape);
    return { host: decode(host).replace(/^\[|\]$/g, ''), port };
  });
  const hosts = given.get('host')?.split(',') ?? inUri.map(({ host }) => host);
  const ports = given.get('port')?.split(',') ?? inUri.map(({ port }) => port);
  if (ports.length > 1 && ports.length !== hosts.length)
    throw new AddressFault('must have one port, or one for each host');
  return hosts.map((host, place) => {
    if (!host.startsWith('/') && /[\s:?#@]/.test(host) && !/^[0-9A-Fa-f:.]+(%\w+)?$/.test(host))
      throw new AddressFault(shape);
    const port = Number((ports.length > 1 ? ports[place] : ports[0]) || 5432);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new AddressFault('must have ports from 1 to 65535');
    return { host: host || 'localhost', port };
  });
}

/** @throws AddressFault */
function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text);
    if (!decoded.includes('\0')) return decoded;
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  throw new AddressFault(shape);
}

type Read = (address: Address, value: string) => void;

/** A reader for each known parameter: those of libpq, and those of Prisma, JDBC and hosts. */
const parameters: Record<string, Read> = {
  host: () => undefined,
  port: () => undefined,
  user: (address, value) => {
    address.user = value;
  },
  password: (address, value) => {
    address.password = value;
  },
  dbname: (address, value) => {
    address.database = value;
  },
  application_name: (address, value) => {
    address.applicationName = value;
  },
  fallback_application_name: (address, value) => {
    address.applicationName ??= value;
  },
  connect_timeout: (address, value) => {
    const seconds = readNumber('connect_timeout', value);
    if (seconds > 0) address.connectTimeoutMs = seconds * 1000;
  },
  keepalives: (address, value) => {
    if (value === '0') address.keepAliveSeconds = 0;
  },
  keepalives_idle: (address, value) => {
    const seconds = readNumber('keepalives_idle', value);
    if (address.keepAliveSeconds > 0 && seconds > 0) address.keepAliveSeconds = seconds;
  },
  sslmode: ({ tls }, value) => {
    tls.mode = readTlsMode('sslmode', value);
  },
  ssl: ({ tls }, value) => {
    tls.mode = readTlsMode(
      'ssl',
      ({ true: 'require', false: 'disable' } as Record<string, string>)[value] ?? value,
    );
  },
  sslaccept: ({ tls }, value) => {
    tls.mode = readChoice('sslaccept', value, { strict: 'verify-full', accept_invalid_certs: 'require' });
  },
  sslnegotiation: ({ tls }, value) => {
    tls.isDirect = readChoice('sslnegotiation', value, { postgres: false, direct: true });
  },
  sslrootcert: ({ tls }, value) => {
    if (value === 'system') tls.mode = 'verify-full';
    else tls.rootCertificate = value;
  },
  sslcert: ({ tls }, value) => {
    tls.certificate = value;
  },
  sslkey: ({ tls }, value) => {
    tls.key = value;
  },
  sslpassword: ({ tls }, value) => {
    tls.passphrase = value;
  },
  target_session_attrs: (address, value) => {
    address.isPrimaryOnly = readChoice('target_session_attrs', value, {
      any: false,
      primary: true,
      'read-write': true,
    });
  },
  pgbouncer: (address, value) => {
    address.isTransactionPooled = readChoice('pgbouncer', value, { true: true, false: false });
  },
  schema: (_address, value) => {
    if (value !== 'public')
      throw new AddressFault(
        'must leave schema at public, where the tables are: for others, give Postil a database of its own',
      );
  },
  options: (address, value) => {
    readOptions(address, value);
  },
};

function readNumber(name: string, value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new AddressFault(`must have a number of seconds as ${name}`);
  return Number(value);
}

function readChoice<T>(name: string, value: string, choices: Record<string, T>): T {
  if (Object.hasOwn(choices, value)) return choices[value] as T;
  throw new AddressFault(`must have one of ${Object.keys(choices).join(', ')} as ${name}`);
}

const readTlsMode = (name: string, value: string): Tls['mode'] =>
  readChoice(name, value, {
    disable: 'disable',
    // libpq tries without TLS first; here TLS is preferred.
    allow: 'prefer',
    prefer: 'prefer',
    require: 'require',
    'verify-ca': 'verify-ca',
    'verify-full': 'verify-full',
  });

/** Parses command-line options of the server: `-c name=value` and `--name=value`, with spaces escaped by a backslash. */
function readOptions(address: Address, text: string): void {
  const words = [...text.matchAll(/(?:\\.|[^\s\\])+/gs)].map(([word]) => word.replace(/\\(.)/gs, '$1'));
  const routing: string[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? '';
    const option = word === '-c' ? words[++place] : /^(?:-c|--)(.+)$/s.exec(word)?.[1];
    const [, name, value] = /^([A-Za-z_][\w.-]*)=(.*)$/s.exec(option ?? '') ?? [];
    if (name !== undefined && value !== undefined)
      address.settings[name.toLowerCase().replaceAll('-', '_')] = value;
    else if (option === undefined && /^[a-z_]+=[\w.-]+$/i.test(word)) routing.push(word);
    else throw new AddressFault('must have options such as -c name=value');
  }
  if (routing.length > 0) address.routing = routing.join(' ');
}
