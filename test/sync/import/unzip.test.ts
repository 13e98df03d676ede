import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { unzip } from '../../../src/sync/import/unzip.ts';
import { writeZip, type ZipMember } from '../../support/zip.ts';

const base = await mkdtemp(join(tmpdir(), 'postil-zip-'));
after(() => rm(base, { recursive: true }));

async function extract(bytes: Buffer, bounds?: Parameters<typeof unzip>[2]): Promise<string> {
  const file = join(base, 'a.zip');
  await writeFile(file, bytes);
  const folder = await mkdtemp(join(base, 'out-'));
  await unzip(file, folder, bounds);
  return folder;
}

const list = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

const good: ZipMember = { name: 'a.html', bytes: 'A' };
const outside = /would lie outside/;
const refused: [string, ZipMember[], RegExp][] = [
  ['a name that climbs out', [good, { name: 'x/../../y.html' }], outside],
  ['an absolute name', [{ name: '/etc/x' }], outside],
  ['a name with a backslash', [{ name: '..\\x' }], outside],
  ['a name with a drive', [{ name: 'C:/x' }], outside],
  ['a name with a zero', [{ name: 'x\0.html' }], outside],
  ['two files of one name', [good, good], /two files called "a.html"/],
  ['two files whose names differ by normalisation', [{ name: 'é' }, { name: 'e\u0301' }], /two files/],
  ['a symbolic link', [{ name: 'a', bytes: '/etc/passwd', mode: 0o120777 }], /no file but a link/],
  ['a device', [{ name: 'a', mode: 0o020666 }], /no file but a link or a device/],
  ['a file that is not as its CRC says', [{ ...good, crc: 1 }], /broken: "a.html"/],
  ['a file that is longer than it says', [{ name: 'a', bytes: 'AAAA', size: 2 }], /broken/],
  ['an encrypted file', [{ name: 'a', bytes: 'x'.repeat(13), size: 1, flags: 0x801 }], /encrypted/],
];

for (const [what, members, message] of refused)
  test(`a zip is refused for ${what}`, async () => {
    await assert.rejects(extract(writeZip(members)), message);
  });

test('a zip is refused when it is cut off or none', async () => {
  const whole = writeZip([good]);
  await assert.rejects(extract(whole.subarray(0, whole.length - 10)), /The zip is broken/);
  await assert.rejects(extract(Buffer.from('PK\x03\x04 and nothing')), /The zip is broken/);
});

test('a zip is refused before anything is written when it unpacks to more than it may', async () => {
  const bounds = { entries: 3, fileBytes: 10, bytes: 15 };
  const file = (name: string, length: number): ZipMember => ({ name, bytes: 'x'.repeat(length) });
  await assert.rejects(extract(writeZip([file('a', 11)]), bounds), /"a" of more than/);
  await assert.rejects(extract(writeZip([file('a', 10), file('b', 10)]), bounds), /unpacks to more than/);
  await assert.rejects(
    extract(writeZip(['a', 'b', 'c', 'd'].map((name) => file(name, 1))), bounds),
    /holds 4 files/,
  );
  assert.deepEqual(
    (await readdir(base, { recursive: true })).filter((name) => name.endsWith('/a')),
    [],
  );
});

test('names are read in UTF-8, told or not, and in CP949; what a system adds is left out', async () => {
  // 똠방각하: the first syllable is in CP949 and not in KS X 1001.
  const cp949 = Buffer.from([0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf, 0x2e, 0x68, 0x74, 0x6d, 0x6c]);
  const folder = await extract(
    writeZip([
      { name: '가.html', flags: 0 },
      { name: '나.html'.normalize('NFD') },
      { name: cp949, flags: 0 },
      { name: '__MACOSX/._a' },
      { name: '.DS_Store' },
      { name: 'sub/' },
    ]),
  );
  assert.deepEqual((await list(folder)).sort(), ['가.html', '나.html', '똠방각하.html'].sort());
});

test('a name that no file system takes is shortened, and keeps its ending', async () => {
  const folder = await extract(
    writeZip([
      { name: `1/1-${'가'.repeat(120)}.html`, bytes: 'x' },
      { name: `1/1-${'가'.repeat(121)}.html` },
    ]),
  );
  const names = await list(folder);
  assert.equal(names.length, 2);
  for (const name of names) assert.match(name, /^1-가{48}-[\da-f]{16}\.html$/);
  assert.equal(
    await readFile(
      join(folder, '1', names.sort((one, other) => (one < other ? -1 : 1))[0] as string),
      'utf8',
    ).then((text) => text.length <= 1),
    true,
  );
});
