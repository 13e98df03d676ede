import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { emptySha256, signRequest } from '../../src/storage/s3-signature.ts';

const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const date = new Date('2013-05-24T00:00:00Z');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function sign(method: string, path: string, body: string, headers: Record<string, string> = {}) {
  const url = `https://examplebucket.s3.amazonaws.com${path}`;
  const all = { 'x-amz-content-sha256': sha256(body), ...headers };
  return signRequest({ method, url, headers: all }, 'us-east-1', credentials, date);
}

const scope = 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';

// The examples of the Amazon S3 API Reference, "Signature Calculations for the Authorization Header: Transferring Payload in a
// Single Chunk (AWS Signature Version 4)", https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
test('the examples of the S3 reference have the signatures that it prints', async () => {
  assert.equal(sha256(''), emptySha256);
  assert.equal(
    (await sign('GET', '/test.txt', '', { Range: 'bytes=0-9' })).authorization,
    `${scope}, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
    'GET Object',
  );
  assert.equal(
    (
      await sign('PUT', '/test$file.text', 'Welcome to Amazon S3.', {
        Date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      })
    ).authorization,
    `${scope}, SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class, Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd`,
    'PUT Object',
  );
  assert.equal(
    (await sign('GET', '/?lifecycle', '')).authorization,
    `${scope}, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543`,
    'GET Bucket Lifecycle',
  );
  assert.equal(
    (await sign('GET', '/?prefix=J&max-keys=2', '')).authorization,
    `${scope}, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7`,
    'GET Bucket (List Objects)',
  );
});

test('a session token is sent and signed', async () => {
  const url = 'https://examplebucket.s3.amazonaws.com/test.txt';
  const headers = { 'x-amz-content-sha256': emptySha256 };
  const session = { ...credentials, sessionToken: 'the-token' };
  const signed = await signRequest({ method: 'GET', url, headers }, 'us-east-1', session, date);
  assert.equal(signed['x-amz-security-token'], 'the-token');
  assert.match(signed.authorization ?? '', /;x-amz-security-token, /);
});
