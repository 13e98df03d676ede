import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { pipeline } from '../../db/pipeline.ts';
import type { EntityKind } from '../../db/schema.ts';
import { lockNames } from '../../db/write.ts';
import { entities } from '../../entities.ts';
import type { Identifier } from '../../identifiers/scheme.ts';
import { Problem } from '../../problems.ts';
import { isUuid } from '../../rules.ts';
import { slugLock } from '../../slugs/history.ts';
import { foldName } from '../../text/fold.ts';
import { slugify } from '../../text/slug.ts';
import type { NewCategory } from '../categories/schema.ts';
import { lockTree } from '../categories/store.ts';
import { identifierOfAddress, listIdentifiers, readContent } from '../papers/content.ts';
import { lockIdentifiers } from '../papers/identifiers.ts';
import type { NewPaper } from '../papers/schema.ts';
import type { NewReview } from '../reviews/schema.ts';
import type { NewTag } from '../tags/schema.ts';
import { lockNewTags } from '../tags/store.ts';
import type { Read } from './items.ts';

/** More names than this are not locked one by one: Postgres has room for some thousands of locks in all. */
const mostNames = 200;

/** What the items of a batch name, by which they are known or would be. */
class Named {
  readonly names = new Set<string>();
  readonly sources = new Set<string>();
  readonly reviewSlugs = new Set<string>();
  readonly identifiers: Identifier[] = [];
  readonly paperIds = new Set<string>();
  readonly paperSlugs = new Set<string>();
  /** Those that may be created, by their folded names. */
  readonly tags = new Map<string, Pick<NewTag, 'name' | 'slug'>>();
  readonly tagSlugs = new Set<string>();
  readonly categorySlugs = new Set<string>();
  /** The slugs that new things get first. */
  readonly made = { paper: new Set<string>(), review: new Set<string>() };
  /** Whether papers, and tags, may be changed; else they are only referred to. */
  changesPapers = false;
  changesTags = false;

  constructor(items: Read[]) {
    for (const item of items) if ('data' in item) this.#add[item.type](item.data as never);
  }

  readonly #add: Record<EntityKind, (data: never) => void> = {
    category: ({ slug, name }: NewCategory) =>
      this.categorySlugs.add(slug ?? slugify(name, entities.category.kind)),
    tag: (data: NewTag) => this.#addTag(data),
    paper: (data: NewPaper) => this.#addPaper(data),
    review: (data: NewReview) => this.#addReview(data),
  };

  #addReview({ source, slug, title, paper, tags = [] }: NewReview): void {
    if (source) this.sources.add(source);
    if (source) this.names.add(`review source ${source}`);
    if (slug) this.reviewSlugs.add(slug);
    const object = typeof paper === 'object' ? paper : undefined;
    const made = object?.acronym ?? title ?? object?.title;
    this.made.review.add(slug ?? slugify(made ?? '', 'review'));
    if (typeof paper === 'string') this.#addReference(paper);
    else if (paper) this.#addPaper(paper);
    for (const name of tags) this.#nameTag({ name });
  }

  #addReference(reference: string): void {
    const identifier = identifierOfAddress(reference);
    if (identifier) this.identifiers.push(identifier);
    else (isUuid(reference) ? this.paperIds : this.paperSlugs).add(reference.toLowerCase());
  }

  #addPaper(paper: NewPaper): void {
    this.changesPapers = true;
    if (paper.slug) this.paperSlugs.add(paper.slug);
    this.made.paper.add(paper.slug ?? slugify(paper.acronym ?? paper.title, 'paper'));
    try {
      this.identifiers.push(...listIdentifiers(readContent(paper, '').identifiers));
    } catch (error) {
      // It is refused when its turn comes.
      if (!(error instanceof Problem)) throw error;
    }
  }

  #addTag({ name, slug }: NewTag): void {
    this.changesTags = true;
    this.#nameTag({ name, slug });
    if (slug) this.tagSlugs.add(slug);
    this.names.add(`tag slug ${slug ?? slugify(name, 'tag')}`);
  }

  /** The first of a name is the one that is created. */
  #nameTag(tag: Pick<NewTag, 'name' | 'slug'>): void {
    const folded = foldName(tag.name);
    if (!this.tags.has(folded)) this.tags.set(folded, tag);
  }

  /** The locks of the slugs that new things of a kind get first. */
  slugLocks(kind: 'paper' | 'review'): string[] {
    return [...this.made[kind]].map((slug) => slugLock(kind, slug));
  }
}

