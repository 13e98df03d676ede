import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { newReview, postReview, postThing } from '../support/things.ts';

const app = await startTestApp();
const published = { status: 'published', language: 'ko' };
const post = (slug: string, more: Record<string, unknown>) =>
  postReview(app, { slug, ...published, ...more });

await post('linear', {
  title: 'Your Transformer is Secretly Linear',
  body: '층 사이의 선형성을 잰다. 심층강화학습을 다루지는 않는다.',
  tags: ['선형성'],
});
await post('lora', {
  paper: {
    title: 'LoRA Learns Less and Forgets Less',
    acronym: 'LoRA',
    identifiers: { arxiv: '2405.09673' },
    authors: [{ name: 'Dan Biderman' }],
  },
  title: 'LoRA와 망각',
  summary: '덜 배우고 덜 잊는다.',
  body: 'LoRA는 망각이 적다. Fragments of `rank` stay, $\\lambda$ too.',
});
await post('qlora', { title: 'Quantised adapters', body: 'QLoRA keeps embeddings in four bits.' });
await post('nv-embed', {
  title: 'NV-Embed',
  body: 'An embedding model. rag is retrieval.',
  tags: ['embedding'],
});
await postReview(app, { slug: 'hidden', title: '망각의 비밀', body: '비밀초안 망각 LoRA' });

const find = async (q: string, more = '', key?: string) => {
  const answer = await app.send('GET', `/v1/reviews?q=${encodeURIComponent(q)}${more}`, key ? { key } : {});
  assert.equal(answer.status, 200, answer.text);
  return answer.body.data.map(({ slug }: { slug: string }) => slug) as string[];
};

test('Korean is found by word, syllable, part of a compound, NFD, full width and initial consonants', async () => {
  assert.deepEqual(await find('망각'), ['lora']);
  assert.deepEqual(await find('층'), ['linear']);
  assert.deepEqual(await find('학습'), ['linear']);
  assert.deepEqual(await find('선형'.normalize('NFD')), ['linear']);
  assert.deepEqual((await find('ＬｏＲＡ')).sort(), ['lora', 'qlora']);
  assert.deepEqual(await find('ㅅㅎ'), ['linear']);
});

test('Latin terms are found inside words, short ones at the start, quoted ones as whole words', async () => {
  assert.deepEqual((await find('lora')).sort(), ['lora', 'qlora']);
  assert.deepEqual((await find('rag')).sort(), ['lora', 'nv-embed']);
  assert.deepEqual(await find('"rag"'), ['nv-embed']);
  assert.deepEqual(await find('lambda'), ['lora']);
  assert.deepEqual(await find('"less learns"'), []);
  assert.deepEqual(await find('"embedding model"'), ['nv-embed']);
});

test('a quoted phrase stands in one text, whichever is searched, with any signs between its words', async () => {
  assert.deepEqual(await find('"learns less"'), ['lora'], 'the title of the paper');
  assert.deepEqual(await find('"Dan Biderman"'), ['lora'], 'an author');
  assert.deepEqual(await find('"Less Dan"'), [], 'the end of one and the beginning of another');
  await post('signs', { title: '100% _under_ \\back', tags: ['state space'] });
  assert.deepEqual(await find('"100 under back"'), ['signs']);
  assert.deepEqual(await find('"state space"'), ['signs']);
  const papers = await app.send('GET', `/v1/papers?q=${encodeURIComponent('"Dan Biderman"')}`);
  assert.equal(papers.body.data.length, 1);
});

test('English is forgiving of inflection, and of one wrong letter in a title, tag or author, after the exact hits', async () => {
  assert.deepEqual((await find('embeddings')).sort(), ['nv-embed', 'qlora']);
  assert.deepEqual(await find('embeding'), ['nv-embed', 'qlora']);
  assert.deepEqual(await find('embdding'), ['nv-embed']);
  assert.deepEqual(await find('Bidermann'), ['lora']);
  assert.deepEqual(await find('선형섬'), ['linear']);
});

