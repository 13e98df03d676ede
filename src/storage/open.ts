import { parse } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openFileStorage } from './file-storage.ts';
import type { S3Bucket, S3Timing } from './s3-request.ts';
import type { S3Credentials } from './s3-signature.ts';
import { openS3Storage } from './s3-storage.ts';
import type { Storage } from './storage.ts';

/** Where files are stored: a folder (its absolute path), or a bucket. */
export type StorageLocation = { folder: string } | { bucket: S3Bucket };

/** The credentials of S3 as the environment has them. */
export type GivenCredentials = Partial<S3Credentials>;

/** The setting IMAGES_URL, or what goes with it, is wrong; `faults` has a sentence for each fault. */
export class StorageUrlError extends Error {
  readonly faults: string[];

  constructor(faults: string[]) {
    super(faults.join('; '));
    this.faults = faults;
  }
}

/**
 * Opens the storage that a URL names, without touching it: `check` does that.
 * @param url `file:./data/images`, `file:///srv/images`, or `s3://bucket/prefix?endpoint=https://…&region=…`
 * @throws StorageUrlError with all faults
 */
export function openStorage(
  url: string,
  { credentials = {}, timing }: { credentials?: GivenCredentials; timing?: Partial<S3Timing> } = {},
): Storage {
  const location = parseStorageUrl(url, credentials);
  return 'folder' in location ? openFileStorage(location.folder) : openS3Storage(location.bucket, timing);
}

/**
 * Parses the setting IMAGES_URL. A relative path counts from the current folder.
 * @throws StorageUrlError with all faults; it names no value, since a secret may stand in the wrong place
 */
export function parseStorageUrl(text: string, credentials: GivenCredentials): StorageLocation {
  const faults: string[] = [];
  const base = pathToFileURL(`${process.cwd()}/`);
  const url = URL.canParse(text, base.href) ? new URL(text, base) : undefined;
  const refuse = (fault: string) => void faults.push(`IMAGES_URL ${fault}`);
  let location: StorageLocation | undefined;
  if (/^file:/i.test(text)) location = { folder: readFolder(url, refuse) };
  else if (/^s3:/i.test(text)) location = { bucket: readBucket(url, credentials, refuse, faults) };
  else
    refuse(
      'has to begin with file: or s3:, such as file:./data/images or s3://bucket/prefix?region=eu-west-1',
    );
  if (!location || faults.length > 0) throw new StorageUrlError(faults);
  return location;
}

type Refuse = (fault: string) => void;

function readFolder(url: URL | undefined, refuse: Refuse): string {
  if (!url)
    return refuse('has no path that can be read: write file:./data/images or file:///srv/images') ?? '';
  if (url.host)
    refuse('has a host: write file:./folder for a relative path, file:///folder for an absolute one');
  if (url.search || url.hash)
    refuse('has a query or a fragment, which a file: URL must not: leave out ? and #');
  const folder = decodePath(url);
  if (folder === undefined) refuse('has a malformed percent-encoding in its path: encode % as %25');
  else if (folder === parse(folder).root || folder === process.cwd())
    refuse('names the root folder or the current one: name a folder of its own');
  return folder ?? '';
}

function decodePath({ pathname }: URL): string | undefined {
  try {
    const path = fileURLToPath(`file://${pathname}`);
    return path.includes('\0') ? undefined : path.replace(/(?<=[^/])\/+$/, '');
  } catch {
    return undefined;
  }
}

function readBucket(
  url: URL | undefined,
  credentials: GivenCredentials,
  refuse: Refuse,
  faults: string[],
): S3Bucket {
  const { username, password, port, hash, hostname, pathname, searchParams } = url ?? new URL('s3:');
  if (username || password)
    refuse(
      'holds credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead, and leave out what is before @',
    );
  if (port || hash)
    refuse('has a port or a fragment, which an s3: URL must not: the port belongs into endpoint');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(hostname))
    refuse('needs the name of a bucket: 3 to 63 of a-z, 0-9, dot and hyphen, such as s3://my-bucket/images');
  const prefix = pathname.replace(/^\/|\/$/g, '');
  if (!/^([\w-][\w.-]*(\/[\w-][\w.-]*)*)?$/.test(prefix) || prefix.length > 256)
    refuse(
      'has a wrong prefix behind the bucket: at most 256 of letters, digits, dot, hyphen, _ and single /',
    );
  const names = [...searchParams.keys()];
  if (names.some((name) => name !== 'endpoint' && name !== 'region') || new Set(names).size < names.length)
    refuse('has an unknown or repeated parameter: it may have endpoint and region, each once');
  const region = searchParams.get('region') ?? 'us-east-1';
  if (!/^[a-z0-9-]{1,40}$/.test(region))
    refuse('has a wrong region: up to 40 of a-z, 0-9 and hyphen, such as region=eu-west-1');
  const endpoint = searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  if (!isEndpoint(endpoint))
    refuse(
      'has a wrong endpoint: an http: or https: URL without credentials, query and fragment, such as endpoint=https://s3.example.org',
    );
  for (const [name, value, needed] of [
    ['AWS_ACCESS_KEY_ID', credentials.accessKeyId, true],
    ['AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey, true],
    ['AWS_SESSION_TOKEN', credentials.sessionToken, false],
  ] as const) {
    if (value === undefined && needed) faults.push(`${name} has to be set for an IMAGES_URL of s3:`);
    if (value !== undefined && !/^[\x21-\x7e]+$/.test(value))
      faults.push(`${name} has to be ASCII without spaces and line ends`);
  }
  return {
    endpoint: endpoint.replace(/\/$/, ''),
    name: hostname,
    prefix: prefix && `${prefix}/`,
    region,
    credentials: credentials as S3Credentials,
  };
}

function isEndpoint(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { username, password, search, hash, pathname } = new URL(text);
  return !(username || password || search || hash) && /^[\w./~-]*$/.test(pathname);
}