/**
 * Locks all that the items of a batch name before the first of them is saved, in the order of every write: the tree of
 * categories, reviews, identifiers, papers, categories, names of new tags, tags, slugs of new papers and reviews; each
 * sorted. Items come in any order, and would
 * lock in theirs: two batches over the same things could wait for one another. What is yet to be created has no row: of
 * batches that name the same, the second waits.
 */
export async function lockAhead(tx: Tx, items: Read[]): Promise<void> {
  if (items.length < 2) return;
  const named = new Named(items);
  const isLarge = await lockBatch(tx, named);
  if (named.categorySlugs.size > 0) await lockTree(tx);
  await pipeline(
    tx,
    () => lockReviews(tx, named),
    () => lockIdentifiers(tx, named.identifiers),
    () => lockPapers(tx, named),
  );
  await lockCategories(tx, named);
  await lockTags(tx, named);
  if (!isLarge) await lockNames(tx, [...named.slugLocks('paper'), ...named.slugLocks('review')]);
}

/**
 * A batch of many names is alone among batches; others share a lock with each other, and lock their names.
 * @returns whether it has many
 */
async function lockBatch(tx: Tx, named: Named): Promise<boolean> {
  const names = [...named.names, ...named.slugLocks('paper'), ...named.slugLocks('review')];
  const isLarge = names.length > mostNames;
  const shared = isLarge ? sql`` : sql`_shared`;
  await tx.execute(sql`select pg_advisory_xact_lock${shared}(hashtextextended('batch', 0))`);
  if (!isLarge)
    await lockNames(
      tx,
      names.map((name) => `batch ${name}`),
    );
  return isLarge;
}

const list = (values: Iterable<string>) => sql`${sql.param([...values])}::text[]`;

async function lockReviews(tx: Tx, { sources, reviewSlugs }: Named): Promise<void> {
  if (sources.size + reviewSlugs.size === 0) return;
  const slugs = list(reviewSlugs);
  await tx.execute(sql`
    select from reviews where source = any(${list(sources)}) or (status <> 'trashed' and (slug = any(${slugs})
      or id in (select thing_id from slug_history where kind = 'review' and slug = any(${slugs}))))
    order by id for update`);
}

async function lockPapers(
  tx: Tx,
  { identifiers, paperIds, paperSlugs, changesPapers }: Named,
): Promise<void> {
  if (identifiers.length + paperIds.size + paperSlugs.size === 0) return;
  const schemes = list(identifiers.map(({ scheme }) => scheme));
  const values = list(identifiers.map(({ value }) => value));
  const names = list([...paperSlugs, ...paperIds]);
  const found = sql`from papers where (id = any(${list(paperIds)}::uuid[]) or slug = any(${list(paperSlugs)})
      or id in (select paper_id from paper_identifiers where (scheme, value) in (select * from unnest(${schemes}, ${values})))
      or id in (select thing_id from slug_history where kind = 'paper' and slug = any(${names})))`;
  await lockFound(tx, found, changesPapers);
}

async function lockTags(tx: Tx, { tags, tagSlugs, changesTags }: Named): Promise<void> {
  if (tags.size + tagSlugs.size === 0) return;
  const slugs = list(tagSlugs);
  const found = sql`from tags where (folded_name = any(${list(tags.keys())}) or slug = any(${slugs})
    or id in (select thing_id from slug_history where kind = 'tag' and slug = any(${slugs})))`;
  const known = await tx.execute<{ name: string }>(sql`select folded_name as name ${found}`);
  const has = new Set(changesTags ? [] : [...known].map(({ name }) => name));
  await lockNewTags(
    tx,
    [...tags].flatMap(([folded, tag]) => (has.has(folded) ? [] : [tag])),
  );
  await lockFound(tx, found, changesTags);
}

/** Locks rows FOR NO KEY UPDATE that are only referred to and not public yet: this write may publish them. */
async function lockFound(tx: Tx, found: SQL, isChanged: boolean): Promise<void> {
  await tx.execute(sql`select ${found} order by id ${isChanged ? sql`for update` : sql`for key share`}`);
  if (!isChanged)
    await tx.execute(sql`select ${found} and public_since is null order by id for no key update`);
}

async function lockCategories(tx: Tx, { categorySlugs }: Named): Promise<void> {
  if (categorySlugs.size === 0) return;
  const slugs = list(categorySlugs);
  await tx.execute(sql`select from categories where slug = any(${slugs})
    or id in (select thing_id from slug_history where kind = ${entities.category.kind} and slug = any(${slugs})) order by id for update`);
}