test('of two or three words each may be mistyped, of more than three one', async () => {
  await post('mistyped', { title: 'Quaternion lattices', tags: ['Rutherford'], body: 'holonomy' });
  assert.deepEqual(await find('quatermion latices'), ['mistyped']);
  assert.deepEqual(await find('quatermion latices rutherfort'), ['mistyped']);
  assert.deepEqual(await find('quatermion lattices rutherford holonomy'), ['mistyped']);
  assert.deepEqual(await find('quatermion latices rutherford holonomy'), []);
});

test('every term must be found, best first: identifier or acronym, title, tags and summary, body', async () => {
  assert.deepEqual(await find('lora 없는말'), []);
  assert.deepEqual((await find('lora'))[0], 'lora');
  for (const q of ['2405.09673', 'arXiv:2405.09673v1', 'https://arxiv.org/abs/2405.09673']) {
    assert.deepEqual(await find(q), ['lora'], q);
  }
  assert.deepEqual(await find('embedding'), ['nv-embed', 'qlora']);
});

test('a compound finds its parts apart, a particle is taken off, and what is exact comes first', async () => {
  const korean = {
    title: '긴 글',
    body: '논문 리뷰를 자연어 처리 관점에서 쓴다. 모델은 크고 논문이 길다. 값은 작다.',
  };
  await post('apart', korean);
  await post('together', { title: '모델의 기원', body: '논문리뷰와 자연어처리.' });
  for (const q of ['논문리뷰', '자연어처리', '논문리뷰를', '자연어처리논문'])
    assert.deepEqual((await find(q)).sort(), ['apart', 'together'], q);
  for (const q of ['논문 리뷰', '자연어 처리', '논문을'])
    assert.deepEqual((await find(q)).sort(), ['apart', 'together'], q);
  assert.deepEqual(await find('모델의'), ['together', 'apart']);
  assert.deepEqual(await find('값을'), ['apart']);
  for (const q of ['LoRA란', 'lora는', 'LoRA를', 'lora 망각을']) assert.equal((await find(q))[0], 'lora', q);
  assert.deepEqual(await find('논문강의'), []);
  const [hit] = (
    await app.send('GET', `/v1/reviews?highlight=true&q=${encodeURIComponent('자연어처리')}&slug=apart`)
  ).body.data;
  assert.match(hit.highlight.snippet, /<mark>자연어<\/mark> <mark>처리<\/mark>/);
});

test('a word that a public text has brings no mistyped ones, and words of drafts do not count', async () => {
  await post('spectral', { title: 'SpectralDistillation', body: 'Of zeolites.' });
  await post('spectrol', { title: 'SpectrolDistillation', body: 'A zeolyte.', tags: ['zeolitez'] });
  assert.deepEqual(await find('SpectralDistillation'), ['spectral']);
  assert.deepEqual(await find('SpectrolDistillation'), ['spectrol']);
  assert.deepEqual((await find('SpectrulDistillation')).sort(), ['spectral', 'spectrol']);
  assert.deepEqual(await find('zeolites'), ['spectral'], 'a word of a body');
  await post('xylophon', { title: 'xylophon', body: '-' });
  await postReview(app, { slug: 'draft', title: 'xylophom', body: 'xylophom' });
  assert.deepEqual(await find('xylophom'), ['xylophon'], 'a word of a draft');
  const papers = await app.send('GET', '/v1/papers?q=SpectralDistillation');
  assert.equal(papers.status, 200);
});

test('initial consonants of a compound find its parts apart in a title', async () => {
  await post('initials', { title: '강아지 고양이', body: '-' });
  assert.deepEqual(await find('ㄱㅇㅈㄱㅇㅇ'), ['initials']);
});

test('a number behind a hyphen is found without it', async () => {
  await post('joined', { title: 'Of Zephyr7 and Falcon40', body: 'top5' });
  for (const q of ['Zephyr-7', 'falcon-40', 'TOP-5', 'zephyr‑7'])
    assert.deepEqual(await find(q), ['joined'], q);
  assert.deepEqual(await find('Zephyr 7'), []);
});

