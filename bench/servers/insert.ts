// The hand-written insert of the rows of a post, behind a bare Fastify: insert.ts <url of the database> <rows of the corpus>
import fastify from 'fastify';
import postgres from 'postgres';
import { rendererVersion } from '../../src/content/markdown/version.ts';
import { uuidv7 } from '../../src/db/schema/columns.ts';
import { exactLexeme, lexemesOf, writeLexemes } from '../../src/search/lexemes.ts';
import { createCorpus } from '../corpus.ts';
import { baseOf, type Post } from '../posts.ts';
import { deriveBodies } from './derived.ts';
import { insertReview } from './insert-statement.ts';

const [url = '', rows = ''] = process.argv.slice(2);
const corpus = createCorpus({ rows: Number(rows) });
const known = deriveBodies(corpus);
/** What there is of each paper, by which its reviews are found too: the service reads it, here it is known. */
const papers = new Map(
  Array.from({ length: corpus.papers }, (_, number) => {
    const { arxiv, title, acronym, venue, authors } = corpus.paper(number);
    const names = acronym === null ? [] : [acronym];
    const identifiers = [`arxiv:${arxiv}`, arxiv];
    return [arxiv, { names, identifiers, around: [title, venue, ...authors, ...identifiers] }] as const;
  }),
);
const sql = postgres(url, { max: 10, connection: { TimeZone: 'UTC' }, onnotice: () => undefined });

const lexemesIn = (texts: string[]) => texts.flatMap((text) => lexemesOf(text, { initials: true }));

const app = fastify({ logger: false });
app.post('/v1/reviews', async ({ body: sent }, reply) => {
  const post = sent as Post;
  const derived = known.get(baseOf(post.body));
  const paper = papers.get(post.paper.identifiers.arxiv);
  if (!derived || !paper) return reply.code(422).send();
  const names = [
    ...lexemesIn([post.title, ...paper.names]),
    ...[...paper.names, ...paper.identifiers].map(exactLexeme),
  ];
  const heads = [...names, ...lexemesIn([post.summary, ...paper.around, ...post.tags])];
  const id = uuidv7();
  const [inserted] = await sql.unsafe(
    insertReview,
    [
      ...[post.paper.identifiers.arxiv, post.category, post.tags as never, id],
      ...[post.slug, post.title, post.summary, post.body, post.language, post.source],
      ...[derived.html, derived.text, derived.excerpt, JSON.stringify(derived.sections)],
      ...[derived.readingMinutes, rendererVersion],
      ...[names, heads].map(writeLexemes),
      `${writeLexemes(heads)}\n${derived.lexemes}`,
    ],
    { prepare: true },
  );
  if (!inserted) return reply.code(422).send();
  return reply.code(201).send({ id, slug: post.slug });
});

process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
