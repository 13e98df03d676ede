import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files in PEM. */
export interface Certificate {
  certificate: string;
  key: string;
}

/** Makes a self-signed authority by openssl. */
export function makeAuthority(folder: string, name: string): Certificate {
  const [certificate, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  openssl('req', '-x509', '-subj', `/CN=${name}`, '-days', '2', ...newKey(key), '-out', certificate);
  return { certificate, key };
}

/** Makes a certificate that an authority signed. @param names as subjectAltName has them, such as `DNS:localhost` */
export function makeCertificate(
  folder: string,
  authority: Certificate,
  { subject, names = '' }: { subject: string; names?: string },
): Certificate {
  const file = join(folder, `${subject}-${names.replace(/\W/g, '-')}`);
  const [certificate, key, request] = [`${file}.pem`, `${file}.key`, `${file}.csr`];
  openssl('req', '-new', '-subj', `/CN=${subject}`, ...newKey(key), '-out', request);
  writeFileSync(`${file}.ext`, names === '' ? '' : `subjectAltName=${names}\n`);
  const by = ['-CA', authority.certificate, '-CAkey', authority.key, '-CAcreateserial'];
  openssl(
    'x509',
    '-req',
    '-in',
    request,
    ...by,
    '-days',
    '2',
    '-extfile',
    `${file}.ext`,
    '-out',
    certificate,
  );
  return { certificate, key };
}

const newKey = (file: string) => [
  ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', file],
];

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' });
}
