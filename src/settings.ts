import { Type } from 'typebox';

/** The settings by environment variable. `npm run docs` writes docs/settings.md from this schema. */
export const environmentSchema = Type.Object({
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
      description: 'The URI of the same database that bypasses the pooler, for migrations and LISTEN/NOTIFY.',
    }),
  ),
  START_TIMEOUT_MS: Type.Integer({
    minimum: 0,
    maximum: 86_400_000,
    default: 60_000,
    description:
      'The timeout of a start for a database that is unreachable, or that another process migrates, in milliseconds; 0 to fail at once.',
  }),
  DATA_DIR: Type.String({ default: './data', description: 'The data directory of the embedded engine.' }),
  ADMIN_KEY: Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]{32,256}$',
      description:
        'A key of at least 32 characters (ASCII, no spaces) that has every scope, for compose files and scripts.',
    }),
  ),
  PUBLIC_READ: Type.Boolean({
    default: true,
    description: 'Whether published content can be read without a key.',
  }),
  PUBLIC_URL: Type.Optional(
    Type.String({
      'x-rule': 'url',
      description:
        'The public base URL of this service, with the path prefix that a proxy strips: `https://example.org/cms`. Without it URLs are relative; where they have to be absolute they have the `Host` of the request, and the answer is not for shared caches.',
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
  IMAGES_URL: Type.String({
    default: 'file:./data/images',
    description:
      'The storage of images: a folder, `file:./data/images`, or a bucket of an S3-compatible store, `s3://bucket/prefix?endpoint=https://s3.example.org&region=eu-west-1`, with its credentials in `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`.',
  }),
  AWS_ACCESS_KEY_ID: Type.Optional(Type.String({ description: 'The access key of S3, for `IMAGES_URL`.' })),
  AWS_SECRET_ACCESS_KEY: Type.Optional(
    Type.String({ description: 'The secret access key of S3, for `IMAGES_URL`.' }),
  ),
  AWS_SESSION_TOKEN: Type.Optional(
    Type.String({ description: 'The session token of temporary S3 credentials, for `IMAGES_URL`.' }),
  ),
  IMAGE_MAX_MB: Type.Integer({
    minimum: 1,
    maximum: 1000,
    default: 20,
    description: 'The largest picture that can be uploaded, in MiB.',
  }),
  IMAGES_AVIF: Type.Boolean({
    default: false,
    description: 'Whether variants can be had as AVIF too; to make one takes seconds of a processor.',
  }),
  IMAGES_ORIGINALS: Type.Unsafe<'keys' | 'public'>({
    type: 'string',
    enum: ['keys', 'public'],
    default: 'keys',
    description:
      'Who may have whole pictures, beside their variants: keys with `reviews:write`, or the public too.',
  }),
  SITE_URL_TEMPLATE: Type.Optional(
    Type.String({
      'x-rule': 'pageTemplate',
      description:
        "The URL template of the review pages of a site, for links in feeds, citations and structured data: `https://example.org/{language}/reviews/{slug}`, with `{slug}` or `{id}`. Without it links lead to this API's own pages.",
    }),
  ),
  SITE_TITLE: Type.String({
    minLength: 1,
    maxLength: 200,
    'x-rule': 'line',
    default: 'Postil',
    description: 'The title of the site, in feeds, citations and structured data.',
  }),
  SITE_AUTHOR: Type.Optional(
    Type.String({
      maxLength: 200,
      'x-rule': 'line',
      description: 'The author of the reviews, as printed in feeds, citations and structured data.',
    }),
  ),
  CORS_ORIGINS: Type.Optional(
    Type.String({
      pattern: '^(\\*|https?://[^\\s,/]+)( *, *(\\*|https?://[^\\s,/]+))*$',
      description:
        'Origins, separated by commas, whose pages may call with a key, such as `https://admin.example.org`; `*` for any. Reading without a key is open to all.',
    }),
  ),
  OUTBOUND_HOSTS: Type.Optional(
    Type.String({
      pattern: '^[^\\s,/]+:\\d{1,5}(,[^\\s,/]+:\\d{1,5})*$',
      description:
        'Hosts with ports, separated by commas (`blog.internal:8080`), that `postil import` may read by http and in a private network. Anything else is read by https from the public Internet alone.',
    }),
  ),
  LOG_LEVEL: Type.Unsafe<'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'>({
    type: 'string',
    enum: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    default: 'info',
    description: 'The log level: fatal, error, warn, info, debug, trace or silent.',
  }),
  LOG_FORMAT: Type.Unsafe<'auto' | 'json' | 'pretty'>({
    type: 'string',
    enum: ['auto', 'json', 'pretty'],
    default: 'auto',
    description:
      'The format of the log: a JSON object a line (`json`), or for people (`pretty`). `auto` is `pretty` on a terminal.',
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
      'The trusted proxies: their number (hops), when the service can be reached only through them, or their addresses, such as `10.0.0.0/8, loopback`; false for none.',
  }),
  TRUST_PROXY_HEADERS: Type.String({
    default: 'x-forwarded-for,x-forwarded-proto',
    'x-rule': 'proxyHeaders',
    description:
      'The forwarding headers that these proxies overwrite: `x-forwarded-for`, `x-forwarded-proto`, `x-forwarded-host`, `x-forwarded-prefix`; or `forwarded` (RFC 7239). All others are ignored.',
  }),
  WORKERS: Type.String({
    default: '1',
    pattern: '^(auto|[1-9]\\d{0,2})$',
    description:
      'The number of worker processes that share the port (node:cluster), or `auto` for one per core. (Postgres only: on the embedded engine `auto` is one.)',
  }),
  POOL_SIZE: Type.Integer({
    minimum: 1,
    maximum: 500,
    default: 10,
    description:
      'The size of the connection pool of each process; transactions use three quarters of it at most.',
  }),
  POOL_TIMEOUT_MS: Type.Integer({
    minimum: 1,
    maximum: 600_000,
    default: 5000,
    description:
      'The timeout of a request that waits for a connection, and of a statement that waits for a lock (`lock_timeout`), in milliseconds; then it is a 503.',
  }),
  OVERLOAD_WAIT_MS: Type.Integer({
    minimum: 0,
    maximum: 600_000,
    default: 1000,
    description:
      'Load shedding: requests whose estimated wait for a connection is longer than this are answered 503 at once, in milliseconds; 0 to let them wait.',
  }),
  CONNECT_TIMEOUT_MS: Type.Integer({
    minimum: 1000,
    maximum: 600_000,
    default: 5000,
    description: 'The timeout of opening a connection, in milliseconds.',
  }),
  STATEMENT_TIMEOUT_MS: Type.Integer({
    minimum: 0,
    maximum: 3_600_000,
    default: 15_000,
    description: 'The `statement_timeout`, in milliseconds; 0 for none. (Postgres only.)',
  }),
  RESPONSE_CACHE_MB: Type.Integer({
    minimum: 0,
    maximum: 65_536,
    default: 64,
    description:
      'The size of the response cache for public reads of each process, in megabytes; 0 switches it off.',
  }),
  RESPONSE_CACHE_LEASE_MS: Type.Integer({
    minimum: 0,
    maximum: 60_000,
    default: 100,
    description:
      'How long cached responses may be served without confirming the version of the content, in milliseconds: the bound of staleness when a notification is lost; 0 to confirm it for each request. (Postgres only.)',
  }),
  LIMIT_READS_PER_SECOND: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    default: 500,
    description:
      'The rate limit of reads (token bucket), per second and caller: a key, or without one an address (in IPv6 a /64); 0 for none.',
  }),
  LIMIT_WRITES_PER_SECOND: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    default: 100,
    description: 'The rate limit of all other requests; a batch is one.',
  }),
  LIMIT_BURST_SECONDS: Type.Integer({
    minimum: 1,
    maximum: 3600,
    default: 20,
    description: 'The burst of both (size of the bucket), in seconds of the rate.',
  }),
  LIMIT_FAILED_KEYS_PER_MINUTE: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    default: 60,
    description:
      'Brute-force protection: the invalid keys that an address may send in a minute, after which only recently valid keys are checked; 0 for any number.',
  }),
  REQUEST_TIMEOUT_MS: Type.Integer({
    minimum: 0,
    maximum: 3_600_000,
    default: 30_000,
    description: 'The timeout of receiving a request (Slowloris), in milliseconds; 0 for none.',
  }),
  WRITE_TIMEOUT_MS: Type.Integer({
    minimum: 0,
    maximum: 3_600_000,
    default: 30_000,
    description:
      'The write timeout: a connection whose client reads nothing of an answer for so long is reset, in milliseconds; 0 for none. A slow reader is not reset.',
  }),
  SHUTDOWN_DELAY_MS: Type.Integer({
    minimum: 0,
    maximum: 600_000,
    default: 0,
    description:
      'The delay of a shutdown before the port closes (lame duck), in milliseconds: `/health/ready` is a 503 meanwhile, and all else is answered.',
  }),
  SHUTDOWN_TIMEOUT_MS: Type.Integer({
    minimum: 0,
    maximum: 600_000,
    default: 10_000,
    description: 'The timeout of a graceful shutdown for requests in flight, in milliseconds.',
  }),
});
