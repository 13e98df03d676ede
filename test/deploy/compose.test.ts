import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';

interface Service {
  image?: string;
  build?: string;
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  privileged?: boolean;
  ports?: string[];
  environment?: Record<string, string>;
  stop_grace_period?: string;
  logging?: { options: Record<string, string> };
}

const read = (file: string) =>
  parse(readFileSync(file, 'utf8'), {
    merge: true,
    // Compose's own tag, which takes away what another file says.
    customTags: [{ tag: '!reset', collection: 'seq' }],
  }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const compose = read('docker-compose.yml');
const tls = read('deploy/compose.tls.yml');
const dockerfile = readFileSync('Dockerfile', 'utf8');
const services = { ...tls.services, ...compose.services };

test('no service of compose has a privilege that it does not need', () => {
  assert.deepEqual(Object.keys(services).sort(), ['api', 'caddy', 'postgres']);
  for (const [name, service] of Object.entries(services)) {
    assert.equal(service.read_only, true, name);
    assert.deepEqual(service.cap_drop, ['ALL'], name);
    assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
    assert.deepEqual(service.cap_add ?? [], name === 'caddy' ? ['NET_BIND_SERVICE'] : [], name);
    assert.equal(service.privileged, undefined, name);
    assert.ok(service.logging?.options['max-size'], `${name}: the log has a bound`);
  }
  assert.equal(services.postgres?.user, 'postgres');
  assert.match(dockerfile, /^USER node$/m);
});

test('no secret of compose has a default', () => {
  for (const file of ['docker-compose.yml', 'deploy/compose.tls.yml']) {
    const text = readFileSync(file, 'utf8');
    const secrets = [...text.matchAll(/\$\{(\w*(?:KEY|PASSWORD|SECRET)\w*)([^}]*)\}/g)];
    for (const [found, name, rest] of secrets) assert.match(rest ?? '', /^(:\?.+)?$/, `${name}: ${found}`);
  }
  for (const name of ['POSTGRES_PASSWORD', 'ADMIN_KEY'])
    assert.ok(readFileSync('docker-compose.yml', 'utf8').includes(`\${${name}:?`), `${name} has to be set`);
});

test('the database has no port on the host, and the API one of the loopback interface unless told', () => {
  assert.equal(services.postgres?.ports, undefined);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of compose
  assert.deepEqual(services.api?.ports, ['${BIND:-127.0.0.1}:${PORT:-3000}:3000']);
  assert.deepEqual(tls.services.api?.ports, []);
});

test('compose hands on settings that there are, with their defaults, and waits for longer than a shutdown takes', () => {
  const { api } = compose.services;
  const given = Object.entries({ ...api?.environment, ...tls.services.api?.environment });
  const values = given.map(([name, text]) => [name, text.replaceAll(/\$\{\w+(?::[-?]([^}]*))?\}/g, '$1')]);
  const preset = Object.fromEntries(values.filter(([, value]) => !value?.includes(' ')));
  const config = readConfig({
    ...preset,
    TRUST_PROXY: 'false',
    PUBLIC_URL: 'https://x.example',
    ADMIN_KEY: 'k'.repeat(48),
  });
  const defaults = readConfig({});
  for (const name of ['SHUTDOWN_DELAY_MS', 'SHUTDOWN_TIMEOUT_MS', 'WORKERS'] as const)
    assert.equal(config[name], defaults[name], name);
  for (const [name] of given) assert.ok(name in config, name);
  const [, seconds] = /:-(\d+)s\}$/.exec(api?.stop_grace_period ?? '') ?? [];
  assert.ok(Number(seconds) * 1000 > config.SHUTDOWN_DELAY_MS + config.SHUTDOWN_TIMEOUT_MS);
});

test('images have exact versions, and the one of Node is one that Postil supports', () => {
  const images = Object.values(services).flatMap(({ image }) => image ?? []);
  for (const image of images) assert.match(image, /:\d+\.\d+/, image);
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
  assert.equal(new Set(bases).size, 1);
  assert.match(`${bases[0]}`, /^node:24\.\d+\.\d+-/);
});

test('the image is made of the programs, migrations and dependencies of production, and nothing else comes near it', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files]) =>
    `${files}`.split(' '),
  );
  const allowed = readFileSync('.dockerignore', 'utf8')
    .match(/^!.+$/gm)
    ?.map((line) => line.slice(1));
  assert.deepEqual(new Set(allowed), new Set(copied));
  assert.match(readFileSync('.dockerignore', 'utf8'), /^\*$/m);
  for (const file of copied) assert.ok(existsSync(file), file);
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  assert.deepEqual(last.match(/^COPY .+$/gm), [
    'COPY --from=dependencies /app/node_modules node_modules',
    'COPY --from=build /app/dist dist',
    'COPY package.json ./',
    'COPY migrations migrations',
    'COPY assets assets',
    'COPY docs docs',
    'COPY sample sample',
  ]);
  assert.match(dockerfile, /npm ci --omit=dev --ignore-scripts/);
  assert.match(last, /HEALTHCHECK[\s\S]*\/health\/ready/);
});
