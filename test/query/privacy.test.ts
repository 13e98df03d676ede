import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { invalidateVersions } from '../../src/db/unit-of-work/version-watcher.ts';
import { type Answer, startTestApp } from '../support/app.ts';
import { Caller, listOperations } from '../support/operations.ts';
import { newReview, postImage, postReview, postThing } from '../support/things.ts';
import { trials } from '../support/trials.ts';

const app = await startTestApp();

// Words that public and hidden things share, so that a search for one would show the other; some are one letter apart.
const words = [
  '망각',
  '선형성',
  'lattice',
  'lettice',
  'embedding',
  'embeding',
  'quokka',
  'zirconium',
  'LoRA',
  '층',
];
const tagNames = ['shared', 'public only', '공개'];
const hiddenTagNames = ['shared', '공개', 'hidden one', 'hidden two', '비밀'];
const days = ['2023-05-01', '2024-01-01', '2024-06-03'];
const languages = ['ko', 'en'];
const headers = { 'if-match': '*' };

const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((some) => some.join(' '));

/** What the public may ask with: those that are public and hidden, by slug and by id. */
const references: Record<
  'review' | 'paper' | 'tag' | 'category' | 'image' | 'sha256' | 'redirect' | 'path',
  string[]
> = {
  review: [],
  paper: ['2401.00001', 'arxiv:2401.00002', 'arxiv:2401.99999'],
  tag: ['nowhere', 'hidden-one', 'hidden-two', '비밀'],
  category: ['nowhere'],
  image: [],
  sha256: [],
  redirect: [],
  path: ['/nowhere'],
};
/** The address that shows one of the public reviews as it stands. */
let preview: URL;
const publicPapers: string[] = [];
const categories: string[] = [];

before(async () => {
  for (const [slug, parent] of [
    ['root', null],
    ['leaf', 'root'],
    ['empty', 'root'],
  ] as const) {
    const { id } = await postThing(app, 'categories', { name: slug, slug, parent });
    categories.push(slug);
    references.category.push(slug, id);
  }
  for (const number of [1, 2, 3]) {
    const paper = await postThing(app, 'papers', {
      ...{ title: `Paper ${words[number]}`, acronym: number === 1 ? 'LoRA' : null, venue: words[number + 3] },
      ...{ abstract: words.join(' '), publishedOn: number === 3 ? null : days[number] },
      ...{ identifiers: { arxiv: `2401.0000${number}` }, versions: [{ number: 1 }] },
      ...{ authors: [{ name: 'Ada Lattice' }], links: [{ kind: 'code', label: 'Code' }] },
    });
    publicPapers.push(paper.id);
    references.paper.push(paper.id, paper.slug);
  }
  const rows = fc.sample(fc.record({ title: text, summary: text, body: text }), { numRuns: 14, seed: 7 });
  for (const [index, row] of rows.entries()) {
    const review = await postReview(app, {
      ...row,
      ...{
        paper: publicPapers[index % 3],
        category: [...categories, null][index % 4],
        slug: `public-${index}`,
      },
      ...{ tags: tagNames.slice(0, index % 4), language: languages[index % 2], reviewedVersion: 1 },
      ...{ status: 'published', publishedAt: `${days[index % 3]}T00:00:00Z` },
    });
    references.review.push(review.slug, review.id);
    for (const { id, slug } of review.tags) references.tag.push(id, slug);
  }
  const shown = await postImage(app);
  const hidden = await postImage(app);
  references.image.push(shown.id, hidden.id);
  references.sha256.push(shown.sha256, hidden.sha256);
  await postReview(app, { slug: 'pictured', status: 'published', cover: shown.id });
  await postReview(app, { slug: 'pictured-draft', cover: hidden.id });
  await postReview(app, { slug: 'led-to' });
  for (const [path, slug] of [
    ['/old-public', 'public-1'],
    ['/old-hidden', 'led-to'],
  ]) {
    const redirect = await postThing(app, 'redirects', { path, target: { type: 'review', slug } });
    references.redirect.push(redirect.id);
    references.path.push(redirect.path);
  }
  // Renamed ones, so that there are redirects; and one that was public once.
  const patch = (path: string, body: object) => app.send('PATCH', path, { key: app.admin, headers, body });
  await patch('/v1/reviews/public-0', { slug: 'renamed' });
  await patch('/v1/tags/shared', { slug: 'shared-renamed' });
  await postReview(app, {
    slug: 'was-public',
    status: 'published',
    tags: ['once'],
    title: 'quokka zirconium',
  });
  await patch('/v1/reviews/was-public', { status: 'archived' });
  const others = await new Caller(app).makeOthers([...Object.keys(references), 'key'], 2);
  for (const [name, ids] of Object.entries(others)) special[name] = () => ids;
  const link = await app.send('POST', '/v1/reviews/public-1/preview-links', { key: app.admin });
  preview = new URL(link.body.url);
  references.review.push('was-public', 'hidden-0', 'hidden-1', 'nowhere', 'renamed');
  references.tag.push('shared');
});

