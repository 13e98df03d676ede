import { availableParallelism } from 'node:os';
import { type Static, Type } from 'typebox';
import type { ProxyHeader } from './proxies/headers.ts';
import { parseTrustedProxies, type TrustedProxies } from './proxies/trust.ts';
import { coerceTexts, createValidator, describeFaults } from './validation.ts';

/** Every setting, by the name of its environment variable. `npm run docs` writes docs/settings.md from this schema. */
const Environment = Type.Object({
  HOST: Type.String({ default: '127.0.0.1', description: 'The address to listen on.' }),
  PORT: Type.Integer({
    minimum: 0,
    maximum: 65_535,
    default: 3000,
    description: 'The port to listen on; 0 picks a free one and prints it.',
  }),
  DATABASE_URL: Type.Optional(
    Type.String({
      'x-rule': 'databaseUrl',
      description:
        'The Postgres to use, `postgres://user:password@host:port/name`. Without it: the embedded engine.',
    }),
  ),
  DATABASE_POOLER: Type.Optional(
    Type.Unsafe<'session' | 'transaction'>({
      type: 'string',
      enum: ['session', 'transaction'],
      description:
        'The mode of a pooler (PgBouncer, Supavisor, Neon) that `DATABASE_URL` leads to: session or transaction. See docs/database.md.',
    }),
  ),
  DATABASE_DIRECT_URL: Type.Optional(
    Type.String({
      'x-rule': 'databaseUrl',
      description: 'The same database around the pooler, for migrations and notifications.',
    }),
  ),
  START_TIMEOUT_MS: Type.Integer({
    minimum: 0,
    maximum: 86_400_000,
    default: 60_000,
    description:
      'How long a start waits for a database that is not there yet, or that another process migrates, in milliseconds; 0 to give up at once.',
  }),
  DATA_DIR: Type.String({ default: './data', description: 'Where the embedded engine keeps its files.' }),
  ADMIN_KEY: Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]{32,256}$',
      description:
        'A key of at least 32 characters (ASCII, no spaces) that has every scope, for compose files and scripts.',
    }),
  ),
  PUBLIC_READ: Type.Boolean({
    default: true,
    description: 'Whether published things can be read without a key.',
  }),
  PUBLIC_URL: Type.Optional(
    Type.String({
      'x-rule': 'url',
      description:
        'The address that the world knows this service by, with the path below which a proxy has it: `https://example.org/cms`. Without it addresses are relative, and where they cannot be, of the `Host` that was asked for and for no shared cache.',
    }),
  ),
  POSTIL_URL: Type.Optional(
    Type.String({
      'x-rule': 'url',
      description: 'The server that the command line talks to, as `--url` does.',
    }),
  ),
  POSTIL_KEY: Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]{1,512}$',
      description: 'The key that the command line sends to it, as `--key` does.',
    }),
  ),
  SITE_URL_TEMPLATE: Type.Optional(
    Type.String({
      'x-rule': 'pageTemplate',
      description:
        "The pages of the site that shows the reviews, for links in feeds, citations and structured data: `https://example.org/{language}/reviews/{slug}`, with `{slug}` or `{id}`. Without it links lead to this API's own address.",
    }),
  ),
  SITE_TITLE: Type.String({
    minLength: 1,
    maxLength: 200,
    'x-rule': 'line',
    default: 'Postil',
    description: 'What the site is called, in feeds, citations and structured data.',
  }),
  SITE_AUTHOR: Type.Optional(
    Type.String({
      maxLength: 200,
      'x-rule': 'line',
      description: 'Who writes the reviews, as printed: in feeds, citations and structured data.',
    }),
  ),
  CORS_ORIGINS: Type.Optional(
    Type.String({
      pattern: '^(\\*|https?://[^\\s,/]+)( *, *(\\*|https?://[^\\s,/]+))*$',
      description:
        'Origins, separated by commas, whose pages may call with a key, such as `https://admin.example.org`; `*` for any. Reading without a key is open to all.',
    }),
  ),
  LOG_LEVEL: Type.Unsafe<'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'>({
    type: 'string',
    enum: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    default: 'info',
    description: 'How much is logged: fatal, error, warn, info, debug, trace or silent.',
  }),
  LOG_FORMAT: Type.Unsafe<'auto' | 'json' | 'pretty'>({
    type: 'string',
    enum: ['auto', 'json', 'pretty'],
    default: 'auto',
    description:
      'How the log is written: a JSON object a line (`json`), or for people (`pretty`). `auto` is `pretty` on a terminal.',
  }),
  SAMPLE_CONTENT: Type.Optional(
    Type.Boolean({
      description:
        'Whether the first start on an empty database loads the sample content. Default: true on the embedded engine, else false.',
    }),
  ),
  TRUST_PROXY: Type.String({
    default: 'false',
    'x-rule': 'trustedProxies',
    description:
      'The proxies whose forwarded headers are believed: how many there are in front of this service, when it can be reached through them only, or their addresses, such as `10.0.0.0/8, loopback`; false for none.',
  }),
  TRUST_PROXY_HEADERS: Type.String({
    default: 'x-forwarded-for,x-forwarded-proto',
    'x-rule': 'proxyHeaders',
    description:
      'The headers that these proxies set themselves, whatever a client sends: `x-forwarded-for`, `x-forwarded-proto`, `x-forwarded-host`, `x-forwarded-prefix`; or `forwarded` (RFC 7239). All others are ignored.',
  }),
  WORKERS: Type.String({
    default: '1',
    pattern: '^(auto|[1-9]\\d{0,2})$',
    description:
      'How many processes serve, behind the one port: a number, or `auto` for one per core. (Postgres only: on the embedded engine `auto` is one.)',
  }),
  POOL_SIZE: Type.Integer({
    minimum: 1,
    maximum: 500,
    default: 10,
    description:
      'How many connections to the database each process has; writes hold three quarters of them at most.',
  }),
  POOL_TIMEOUT_MS: Type.Integer({
    minimum: 1,
    maximum: 600_000,
    default: 5000,
    description:
      'How long a request waits for a connection, and a statement for a lock, before it is answered 503, in milliseconds.',
  }),
  OVERLOAD_WAIT_MS: Type.Integer({
    minimum: 0,
    maximum: 600_000,
    default: 1000,
    description:
      'Requests that would wait longer than this for a connection, going by those before them, are answered 503 at once, in milliseconds; 0 to let them wait.',
  }),
  CONNECT_TIMEOUT_MS: Type.Integer({
    minimum: 1000,
    maximum: 600_000,
    default: 5000,
    description: 'How long the making of a connection may take, in milliseconds.',
  }),
  STATEMENT_TIMEOUT_MS: Type.Integer({
    minimum: 0,
    maximum: 3_600_000,
    default: 15_000,
    description: 'How long one SQL statement may run, in milliseconds; 0 for no limit. (Postgres only.)',
  }),
  RESPONSE_CACHE_MB: Type.Integer({
    minimum: 0,
    maximum: 65_536,
    default: 64,
    description:
      'How many megabytes of ready answers to public reads each process keeps in memory; 0 for none.',
  }),
  RESPONSE_CACHE_LEASE_MS: Type.Integer({
    minimum: 0,
    maximum: 60_000,
    default: 100,
    description:
      'For how long ready answers are given without asking the database whether they still stand, in milliseconds, should its notifications not come; 0 to ask each time. (Postgres only.)',
  }),
  LIMIT_READS_PER_SECOND: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    default: 500,
    description:
      'How many reads a second a caller may send in the long run: a key, or without one an address (in IPv6 a /64); 0 for any number.',
  }),
  LIMIT_WRITES_PER_SECOND: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    default: 100,
    description: 'The same of requests that are no reads; a batch is one.',
  }),
  LIMIT_BURST_SECONDS: Type.Integer({
    minimum: 1,
    maximum: 3600,
    default: 20,
    description: 'How many seconds of these may come at once, after a pause.',
  }),
  LIMIT_FAILED_KEYS_PER_MINUTE: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    default: 60,
    description:
      'How many keys that are none an address may send in a minute, before only keys that were good lately are looked at; 0 for any number.',
  }),
  REQUEST_TIMEOUT_MS: Type.Integer({
    minimum: 0,
    maximum: 3_600_000,
    default: 30_000,
    description: 'How long a request may take to arrive, in milliseconds; 0 for no limit.',
  }),
  WRITE_TIMEOUT_MS: Type.Integer({
    minimum: 0,
    maximum: 3_600_000,
    default: 30_000,
    description:
      'How long a client may take nothing of an answer that is being sent to it, before its connection is cut, in milliseconds; 0 for no limit. One that reads slowly is not cut.',
  }),
  SHUTDOWN_DELAY_MS: Type.Integer({
    minimum: 0,
    maximum: 600_000,
    default: 0,
    description:
      'How long a shutdown is announced before the port closes, in milliseconds: `/health/ready` is a 503 meanwhile, and all else is answered.',
  }),
  SHUTDOWN_TIMEOUT_MS: Type.Integer({
    minimum: 0,
    maximum: 600_000,
    default: 10_000,
    description: 'How long requests in flight may take to end at a shutdown, in milliseconds.',
  }),
});

