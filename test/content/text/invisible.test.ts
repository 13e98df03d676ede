import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldName, foldText } from '../../../src/content/text/fold.ts';
import { dropStray, findInvisible } from '../../../src/content/text/invisible.ts';
import { faultOfLanguage } from '../../../src/content/text/language.ts';
import { startTestApp } from '../../support/app.ts';
import { newReview, postThing } from '../../support/things.ts';
import { anyText } from './strings.ts';

const app = await startTestApp();

/** What people write, in which something that nobody sees has a meaning. */
const meant = [
  ...[
    'NV-Embed',
    '망각',
    'a\u0301',
    '👩\u200d🔬',
    '❤\ufe0f',
    '❤\ufe0e',
    '1\ufe0f\u20e3',
    '#\ufe0f\u20e3',
    '©\ufe0f',
    '👋🏽',
    '🧑🏽\u200d💻',
  ],
  ...[
    '🏳\ufe0f\u200d🌈',
    '👨\u200d👩\u200d👧\u200d👦',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  ],
  ...[
    'می\u200cخواهم',
    'ශ\u0dca\u200dර',
    'র\u200d\u09cdযাপ',
    'അവന\u0d4d\u200d',
    '葛\u{e0100}城',
    '∩\ufe00',
    'ᠮᠣᠩᠭᠣᠯ\u180b',
    'ភាសា\u200bខ្មែរ',
  ],
];
/** Alone behind letters they make a name that looks like another one. */
const stray = [
  ...[
    '\u200b',
    '\u00ad',
    '\u2060',
    '\u3164',
    '\ufe0f',
    '\ufe0e',
    '\u200d',
    '\u200c',
    '\u034f',
    '\ufeff',
    '\u115f',
    '\u1160',
    '\uffa0',
    '\u2800',
  ],
  ...[
    '\u180e',
    '\u17b4',
    '\u2063',
    '\u206a',
    '\ufff9',
    '\u{e0101}',
    '\u{e0061}',
    '\u{e007f}',
    '\u{1d173}',
    '\u{1d159}',
    '\u{e0fff}',
    '\u{1bca0}',
  ],
];

test('what a script or an emoji needs stays, and passes in every one-line text', async () => {
  for (const [index, text] of meant.entries()) {
    assert.equal(findInvisible(text), undefined, text);
    assert.equal(dropStray(text), text);
    const name = `${text} tag ${index}`.normalize('NFC');
    assert.equal((await postThing(app, 'tags', { name })).name, name);
  }
});

test('an invisible character without a meaning is a 422 that names it, in every one-line text', async () => {
  const refuse = async (path: string, body: object, pointer: string, code: string) => {
    const answer = await app.send('POST', `/v1/${path}`, { key: app.admin, body });
    const fault = answer.body.errors?.find((one: { pointer: string }) => one.pointer === pointer);
    assert.equal(answer.status, 422, answer.text);
    assert.ok(fault?.detail.includes(code), `${pointer}: ${answer.text}`);
  };
  for (const character of stray) {
    const code = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
    // U+FEFF is white space to JavaScript, which is trimmed.
    const ends = character === '\ufeff' ? [] : [`zq${character}`, `${character}zq`, `1${character}`];
    for (const text of [`z${character}q`, ...ends]) await refuse('tags', { name: text }, '/name', code);
  }
  const text = 'zq\u200b';
  const paper = {
    title: text,
    acronym: text,
    venue: text,
    authors: [{ name: text }],
    links: [{ kind: 'code', label: text }],
  };
  for (const pointer of ['/title', '/acronym', '/venue', '/authors/0/name', '/links/0/label'])
    await refuse('papers', paper, pointer, 'U+200B');
  for (const pointer of ['/title', '/summary', '/tags/0', '/message', '/paper/title'])
    await refuse(
      'reviews',
      newReview({ title: text, summary: text, tags: [text], message: text, paper }),
      pointer,
      'U+200B',
    );
  await refuse('categories', { name: text }, '/name', 'U+200B');
  await refuse('keys', { name: text, scopes: ['drafts:read'] }, '/name', 'U+200B');
});

test('names that look alike are one tag: case in full, spaces, and what nobody sees', async () => {
  for (const [one, ...others] of [
    ['Straße', 'STRASSE', 'strasse', 'STRAẞE', 'ｓtraße'],
    ['ﬁne', 'FINE', 'fine'],
    ['ΟΔΟΣ', 'οδος', 'οδοσ'],
    ['ᾳ', 'ΑΙ', 'αι'],
    ['a b', 'a  b', 'A\u00a0B', 'a\u3000b'],
    ['❤', '❤\ufe0f'],
    ['می\u200cخواهم', 'میخواهم'],
  ] as const) {
    const { slug } = await postThing(app, 'tags', { name: one });
    for (const name of others) {
      const answer = await app.send('POST', '/v1/tags', { key: app.admin, body: { name } });
      assert.deepEqual(
        [answer.status, answer.text.includes(slug)],
        [409, true],
        `${one} ${name}: ${answer.text}`,
      );
      const review = await app.send('POST', '/v1/reviews', {
        key: app.admin,
        body: newReview({ tags: [name, one] }),
      });
      assert.deepEqual(
        review.body.tags.map((tag: { slug: string }) => tag.slug),
        [slug],
        name,
      );
    }
  }
});