test('Chinese and Japanese are found within what is written together, in quotes too', async () => {
  await post('chinese', { title: '关于注意力机制的研究', body: '我们研究扩散模型，用于图像编辑。' });
  await post('japanese', { title: '拡散モデルによる画像編集', body: '強化学習とは何か。' });
  for (const q of [
    '注意力',
    '"注意力"',
    '"注意力机制"',
    '扩散模型图像编辑',
    '"扩散模型，用于图像"',
    '"研究 扩散"',
  ])
    assert.equal((await find(q)).includes('chinese'), q !== '"研究 扩散"', q);
  for (const q of ['"強化学習"', '"モデル"', '画像編集拡散'])
    assert.deepEqual(await find(q), ['japanese'], q);
});

test('a search sees what its viewer may see, and follows every change', async () => {
  assert.deepEqual(await find('비밀초안'), []);
  assert.deepEqual(await find('비밀초안', '', app.admin), ['hidden']);
  const headers = { 'if-match': '*' };
  const review = await post('moving', { title: 'Moving', body: 'zirconium', tags: ['Beryllium'] });
  assert.deepEqual(await find('zirconium'), ['moving']);
  await app.send('PATCH', '/v1/reviews/moving', { key: app.admin, headers, body: { body: 'hafnium' } });
  assert.deepEqual([await find('zirconium'), await find('hafnium')], [[], ['moving']]);
  await app.send('PATCH', '/v1/tags/beryllium', { key: app.admin, headers, body: { name: 'Strontium' } });
  assert.deepEqual([await find('beryllium'), await find('strontium')], [[], ['moving']]);
  await app.send('PATCH', `/v1/papers/${review.paper.id}`, {
    key: app.admin,
    headers,
    body: { authors: [{ name: 'Vanadia Osmium' }] },
  });
  assert.deepEqual(await find('osmium'), ['moving']);
  await app.send('DELETE', '/v1/reviews/moving', { key: app.admin, headers });
  assert.deepEqual(await find('hafnium'), []);
});

test('highlight marks what was found and escapes all else', async () => {
  await post('marked', { title: '<b>Ytterbium</b> & co', body: 'a `<script>ytterbium</script>` here' });
  const { body } = await app.send('GET', '/v1/reviews?q=ytterbium&highlight=true');
  assert.deepEqual(body.data[0].highlight, {
    title: '&lt;b&gt;<mark>Ytterbium</mark>&lt;/b&gt; &amp; co',
    snippet: 'a &lt;script&gt;<mark>ytterbium</mark>&lt;/script&gt; here',
  });
  assert.equal('highlight' in (await app.send('GET', '/v1/reviews?q=ytterbium')).body.data[0], false);
});

test('papers are searched by title, acronym, author, identifier and abstract', async () => {
  await postThing(app, 'papers', {
    title: 'Caesium clocks',
    slug: 'caesium',
    abstract: 'On Rubidium too.',
    authors: [{ name: 'Ada Tellurium' }],
    identifiers: { arxiv: '2403.11111' },
  });
  for (const q of ['caesium', 'rubidium', 'tellurium', '2403.11111', 'caesum']) {
    const { body } = await app.send('GET', `/v1/papers?q=${q}`);
    assert.deepEqual(
      body.data.map(({ slug }: { slug: string }) => slug),
      ['caesium'],
      q,
    );
  }
});

test('a search is walked by cursor, counted, sorted otherwise and combined with filters', async () => {
  for (let number = 1; number <= 7; number += 1) {
    await post(`walk-${number}`, {
      title: `Niobium ${number}`,
      body: 'x',
      tags: number % 2 ? ['odd'] : ['even'],
    });
  }
  const seen: string[] = [];
  let after = '';
  for (let pages = 0; pages < 9; pages += 1) {
    const { body } = await app.send('GET', `/v1/reviews?q=niobium&limit=2&total=true${after}`);
    assert.equal(body.page.total, 7);
    seen.push(...body.data.map(({ slug }: { slug: string }) => slug));
    if (body.page.next === null) break;
    after = `&after=${body.page.next}`;
  }
  assert.deepEqual(
    seen,
    [7, 6, 5, 4, 3, 2, 1].map((number) => `walk-${number}`),
  );
  assert.deepEqual(await find('niobium', '&sort=title&limit=2'), ['walk-1', 'walk-2']);
  assert.deepEqual(await find('niobium', '&tag=even'), ['walk-6', 'walk-4', 'walk-2']);
});