type Settings = Static<typeof Environment>;

export type Config = Omit<Settings, 'TRUST_PROXY' | 'TRUST_PROXY_HEADERS' | 'WORKERS'> & {
  TRUST_PROXY: TrustedProxies;
  TRUST_PROXY_HEADERS: ProxyHeader[];
  WORKERS: number;
};

export const environmentSchema = Environment;

/** The environment is wrong: one line that names every fault. */
export class ConfigurationError extends Error {}

/**
 * Reads the settings out of the environment; an empty variable counts as none.
 * @throws ConfigurationError naming every variable that is wrong, and its rule
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const settings: Record<string, unknown> = {};
  for (const name of Object.keys(Environment.properties)) {
    if (environment[name]) settings[name] = environment[name];
  }
  coerceTexts(Environment, settings);
  const validate = createValidator({ useDefaults: true }).compile<Settings>(Environment);
  const isValid = validate(settings);
  const faults = describeFaults(validate, 'parameter').map((fault) => {
    const name = 'parameter' in fault ? fault.parameter : '';
    const described = (Environment.properties as Record<string, { description?: string }>)[name]?.description;
    return `${name} ${fault.detail.startsWith('must match') ? `is not valid: ${described}` : fault.detail}`;
  });
  if (settings.DATABASE_URL === undefined && Number(settings.WORKERS) > 1)
    faults.push('WORKERS has to be 1 without a DATABASE_URL: the embedded engine serves one process');
  for (const name of ['DATABASE_POOLER', 'DATABASE_DIRECT_URL'])
    if (settings[name] !== undefined && settings.DATABASE_URL === undefined)
      faults.push(`${name} goes with a DATABASE_URL`);
  if (isValid && faults.length === 0)
    return {
      ...settings,
      TRUST_PROXY: parseTrustedProxies(settings.TRUST_PROXY) ?? false,
      TRUST_PROXY_HEADERS: settings.TRUST_PROXY_HEADERS.split(',') as ProxyHeader[],
      WORKERS: readWorkers(settings),
    };
  throw new ConfigurationError(`The configuration is wrong: ${faults.join('; ')}`);
}

function readWorkers({ WORKERS, DATABASE_URL }: Settings): number {
  if (WORKERS !== 'auto') return Number(WORKERS);
  return DATABASE_URL === undefined ? 1 : availableParallelism();
}
