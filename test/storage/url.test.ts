import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseStorageUrl, StorageUrlError } from '../../src/storage/open.ts';

const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'a-secret-that-nobody-may-see' };

function faultsOf(url: string, given: Parameters<typeof parseStorageUrl>[1] = credentials): string[] {
  try {
    parseStorageUrl(url, given);
    return [];
  } catch (error) {
    assert.ok(error instanceof StorageUrlError, String(error));
    assert.equal(error.message, error.faults.join('; '));
    return error.faults;
  }
}

test('a file: URL names a folder, relative to the current one or absolute', () => {
  for (const [url, folder] of [
    ['file:./data/images', join(process.cwd(), 'data/images')],
    ['file:data/images/', join(process.cwd(), 'data/images')],
    ['file:../images', join(process.cwd(), '../images')],
    ['file:///srv/images', '/srv/images'],
    ['file:/srv/my%20images', '/srv/my images'],
    ['FILE:///srv/images', '/srv/images'],
  ] as const)
    assert.deepEqual(parseStorageUrl(url, {}), { folder }, url);
});

test("an s3: URL names a bucket, with a prefix, a region and an endpoint, or AWS's own", () => {
  assert.deepEqual(parseStorageUrl('s3://my.bucket/a/B_c?region=eu-west-1', credentials), {
    bucket: {
      endpoint: 'https://s3.eu-west-1.amazonaws.com',
      name: 'my.bucket',
      prefix: 'a/B_c/',
      region: 'eu-west-1',
      credentials,
    },
  });
  for (const [url, endpoint, prefix] of [
    ['s3://bucket', 'https://s3.us-east-1.amazonaws.com', ''],
    ['s3://bucket/', 'https://s3.us-east-1.amazonaws.com', ''],
    ['s3://bucket/a/?endpoint=http://minio:9000', 'http://minio:9000', 'a/'],
    [
      's3://bucket?endpoint=https%3A%2F%2Fx.example.org%2Fstorage%2Fs3%2F&region=auto',
      'https://x.example.org/storage/s3',
      '',
    ],
  ] as const) {
    const location = parseStorageUrl(url, credentials);
    assert.ok('bucket' in location);
    assert.deepEqual([location.bucket.endpoint, location.bucket.prefix], [endpoint, prefix], url);
  }
});

test('every fault of the setting is told at once, by its name and the remedy', () => {
  const faults = faultsOf('s3://AB:9/x//y?region=EU&endpoint=minio:9000&acl=public#f', {});
  const parts = [
    'port',
    'bucket',
    'prefix',
    'parameter',
    'region',
    'endpoint',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
  ];
  assert.equal(faults.length, parts.length, faults.join('\n'));
  for (const [index, part] of parts.entries())
    assert.ok(faults[index]?.includes(part), `${part}: ${faults[index]}`);
  assert.ok(faults.every((fault) => fault.includes('IMAGES_URL')));
});

test('what is no place for files is refused', () => {
  for (const url of [
    '',
    './data',
    '/srv/images',
    'https://example.org/images',
    'file:',
    'file:.',
    'file:///',
    'file://data/images',
    'file:./data?x=1',
    'file:./data#x',
    'file:./50%',
    'file:./a%2fb',
    'file:./a%00b',
    's3:bucket',
    's3:///prefix',
    's3://ab',
    's3://Bucket',
    's3://-bucket',
    's3://bucket/../x y',
    's3://bucket/.hidden',
    's3://bucket?endpoint=https://a@example.org',
    's3://bucket?endpoint=https://example.org%3Fx',
    's3://bucket?endpoint=ftp://example.org',
    's3://bucket?endpoint=https://a.example&endpoint=https://b.example',
    's3://bucket?region=',
  ])
    assert.ok(faultsOf(url).length > 0, url);
  assert.deepEqual(faultsOf('s3://bucket', { ...credentials, sessionToken: 'a b' }).length, 1);
  assert.deepEqual(faultsOf('s3://bucket', { ...credentials, secretAccessKey: 'line\n' }).length, 1);
});

test('no error shows a secret, wherever it was written', () => {
  const secret = 'wJalrXUtnFEMIK7MDENG';
  for (const url of [
    `s3://AKIA:${secret}@bucket/x`,
    `s3://${secret}@bucket`,
    `s3://bucket/${secret}%2B?x=1`,
    `s3://bucket?secret=${secret}`,
    `s3://bucket?${secret}`,
    `s3://bucket?endpoint=https://a:${secret}@example.org`,
    `https://a:${secret}@example.org`,
    `file://a:${secret}@host/x`,
  ]) {
    const faults = faultsOf(url, { secretAccessKey: `${secret} ` });
    assert.ok(faults.length > 0, url);
    assert.ok(!faults.join().toLowerCase().includes(secret.toLowerCase()), url);
  }
});

test('any text is a location or has its faults, and nothing else is thrown', () => {
  const piece = fc.constantFrom(
    'file:',
    'file:.',
    's3:',
    '//',
    '/',
    '.',
    '..',
    'bucket',
    '?',
    '&',
    'endpoint=',
    'region=',
    'https://',
    '@',
    ':',
    '%',
    '%00',
    '#',
    '[',
    ' ',
    'é',
  );
  const url = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.oneof(url, fc.string()), (text) => void faultsOf(text)),
    { numRuns: 5000 },
  );
});
