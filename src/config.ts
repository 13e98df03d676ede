import { availableParallelism } from 'node:os';
import type { Static } from 'typebox';
import type { ProxyHeader } from './http/proxies/headers.ts';
import { parseTrustedProxies, type TrustedProxies } from './http/proxies/trust.ts';
import { environmentSchema } from './settings.ts';
import { type GivenCredentials, parseStorageUrl, StorageUrlError } from './storage/open.ts';
import { describeFaults } from './validation/faults.ts';
import { coerceTexts, createValidator } from './validation/validation.ts';

type Settings = Static<typeof environmentSchema>;

export type Config = Omit<Settings, 'TRUST_PROXY' | 'TRUST_PROXY_HEADERS' | 'WORKERS'> & {
  TRUST_PROXY: TrustedProxies;
  TRUST_PROXY_HEADERS: ProxyHeader[];
  WORKERS: number;
};

/** The environment is invalid: one line with every fault. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/**
 * Reads the settings from the environment; an empty variable counts as unset.
 * @throws ConfigurationError with every invalid variable and its rule
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const settings: Record<string, unknown> = {};
  for (const name of Object.keys(environmentSchema.properties)) {
    if (environment[name]) settings[name] = environment[name];
  }
  coerceTexts(environmentSchema, settings);
  const validate = createValidator({ useDefaults: true }).compile<Settings>(environmentSchema);
  const isValid = validate(settings);
  const faults = describeFaults(validate, 'parameter', { namesValues: false }).map((fault) => {
    const name = 'parameter' in fault ? fault.parameter : '';
    const described = (environmentSchema.properties as Record<string, { description?: string }>)[name]
      ?.description;
    return `${name} ${fault.detail.startsWith('must match') ? `is not valid: ${described}` : fault.detail}`;
  });
  if (settings.DATABASE_URL === undefined && Number(settings.WORKERS) > 1)
    faults.push('WORKERS has to be 1 without a DATABASE_URL: the embedded engine serves one process');
  for (const name of ['DATABASE_POOLER', 'DATABASE_DIRECT_URL'])
    if (settings[name] !== undefined && settings.DATABASE_URL === undefined)
      faults.push(`${name} goes with a DATABASE_URL`);
  faults.push(...findStorageFaults(settings));
  if (isValid && faults.length === 0)
    return {
      ...settings,
      TRUST_PROXY: parseTrustedProxies(settings.TRUST_PROXY) ?? false,
      TRUST_PROXY_HEADERS: settings.TRUST_PROXY_HEADERS.split(',') as ProxyHeader[],
      WORKERS: readWorkers(settings),
    };
  throw new ConfigurationError(`The configuration is wrong: ${faults.join('; ')}`);
}

/** Whether npm (`npm start`, `npx postil`) started this process. */
export const isRunByNpm = (): boolean => process.env.npm_lifecycle_event !== undefined;

function findStorageFaults(settings: Record<string, unknown>): string[] {
  try {
    parseStorageUrl(`${settings.IMAGES_URL}`, credentialsOf(settings as Partial<Settings>));
    return [];
  } catch (error) {
    if (!(error instanceof StorageUrlError)) throw error;
    return error.faults;
  }
}

/** The credentials of S3 in the settings. */
export const credentialsOf = (
  settings: Partial<Pick<Settings, 'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY' | 'AWS_SESSION_TOKEN'>>,
): GivenCredentials => ({
  ...(settings.AWS_ACCESS_KEY_ID === undefined ? {} : { accessKeyId: settings.AWS_ACCESS_KEY_ID }),
  ...(settings.AWS_SECRET_ACCESS_KEY === undefined
    ? {}
    : { secretAccessKey: settings.AWS_SECRET_ACCESS_KEY }),
  ...(settings.AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: settings.AWS_SESSION_TOKEN }),
});

function readWorkers({ WORKERS, DATABASE_URL }: Settings): number {
  if (WORKERS !== 'auto') return Number(WORKERS);
  return DATABASE_URL === undefined ? 1 : availableParallelism();
}
