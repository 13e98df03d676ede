import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../db/driver/client.ts';
import { pipeline } from '../../db/driver/pipeline.ts';
import { lockNames } from '../../db/unit-of-work/write.ts';
import { entities } from '../../entities.ts';
import { Problem } from '../../problems.ts';
import { readCategories, walkPath } from '../categories/path.ts';
import { lockTree } from '../categories/store.ts';
import { lockIdentifiers } from '../papers/identifiers.ts';
import { lockNewTags } from '../tags/store.ts';
import type { Read } from './items.ts';
import { type Draft, Named, type References, type Relations } from './named.ts';

/** More names than this are not locked one by one: Postgres has room for some thousands of locks in all. */
const mostNames = 200;

/**
 * Locks all that the items of a batch name before the first of them is saved, in the order of every write: the tree of
 * categories, reviews, identifiers, papers, categories, names of new tags, tags, slugs of tags, of papers, sources and slugs
 * of reviews, paths of redirects; each sorted. What a review is connected to is locked with it. Items come in any order, and would lock in
 * theirs: two batches over the same things could wait for one another. What is yet to be created has no row: of
 * batches that name the same, the second waits.
 */
export async function lockAhead(tx: Tx, items: Read[]): Promise<void> {
  if (items.length < 2) return;
  const named = new Named(items);
  const isLarge = await lockBatch(tx, named);
  if ((await placePaths(tx, named)) || named.rows.category.areChanged) await lockTree(tx);
  await lockReviews(tx, named);
  await pipeline(
    tx,
    () => lockIdentifiers(tx, named.identifiers),
    () => lockPapers(tx, named),
  );
  await lockCategories(tx, named);
  await lockTags(tx, named);
  if (isLarge) return;
  await pipeline(
    tx,
    () => lockNames(tx, named.slugLocks('tag')),
    () => lockNames(tx, named.slugLocks('paper')),
    () => lockNames(tx, named.sourceLocks()),
    () => lockNames(tx, named.slugLocks('review')),
    () => lockNames(tx, named.pathLocks()),
  );
}

/** Looks up the categories that lists of names mean. @returns whether one is missing, which may be created */
async function placePaths(tx: Tx, { paths, rows, createsCategories }: Named): Promise<boolean> {
  if (paths.length === 0) return false;
  const all = await readCategories(tx);
  const found = paths.flatMap((path) => tryPath(all, path));
  for (const { id } of found) rows.category.add(id);
  return createsCategories && found.some(({ missing }) => missing.length > 0);
}

/** Nothing for names that mean several: that is told when the item has its turn. */
function tryPath(...[all, path]: Parameters<typeof walkPath>): ReturnType<typeof walkPath>[] {
  try {
    return [walkPath(all, path)];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/**
 * A batch of many names is alone among batches; others share a lock with each other, and lock their names.
 * @returns whether it has many
 */
async function lockBatch(tx: Tx, named: Named): Promise<boolean> {
  const names = [
    ...named.names,
    ...named.slugLocks('paper'),
    ...named.slugLocks('review'),
    ...named.pathLocks(),
  ];
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

/**
 * Rows of a table by their ids, slugs and former slugs. Sub-selects are arrays: with `in` among other conditions Postgres
 * reads the whole table.
 */
const isOne = (kind: string, { ids, slugs }: References) =>
  sql`slug = any(${list(slugs)}) or id = any(${list(ids)}::uuid[] || array(
    select thing_id from slug_history where kind = ${kind} and slug = any(${list([...slugs, ...ids])})))`;

async function lockReviews(tx: Tx, named: Named): Promise<void> {
  const { sources, rows } = named;
  const { review } = rows;
  if (sources.size + review.size === 0) return;
  const found = await tx.execute<{ id: string }>(sql`
    select id from reviews where source = any(${list(sources)}) or id = any(${list(review.ids)}::uuid[])
      or (status <> 'trashed' and (${isOne('review', review)})) order by id for update`);
  if (found.length === 0) return;
  const ids = sql`${list(found.map(({ id }) => id))}::uuid[]`;
  // In a statement of its own, which sees what was committed while the rows were waited for.
  const related = await tx.execute<Relations & Record<string, unknown>>(sql`
    select slug, source, paper_id as "paperId", category_id as "categoryId",
      array(select tag_id::text from review_tags where review_id = reviews.id) as "tagIds"
    from reviews where id = any(${ids})`);
  named.addRelations([...related]);
  if (!named.publishes) return;
  const drafts = await tx.execute<{ content: Draft }>(
    sql`select content from review_drafts where review_id = any(${ids})`,
  );
  named.addDrafts([...drafts].map(({ content }) => content));
}

async function lockPapers(tx: Tx, named: Named): Promise<void> {
  const { identifiers, rows } = named;
  const { paper } = rows;
  if (identifiers.length + paper.size === 0) return;
  const schemes = list(identifiers.map(({ scheme }) => scheme));
  const values = list(identifiers.map(({ value }) => value));
  const found = sql`from papers where (${isOne('paper', paper)}
      or id = any(array(
        select paper_id from paper_identifiers where (scheme, value) in (select * from unnest(${schemes}, ${values})))))`;
  for (const slug of await lockFound(tx, found, paper.areChanged)) named.addSlug('paper', slug);
}

async function lockTags(tx: Tx, named: Named): Promise<void> {
  const { newTags, rows } = named;
  const { tag } = rows;
  if (newTags.size + tag.size === 0) return;
  const found = sql`from tags where (folded_name = any(${list(newTags.keys())}) or ${isOne('tag', tag)})`;
  const known = await tx.execute<{ name: string }>(sql`select folded_name as name ${found}`);
  const has = new Set(tag.areChanged ? [] : [...known].map(({ name }) => name));
  await lockNewTags(
    tx,
    [...newTags].flatMap(([folded, one]) => (has.has(folded) ? [] : [one])),
  );
  for (const slug of await lockFound(tx, found, tag.areChanged)) named.addSlug('tag', slug);
}

/**
 * Locks rows FOR NO KEY UPDATE that are only referred to and not public yet: this write may publish them.
 * @returns their slugs
 */
async function lockFound(tx: Tx, found: SQL, isChanged: boolean): Promise<string[]> {
  const locked = await tx.execute<{ slug: string }>(
    sql`select slug ${found} order by id ${isChanged ? sql`for update` : sql`for key share`}`,
  );
  if (!isChanged)
    await tx.execute(sql`select ${found} and public_since is null order by id for no key update`);
  return [...locked].map(({ slug }) => slug);
}

async function lockCategories(tx: Tx, { rows }: Named): Promise<void> {
  const { category } = rows;
  if (category.size === 0) return;
  const how = category.areChanged ? sql`for update` : sql`for key share`;
  await tx.execute(
    sql`select from categories where ${isOne(entities.category.kind, category)} order by id ${how}`,
  );
}