test('a name folds as its capitals and its small letters do, every letter of Unicode but ı, and folded it stays', () => {
  for (let code = 0; code < 0x110000; code += code === 0xd7ff ? 0x801 : 1) {
    const letter = String.fromCodePoint(code);
    const folded = foldName(letter);
    if (foldName(folded) !== folded) assert.fail(`U+${code.toString(16)} folds further`);
    if (letter === 'ı') continue;
    for (const other of [letter.toUpperCase(), letter.toLowerCase()])
      if (foldName(other) !== folded)
        assert.fail(`U+${code.toString(16)} is ${folded}, ${other} is ${foldName(other)}`);
  }
  assert.notEqual(foldName('kırık'), foldName('kirik'));
  fc.assert(fc.property(anyText, (text) => assert.equal(foldName(foldName(text)), foldName(text))));
});

test('a language has to exist; one that does not is a 422 that says what may be meant', async () => {
  for (const tag of [
    'en',
    'ko',
    'zh-Hant-TW',
    'pt-BR',
    'de-1996',
    'yue',
    'aii',
    'tlh',
    'es-419',
    'und',
    'mul',
    'qaa',
    'en-x-own',
    'EN-us',
  ])
    assert.equal(faultOfLanguage(tag), undefined, tag);
  const cases = {
    ...{ english: 'en', Korean: 'ko', 한국어: 'ko', 영어: 'en', chinese: 'zh', portuguese: 'pt' },
    ...{ kr: 'ko', cn: 'zh', jp: 'ja', en_US: 'en-US', 'en-XX': 'en' },
  };
  for (const [language, send] of Object.entries(cases)) {
    const answer = await app.send('POST', '/v1/reviews', { key: app.admin, body: newReview({ language }) });
    const [fault] = answer.body.errors;
    assert.deepEqual([answer.status, fault.pointer], [422, '/language'], language);
    assert.match(fault.detail, new RegExp(`send ${send}\\b`), language);
  }
  for (const language of ['xx', 'abcde', 'en-Xyzz', '!!'])
    assert.match(faultOfLanguage(language) ?? '', /must be a language tag/, language);
  const list = await app.send('GET', '/v1/reviews?language=kr&language=english');
  assert.deepEqual([list.status, list.body.data], [200, []]);
});

test('the upgrade folds the names of tags anew; of those that are one now the first keeps the name, and none is lost', async () => {
  const names = [
    'Größe',
    'GRÖSSE',
    'plain',
    'a  b',
    'Ὀδός',
    'ᾴ',
    'ﬃ',
    'ᲀ',
    '가\u3164',
    'İ',
    'ı',
    '❤\ufe0f x',
    'J\u030C',
    'z\u{e0100}',
  ];
  const upgrade = await startTestApp();
  const { $client } = upgrade.db;
  for (const [index, name] of names.entries())
    await $client`insert into tags (id, slug, name, folded_name, created_at) values
      (gen_random_uuid(), ${`tag-${index}`}, ${name}, ${foldText(name)}, now() + make_interval(secs => ${index}))`;
  const [file = ''] = (await readdir('migrations')).filter((one) => one.endsWith('fold_tag_names.sql'));
  const statements = (await readFile(`migrations/${file}`, 'utf8')).split('--> statement-breakpoint');
  const run = () =>
    $client.begin(async (tx) => {
      for (const statement of statements) await tx.unsafe(statement);
    });
  await run();
  const read = () => $client`select name, id, folded_name as folded from tags order by created_at`;
  const rows = await read();
  const [, second] = rows;
  for (const { name, folded, id } of rows)
    assert.equal(folded, id === second?.id ? `${foldName(name)} ${id}` : foldName(name), name);
  await run();
  assert.deepEqual([...(await read())], [...rows], 'again it changes nothing');
  // The one that lost its name is changed by its slug, and gets one by being renamed.
  const patch = (body: object) =>
    upgrade.send('PATCH', '/v1/tags/tag-1', { key: upgrade.admin, headers: { 'if-match': '*' }, body });
  assert.equal((await patch({ description: 'A double.' })).status, 200);
  assert.equal((await patch({ name: 'Größe' })).status, 409);
  assert.equal((await patch({ name: 'sizes' })).body.name, 'sizes');
});
