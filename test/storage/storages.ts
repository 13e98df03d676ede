import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after } from 'node:test';
import S3rver from 's3rver';
import { openStorage } from '../../src/storage/open.ts';
import type { ByteRange, ListedFile, Storage } from '../../src/storage/storage.ts';

const cleanups: (() => unknown)[] = [];
after(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** Removes or closes something after the tests of the file. */
export const afterwards = (cleanup: () => unknown) => void cleanups.push(cleanup);

export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'postil-storage-'));
  afterwards(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A local file with this content. */
export async function makeFile(content: Buffer | string = randomBytes(1000)): Promise<string> {
  const file = join(await makeFolder(), 'local');
  await writeFile(file, content);
  return file;
}

/** The key that s3rver knows. */
export const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

/** An S3 server, with a bucket named `test`. @returns its endpoint, and the folder that holds its objects */
export async function startS3(): Promise<{ endpoint: string; directory: string }> {
  const directory = await makeFolder();
  const configureBuckets = [{ name: 'test', configs: [] }];
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets });
  const { port } = await server.run();
  afterwards(() => {
    server.httpServer.closeAllConnections();
    return server.close();
  });
  return { endpoint: `http://127.0.0.1:${port}`, directory };
}

const { endpoint } = await startS3();
let opened = 0;

/** A new, empty storage of each kind. */
export const kinds: { kind: string; open: () => Promise<Storage> }[] = [
  { kind: 'a folder', open: async () => openStorage(`file://${await makeFolder()}`) },
  {
    kind: 'an S3 bucket',
    open: async () => {
      opened += 1;
      const storage = openStorage(`s3://test/space-${opened}?endpoint=${endpoint}`, { credentials });
      afterwards(() => storage.close());
      return storage;
    },
  },
];

/** The content of a file; undefined when there is none. */
export async function read(storage: Storage, key: string, range?: ByteRange): Promise<Buffer | undefined> {
  const found = await storage.get(key, range);
  return found && buffer(found.stream);
}

export async function listAll(storage: Storage, prefix?: string): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for await (const file of storage.list(prefix)) files.push(file);
  return files;
}

export const listKeys = async (storage: Storage, prefix?: string) =>
  (await listAll(storage, prefix)).map(({ key }) => key).sort();