interface Parameter {
  name: string;
  schema: {
    type?: string;
    enum?: string[];
    items?: { enum?: string[] };
    explode?: boolean;
    minimum?: number;
    maximum?: number;
  };
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const special: Record<string, () => string[]> = {
  tag: () => references.tag,
  'tag[all]': () => references.tag,
  'tag[not]': () => references.tag,
  category: () => references.category,
  paper: () => references.paper,
  review: () => references.review,
  image: () => references.image,
  sha256: () => references.sha256,
  redirect: () => references.redirect,
  path: () => references.path,
  file: () => ['640.webp', 'original.png'],
  expires: () => ['1', '99999999999'],
  signature: () => ['x'],
  arxiv: () => ['2401.00001', '2401.99999'],
  doi: () => ['10.1145/3292500.3330701'],
  author: () => ['Ada Lattice', 'Hidden Author'],
  venue: () => [...words],
  language: () => languages,
  source: () => ['https://example.org/hidden', 'https://example.org/none'],
  year: () => ['2023', '2024', String(new Date().getUTCFullYear())],
  'publishedAt[gte]': () => days.map((day) => `${day}T00:00:00Z`),
  'publishedAt[lt]': () => days.map((day) => `${day}T00:00:00Z`),
  'updatedAt[gte]': () => ['2024-01-01T00:00:00Z', new Date(Date.now() - 1000).toISOString()],
  limit: () => ['1', '2', '3', '100'],
  page: () => ['1', '2', '3'],
  since: () => ['0', '1', '5'],
  preview: () => [preview.pathname.split('/').at(-1) ?? ''],
  id: () => Object.values(references).flat().filter(isUuid),
  slug: () =>
    Object.values(references)
      .flat()
      .filter((one) => /^[a-z][a-z0-9-]*$/.test(one) && !isUuid(one)),
  token: () => [preview.searchParams.get('token') ?? ''],
  code: () => ['not-found', 'invalid-body'],
};

/** Values for a parameter of the document: such as there are, else such as its schema takes. */
function sampleOf({ name, schema }: Parameter): fc.Arbitrary<string> {
  if (name === 'q') {
    const part = fc.constantFrom(
      ...words,
      'la',
      'lo',
      'ㅁㄱ',
      '서',
      '"embedding"',
      'embeddin',
      'quoka',
      'hidde',
      '2401.00001',
    );
    return fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' '));
  }
  const known = special[name]?.();
  if (known) return fc.constantFrom(...known);
  const choices = schema.enum ?? schema.items?.enum;
  if (choices && schema.explode === false)
    return fc
      .subarray(choices, { minLength: 1, maxLength: Math.min(4, choices.length) })
      .map((some) => some.join(','));
  if (choices) return fc.constantFrom(...choices);
  if (schema.type === 'boolean') return fc.constantFrom('true', 'false');
  throw new Error(`say what ${name} can be asked for`);
}

