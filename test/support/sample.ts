import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { NewCategory } from '../../src/resources/categories/schema.ts';
import type { NewPaper } from '../../src/resources/papers/schema.ts';
import { type Note, readNote } from '../../src/sync/notes/note.ts';
import { sampleFolder } from '../../src/sync/sample/library.ts';
import { loadSampleContent } from '../../src/sync/sample/load.ts';
import type { TestApp } from './app.ts';

interface Library {
  categories: (NewCategory & { slug: string })[];
  papers: (NewPaper &
    Required<Pick<NewPaper, 'versions' | 'links' | 'authors'>> & { identifiers: { arxiv: string } })[];
  redirects: { path: string; target: { type: string; slug: string } }[];
}

/** What `sample/` holds beside its notes. */
export const sampleLibrary = parse(readFileSync(join(sampleFolder, 'library.yaml'), 'utf8')) as Library;

/** The notes of `sample/`, the newest first. */
export const sampleReviews = readdirSync(sampleFolder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => toReview(readNote(file, readFileSync(join(sampleFolder, file), 'utf8'))))
  .sort((one, other) => (one.publishedAt < other.publishedAt ? 1 : -1));

function toReview(note: Note) {
  const { title = '', summary, fallbackSlug: slug, language = '', tags = [], publishedAt = '' } = note;
  const [category = ''] = note.category ?? [];
  const { arxiv } = note.paper.identifiers;
  const paper = sampleLibrary.papers.find(({ identifiers }) => identifiers.arxiv === arxiv);
  if (!paper) throw new Error(`sample/library.yaml has no paper ${arxiv} of ${slug}`);
  return { ...note, title, summary: summary ?? '', slug, language, category, tags, publishedAt, paper };
}

/** Loads the sample content into an application, and logs nothing. */
export const loadSample = ({ app, admin }: Pick<TestApp, 'app' | 'admin'>): Promise<void> =>
  loadSampleContent(app, admin, app.log);
