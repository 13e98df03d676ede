import { AwsV4Signer } from 'aws4fetch';

export interface S3Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
}

/** The SHA-256 of nothing. */
export const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/**
 * Signs a request to S3 by AWS Signature Version 4, with all its headers.
 * @param headers without `Host`; `x-amz-content-sha256` has the SHA-256 of the body
 * @param date the time of the signature: S3 refuses one that is 15 minutes off
 * @returns the headers with the signature
 */
export async function signRequest(
  { method, url, headers }: { method: string; url: string; headers: Record<string, string> },
  region: string,
  credentials: S3Credentials,
  date: Date,
): Promise<Record<string, string>> {
  const datetime = date.toISOString().replace(/[:-]|\.\d{3}/g, '');
  const more = { region, service: 's3', datetime, allHeaders: true };
  const signed = await new AwsV4Signer({ ...credentials, method, url, headers, ...more }).sign();
  return Object.fromEntries(signed.headers);
}