/** Every address that the public can read, with parameters of every kind. Cursors come from the answers. */
function publicAddress(): fc.Arbitrary<string> {
  const reads = listOperations(app.document).filter(
    ({ method, access }) => method === 'GET' && access !== 'scope',
  );
  assert.ok(reads.length >= 12);
  const usual = reads.filter(({ access }) => access === 'read');
  const read = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...reads) },
  );
  return read.chain(({ template, params, query }) => {
    const askable = (query as Parameter[]).filter(({ name }) => name !== 'after' && name !== 'before');
    const chosen = fc.subarray(askable, { maxLength: Math.min(4, askable.length) });
    const parts = chosen.chain((some) => {
      const required = /^\/v1\/(suggest|previews)/.test(template) ? (query as Parameter[]) : some;
      return fc.tuple(...required.map((one) => sampleOf(one).map((value) => [one.name, value] as const)));
    });
    const path = fc
      .tuple(...(params as Parameter[]).map((one) => sampleOf(one)))
      .map((values) =>
        values.reduce((filled, value) => filled.replace(/\{\w+\}/, encodeURIComponent(value)), template),
      );
    return fc.tuple(path, parts).map(([address, pairs]) => {
      const asked = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value]));
      return pairs.length > 0 ? `${address}?${asked}` : address;
    });
  });
}

interface Seen {
  status: number;
  text: string;
  etag: string | undefined;
  location: string | undefined;
  link: string | undefined;
  lastModified: string | undefined;
  surrogateKey: string | undefined;
}

/** @param address what is asked for, and behind `#` in which form */
async function see(address: string): Promise<Seen> {
  const [path = '', accept] = address.split('#');
  // The export is lines of JSON, which the check of the document does not read.
  const answer = address.startsWith('/v1/export')
    ? await app.app.inject(address).then(({ statusCode, body, headers: given }) => ({
        ...{ status: statusCode, text: body, headers: given as Answer['headers'] },
      }))
    : await app.send('GET', path, { headers: accept === undefined ? {} : { accept } });
  const { status, text: body, headers: given } = answer;
  assert.ok(status < 500, `${address}: ${body}`);
  const { etag, location, link } = given;
  return {
    ...{ status, text: body, etag, location, link },
    ...{ lastModified: given['last-modified'], surrogateKey: given['surrogate-key'] },
  };
}

/** A date of the public content that is settled, so that it stays as it is while nothing public changes. */
async function settleDate(): Promise<void> {
  await app.db.$client`
    update site_state set public_version = public_version + 1, public_changed_at = '2024-05-06T07:08:09Z'`;
  invalidateVersions(app.db);
}

/** Every answer to the addresses, and the pages that their cursors lead to. */
async function seeAll(addresses: string[]): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  const look = async (address: string) => {
    const answer = await see(address);
    seen.set(address, answer);
    return answer;
  };
  for (const address of new Set(addresses)) {
    const { link } = await look(address);
    for (const [, next = ''] of link?.matchAll(/<([^<>]*)>/g) ?? []) {
      const { link: further } = await look(next);
      for (const [, back = ''] of further?.matchAll(/<([^<>]*)>; rel="prev"/g) ?? []) await look(back);
    }
  }
  return seen;
}

/** What is hidden: drafts, scheduled and archived reviews, what only they use, and working copies of public ones. */
const hidden: { slug: string; papers: string[] }[] = [];
let made = 0;
/** The kinds of hidden writes that came to something. */
const written = new Set<string>();

const changed = fc.record(
  {
    title: text,
    summary: text,
    body: text,
    tags: fc.subarray(hiddenTagNames),
    category: fc.constantFrom('root', 'leaf', 'empty', null),
    publishedAt: fc.constantFrom(...days.map((day) => `${day}T12:00:00Z`)),
    language: fc.constantFrom(...languages),
    paper: fc.nat(2),
  },
  { requiredKeys: [] },
);
const paperOfDraft = fc.record(
  {
    title: text,
    acronym: fc.constantFrom('LoRA', 'HIDDEN'),
    venue: fc.constantFrom(...words),
    abstract: text,
  },
  { requiredKeys: ['title'] },
);
const hiddenWrite = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      verb: fc.constant('post' as const),
      changed,
      paper: fc.option(paperOfDraft),
      at: fc.nat(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('patch' as const), changed, at: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constant('patch paper' as const), changed: paperOfDraft, at: fc.nat() }),
  },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('delete' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('schedule' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('unschedule' as const), at: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('work' as const), changed, at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('throw away' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('rename tag' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('redirect' as const), at: fc.nat() }) },
);
type HiddenWrite = typeof hiddenWrite extends fc.Arbitrary<infer T> ? T : never;

