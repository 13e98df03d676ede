import { Command, Option } from 'commander';
import { type Scope, scopes } from '../db/schema/tables.ts';
import type { CreatedKey, Key } from '../resources/keys/schema.ts';
import { type Answer, type Caller, reasonOf } from '../sync/caller.ts';
import { isUuid } from '../validation/rules.ts';
import { CommandError } from './command-error.ts';
import { addTarget, type Target, withTarget } from './target.ts';

interface Asked extends Target {
  json?: boolean;
}

const meantKey = 'its id, or its name when no other key in use has it';

const command = (name: string) =>
  addTarget(new Command(name), ['keys:manage']).option('--json', 'print the answer as JSON');

export const keysCommand = new Command('keys')
  .description('Make, list, change and revoke API keys.')
  .addCommand(
    command('create')
      .description('Make a key, and print its secret: nothing shows it again.')
      .argument('<name>', 'what the key is for')
      .addOption(new Option('--scope <scopes...>', 'what it may do').choices(scopes).makeOptionMandatory())
      .option('--expires <time>', 'when it stops working, such as 2030-01-01T00:00:00Z; never when left out')
      .action(createKey),
  )
  .addCommand(command('list').description('List the keys, revoked and expired ones too.').action(listKeys))
  .addCommand(
    command('rename')
      .description('Give a key another name.')
      .argument('<key>', meantKey)
      .argument('<name>', 'what the key is for')
      .action((reference: string, name: string, asked: Asked) => changeKey(reference, { name }, asked)),
  )
  .addCommand(
    command('extend')
      .description('Move the time when a key stops working.')
      .argument('<key>', meantKey)
      .argument('<time>', 'such as 2030-01-01T00:00:00Z, or never')
      .action((reference: string, time: string, asked: Asked) =>
        changeKey(reference, { expiresAt: time === 'never' ? null : time }, asked),
      ),
  )
  .addCommand(
    command('rotate')
      .description('Give a key another secret, and print it: nothing shows it again.')
      .argument('<key>', meantKey)
      .option('--overlap <seconds>', 'how long the secret that it has goes on working', '86400')
      .action(rotateKey),
  )
  .addCommand(
    command('revoke').description('Revoke a key for good.').argument('<key>', meantKey).action(revokeKey),
  );

/** Writes only the secret to stdout, for scripts. */
async function createKey(
  name: string,
  { scope, expires, json, ...target }: Asked & { scope: Scope[]; expires?: string },
): Promise<void> {
  const made = await withTarget(target, (caller) =>
    call<CreatedKey>(caller, 'POST', '/v1/keys', {
      name,
      scopes: [...new Set(scope)],
      ...(expires === undefined ? {} : { expiresAt: expires }),
    }),
  );
  showSecret(made, json);
}

async function rotateKey(
  reference: string,
  { overlap, json, ...target }: Asked & { overlap: string },
): Promise<void> {
  if (!/^\d{1,9}$/.test(overlap)) throw new CommandError('--overlap is a number of seconds.');
  const rotated = await withTarget(target, async (caller) => {
    const { id } = findKey(await readKeys(caller), reference);
    const body = { overlapSeconds: Number(overlap) };
    return call<CreatedKey>(caller, 'POST', `/v1/keys/${id}/rotate`, body);
  });
  showSecret(rotated, json);
}

async function changeKey(
  reference: string,
  patch: { name?: string; expiresAt?: string | null },
  { json, ...target }: Asked,
): Promise<void> {
  const changed = await withTarget(target, async (caller) => {
    const { id } = findKey(await readKeys(caller), reference);
    return call<Key>(caller, 'PATCH', `/v1/keys/${id}`, patch);
  });
  process.stdout.write(json ? `${JSON.stringify(changed)}\n` : describeKey(changed));
}

function showSecret(made: CreatedKey, json = false): void {
  if (!json) process.stderr.write(`The key "${made.name}" (${made.id}). Its secret is shown this once:\n`);
  process.stdout.write(json ? `${JSON.stringify(made)}\n` : `${made.key}\n`);
}

async function listKeys({ json, ...target }: Asked): Promise<void> {
  const keys = await withTarget(target, readKeys);
  process.stdout.write(json ? `${JSON.stringify(keys)}\n` : keys.map(describeKey).join(''));
}

async function revokeKey(reference: string, { json, ...target }: Asked): Promise<void> {
  const revoked = await withTarget(target, async (caller) => {
    const { id } = findKey(await readKeys(caller), reference);
    await call(caller, 'DELETE', `/v1/keys/${id}`);
    return findKey(await readKeys(caller), id);
  });
  process.stdout.write(json ? `${JSON.stringify(revoked)}\n` : describeKey(revoked));
}

async function readKeys(caller: Caller): Promise<Key[]> {
  const keys: Key[] = [];
  for (let path: string | null = '/v1/keys?limit=100&sort=createdAt'; path !== null; ) {
    const { data, page }: { data: Key[]; page: { next: string | null } } = await call(caller, 'GET', path);
    keys.push(...data);
    path = page.next && `/v1/keys?limit=100&sort=createdAt&after=${page.next}`;
  }
  return keys;
}

/** @throws CommandError when no key, or more than one, matches */
function findKey(keys: Key[], reference: string): Key {
  const found = isUuid(reference)
    ? keys.filter(({ id }) => id === reference.toLowerCase())
    : keys.filter(({ name, revokedAt }) => name === reference.normalize('NFC') && revokedAt === null);
  const [key, ...others] = found;
  if (!key) throw new CommandError(`There is no key "${reference}".`);
  if (others.length > 0)
    throw new CommandError(`${found.length} keys are called "${reference}": name one by its id.`);
  return key;
}

async function call<T>(
  caller: Caller,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
) {
  const answer: Answer = await caller.send(method, path, body);
  if (answer.status >= 300) throw new CommandError(reasonOf(answer));
  return answer.body as T;
}

function describeKey({ id, name, scopes: given, status, expiresAt, revokedAt }: Key): string {
  const until = expiresAt === null ? 'in use' : `until ${expiresAt}`;
  const state = { revoked: `revoked ${revokedAt}`, expired: `expired ${expiresAt}`, active: until }[status];
  return `${id}  ${name}  ${given.join(',')}  ${state}
`;
}
