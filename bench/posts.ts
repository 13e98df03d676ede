import { type Corpus, createCorpus } from './corpus.ts';

/** So many bodies are posted, each over and over with a line of its own: what is made of them can be known before. */
const differentBodies = 50;

const lastLine = '\n\nIn the order of posting its number is ';

/** A posted body without what is different of it each time. */
export const baseOf = (body: string) => body.slice(0, body.lastIndexOf(lastLine));

/** A review as a script posts it: 6 KB of Markdown, with its paper and its tags. */
export interface Post {
  paper: { title: string; identifiers: { arxiv: string } };
  title: string;
  slug: string;
  summary: string;
  body: string;
  language: string;
  category: string;
  tags: string[];
  status: 'published';
  source: string;
}

/** The bodies that are posted, each without its last line. */
export function listBodies(corpus: Corpus): string[] {
  const post = createPosts(corpus);
  return Array.from({ length: differentBodies }, (_, at) => baseOf(post(at).body));
}

/** The reviews that are posted to a service that has a corpus: of papers, tags and categories that are there. */
export function createPosts(corpus: Corpus): (number: number) => Post {
  const reviews = Array.from({ length: differentBodies }, (_, at) => {
    const { body, ...review } = corpus.review(at);
    // A heading of the corpus is as long as a paragraph.
    return { ...review, body: body.replace(/^(## \S+(?: \S+){0,4}) /gm, '$1\n\n') };
  });
  return (number) => {
    const review = reviews[number % differentBodies];
    if (!review) throw new Error('There is no review to post.');
    const { title, arxiv } = corpus.paper((number * 7) % corpus.papers);
    return {
      paper: { title, identifiers: { arxiv } },
      title: `${review.title} ${number}`,
      slug: `posted-${number}`,
      summary: review.summary,
      body: `${review.body}${lastLine}${number}.\n`,
      language: review.language,
      category: corpus.categories[review.category]?.split('/').at(-1) ?? '',
      tags: review.tags.map((tag) => corpus.tags[tag] ?? ''),
      status: 'published',
      source: `posted/${number}.md`,
    };
  };
}

/** A part of them as the bodies of requests. */
export function writePosts(rows: number, from: number, count: number): string[] {
  const post = createPosts(createCorpus({ rows }));
  return Array.from({ length: count }, (_, at) => JSON.stringify(post(from + at)));
}