const withPaper = (body: { paper?: number }) =>
  body.paper === undefined ? body : { ...body, paper: publicPapers[body.paper] };

/** Changes what nobody sees without a key. */
async function writeHidden(write: HiddenWrite): Promise<void> {
  const one = hidden[write.at % Math.max(hidden.length, 1)];
  const send = async (method: string, path: string, body?: object) => {
    const asked = method === 'POST' ? {} : { headers };
    const answer = await app.send(method, path, { key: app.admin, ...asked, ...(body ? { body } : {}) });
    assert.ok([200, 201, 204, 404, 409, 422].includes(answer.status), answer.text);
    if (answer.status < 300) written.add(write.verb);
    return answer;
  };
  const hiddenReview = `/v1/reviews/${one?.slug ?? 'was-public'}`;
  const workingCopy = `/v1/reviews/public-${1 + (write.at % 13)}/draft`;
  if (write.verb === 'post') {
    made += 1;
    const slug = `hidden-${made}`;
    const paper = write.paper
      ? { ...write.paper, slug: `hidden-paper-${made}`, authors: [{ name: 'Hidden Author' }] }
      : publicPapers[0];
    const source = made % 5 === 0 ? `https://example.org/hidden-${made}` : null;
    await postReview(
      app,
      newReview({ ...withPaper(write.changed), ...(write.paper ? { paper } : {}), slug, source }),
    );
    hidden.push({ slug, papers: write.paper ? [`hidden-paper-${made}`] : [] });
    written.add(write.verb);
  } else if (write.verb === 'patch') {
    await send('PATCH', hiddenReview, withPaper(write.changed));
  } else if (write.verb === 'schedule') {
    const at = new Date(Date.now() + 86_400_000 * (1 + (write.at % 9))).toISOString();
    await send('POST', `${hiddenReview}/publish`, { at });
  } else if (write.verb === 'unschedule') {
    await send('POST', `${hiddenReview}/unpublish`);
  } else if (write.verb === 'work') {
    const { publishedAt: _, ...content } = write.changed;
    await send('PATCH', workingCopy, withPaper(content));
  } else if (write.verb === 'throw away') {
    await send('DELETE', workingCopy);
  } else if (write.verb === 'patch paper') {
    const { title, ...more } = write.changed;
    if (one?.papers[0]) await send('PATCH', `/v1/papers/${one.papers[0]}`, { title, ...more });
  } else if (write.verb === 'redirect') {
    const path = `/old-hidden-${write.at % 4}`;
    const target = { type: 'review', slug: one?.slug ?? 'led-to' };
    references.path.push(path);
    const made = await send('POST', '/v1/redirects', { path, target });
    if (made.status !== 201) await send('PATCH', `/v1/redirects/${references.redirect[1]}`, { target });
  } else if (write.verb === 'rename tag') {
    await send('PATCH', '/v1/tags/hidden-one', {
      name: `hidden one ${words[write.at % words.length]}`,
      slug: 'hidden-one',
    });
  } else if (one) {
    await send('DELETE', `/v1/reviews/${one.slug}`);
    for (const paper of one.papers) await send('DELETE', `/v1/papers/${paper}`);
    hidden.splice(hidden.indexOf(one), 1);
  }
}