test('up to 16 different words are looked for; more are a 400 that says so', async () => {
  const words = (number: number) => Array.from({ length: number }, (_, index) => `word${index}`).join(' ');
  assert.deepEqual(await find(words(16)), []);
  assert.deepEqual(await find('lora '.repeat(30)), ['lora', 'qlora']);
  for (const q of [words(17), `"${words(17)}"`]) {
    const answer = await app.send('GET', `/v1/reviews?q=${encodeURIComponent(q)}`);
    assert.equal(answer.status, 400, answer.text);
    assert.match(answer.body.errors[0].detail, /has 17 different words: at most 16/);
  }
});

test('whatever is searched for is an answer, never an error', async () => {
  for (const q of [
    '%',
    '_',
    "'",
    '\\',
    '&',
    '!',
    '(',
    ':*',
    '"',
    '""',
    '<->',
    '$$',
    '🙂',
    'ㅋ'.repeat(200),
    "a' | 'b",
    'x'.repeat(200),
  ]) {
    await find(q);
  }
  assert.equal((await app.send('GET', `/v1/reviews?q=${'x'.repeat(201)}`)).status, 400);
  assert.equal((await app.send('GET', '/v1/reviews?sort=relevance')).status, 400);
  assert.equal((await app.send('GET', '/v1/reviews?highlight=true')).status, 400);
});

test('a search is one statement, with the total, one more for the spelling of words, one for all facets', async () => {
  const cost = async (path: string) => (await app.countStatements(() => app.send('GET', path))).length;
  assert.equal(await cost('/v1/reviews?q=층'), 1);
  assert.equal(await cost('/v1/reviews?q=lora&highlight=true'), 2);
  assert.equal(await cost('/v1/reviews?q=lora&facets=tag,category,year,language,venue&total=true'), 3);
  assert.equal(await cost('/v1/suggest?q=lo'), 1);
});

test('facets count within the filter and the search, what the public sees only', async () => {
  const { body } = await app.send('GET', '/v1/reviews?q=niobium&facets=tag,year,language,venue,category');
  assert.deepEqual(body.facets.tag, [
    { value: 'odd', name: 'odd', count: 4 },
    { value: 'even', name: 'even', count: 3 },
  ]);
  assert.deepEqual(body.facets.language, [{ value: 'ko', name: 'ko', count: 7 }]);
  assert.deepEqual([body.facets.venue, body.facets.category], [[], []]);
  assert.deepEqual(body.facets.year, [
    { value: String(new Date().getUTCFullYear()), name: String(new Date().getUTCFullYear()), count: 7 },
  ]);
});

test('suggestions begin with what is typed, half-typed syllables too, and show nothing hidden', async () => {
  const suggest = async (q: string) => {
    const { body } = await app.send('GET', `/v1/suggest?q=${encodeURIComponent(q)}`);
    return body.data.map(({ type, name }: { type: string; name: string }) => `${type} ${name}`) as string[];
  };
  for (const typed of ['ㅅ', '서', '선', '선ㅎ', '섢', '선혀', '선형성']) {
    assert.ok((await suggest(typed)).includes('tag 선형성'), typed);
  }
  assert.ok((await suggest('lor')).includes('paper LoRA Learns Less and Forgets Less'));
  assert.ok((await suggest('forg')).includes('paper LoRA Learns Less and Forgets Less'));
  assert.deepEqual(await suggest('망각의'), []);
  await post('diffusion', { title: '잠재확산모델', body: '-', tags: ['잠재확산모델'] });
  for (const typed of ['확산', '확산ㅁ', '확산모', '재확'])
    assert.ok((await suggest(typed)).includes('tag 잠재확산모델'), typed);
  assert.ok((await suggest('n')).length <= 8);
  assert.deepEqual(await suggest('%'), []);
});

test('a review whose body is a megabyte of words is saved and found', async () => {
  const body = Array.from({ length: 120_000 }, (_, at) => `w${at.toString(36)}`).join(' ');
  const answer = await app.send('POST', '/v1/reviews', {
    key: app.admin,
    body: newReview({ slug: 'long', body, ...published, title: 'Long Lutetium' }),
  });
  assert.equal(answer.status, 201, answer.text);
  assert.deepEqual(await find('lutetium'), ['long']);
});