/** What shows most, in every form: looked at each time. */
const jsonLd = '#application/ld+json';
const always = [
  ...['/index.html', '/#text/html,*/*;q=0.8', '/v1/reviews/public-1.html'],
  ...['/v1/changes', '/v1/reviews?limit=100&include=body', '/v1/export.ndjson', '/sitemap.xml'],
  ...['/v1/redirects?limit=100&total=true', '/v1/redirects?path=/old-hidden'],
  ...['/feeds/atom.xml?limit=100', '/feeds/rss.xml?tag=shared', '/feeds/feed.json?category=root'],
  ...['/v1/papers.bib?limit=100', '/v1/papers.csl.json?tag=shared', '/v1/reviews.ris?limit=100'],
  ...[`/v1/reviews?limit=100${jsonLd}`, `/v1/papers?limit=100${jsonLd}`, `/v1/papers/2401.00001${jsonLd}`],
];

test('no public answer changes, nor does the public version, when only what is hidden changes', async () => {
  const addresses = publicAddress();
  let hits = 0;
  await settleDate();
  await fc.assert(
    fc.asyncProperty(
      fc.array(addresses, { minLength: 12, maxLength: 12 }),
      fc.array(hiddenWrite, { minLength: 1, maxLength: 4 }),
      async (asked, writes) => {
        const all = [...asked, ...always];
        const earlier = await seeAll(all);
        for (const one of writes) await writeHidden(one);
        for (const [address, seen] of earlier) {
          if (seen.status === 200) hits += 1;
          assert.deepEqual(await see(address), seen, address);
        }
      },
    ),
    { numRuns: trials(30), includeErrorInReport: true, endOnFailure: true },
  );
  assert.ok(hits > 50);
  for (const verb of ['post', 'patch', 'schedule', 'work', 'redirect']) assert.ok(written.has(verb), verb);
});

test('a mistyped word of a summary or venue is found or not, whatever words the titles of drafts have', async () => {
  const paper = { title: 'On metals', venue: 'Journal of Antimony', identifiers: { arxiv: '2401.00009' } };
  await postReview(app, {
    status: 'published',
    summary: 'All of wolframite.',
    paper,
    body: 'Telluride, wolframate.',
  });
  const addresses = ['wolframitt', 'antimoni', 'tellurid', 'arxyv'].map((q) => `/v1/reviews?q=${q}`);
  addresses.push('/v1/reviews?q=metalz&highlight=true', '/v1/reviews?q=wolframite&highlight=true');
  await settleDate();
  const earlier = await seeAll(addresses);
  await postReview(app, { title: 'wolframite wolframate antimony telluride arxiv', tags: ['wolframite'] });
  for (const [address, seen] of earlier) assert.deepEqual(await see(address), seen, address);
});

test('an address that leads on to a renamed thing leads on, whatever hidden thing takes its slug', async () => {
  const rename = (path: string, slug: string) =>
    app.send('PATCH', path, { key: app.admin, headers, body: { slug } });
  await postReview(app, { slug: 'first-slug', status: 'published' });
  await rename('/v1/reviews/first-slug', 'second-slug');
  const paper = await postThing(app, 'papers', { title: 'P', slug: 'first-slug' });
  await rename(`/v1/papers/${paper.id}`, 'second-slug');
  const addresses = ['/v1/reviews/first-slug', '/v1/papers/first-slug'];
  const earlier = await seeAll(addresses);
  assert.deepEqual(
    [...earlier.values()].map(({ status }) => status),
    [308, 308],
  );
  const check = async (doing: string) => {
    for (const [address, seen] of earlier) assert.deepEqual(await see(address), seen, `${doing} ${address}`);
  };
  const taker = await postReview(app, { slug: 'first-slug', paper: { title: 'Hidden', slug: 'first-slug' } });
  await check('taken');
  await rename(`/v1/reviews/${taker.id}`, 'third-slug');
  await rename(`/v1/papers/${taker.paper.id}`, 'third-slug');
  await check('left');
  await rename(`/v1/reviews/${taker.id}`, 'first-slug');
  await check('taken again');
  await app.send('DELETE', `/v1/reviews/${taker.id}`, { key: app.admin, headers });
  await app.send('DELETE', `/v1/papers/${taker.paper.id}`, { key: app.admin, headers });
  await check('deleted');
});
